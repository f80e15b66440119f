import {STREET_SORTS, type StreetChange} from '../../src/domain/street-change.ts';

/** What an option does to a street, after its name: “closed to cars”, “limited to 20 mph”. */
export function streetChangeWords({kind, closedTo, mph, sort, oneWay}: StreetChange): string {
  switch (kind) {
    case 'closed':
      return closedTo === 'cars' ? 'Closed to cars' : 'Closed to everyone';
    case 'speed':
      return `Limited to ${mph} mph`;
    case 'added':
      return `Added as ${(STREET_SORTS.find((each) => each.sort === sort)?.label ?? 'a street').toLowerCase()}${oneWay ? ', one way' : ''}`;
  }
}
