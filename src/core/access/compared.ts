import {UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {knownResidents} from './residents.ts';

/**
 * Everyone by what an option does to their time: each resident is in exactly one of the six, so that no gain is shown
 * without its losses. Person-seconds are both positive: gained by the quicker, lost by the slower.
 */
export interface Compared {
  residents: number;
  quicker: number;
  slower: number;
  unchanged: number;
  newlyReachable: number;
  noLongerReachable: number;
  neverReachable: number;
  personSecondsGained: number;
  personSecondsLost: number;
  areasNotKnown: number;
}

/** One option against another by the times to the closest site, whole or by group of areas (from 0). O(areas). */
export function compared(
  before: Uint16Array,
  after: Uint16Array,
  residents: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
): Compared[] {
  checkLength('Times after', after.length, before.length, 'areas');
  checkLength('Residents', residents.length, before.length, 'areas');
  checkLength('Group', group.length, before.length, 'areas');
  const {people} = knownResidents(residents);
  const answer = Array.from({length: groups}, nobody);
  for (let area = 0; area < before.length; area++) {
    const into = answer[group[area]!];
    if (!into) throw new RangeError(`Area ${area} is in group ${group[area]}, but there are ${groups} groups.`);
    const here = people[area]!;
    const [was, is] = [before[area]!, after[area]!];
    if (Number.isNaN(residents[area]!)) into.areasNotKnown++;
    into.residents += here;
    if (was === UNREACHED) into[is === UNREACHED ? 'neverReachable' : 'newlyReachable'] += here;
    else if (is === UNREACHED) into.noLongerReachable += here;
    else if (is === was) into.unchanged += here;
    else if (is < was) {
      into.quicker += here;
      into.personSecondsGained += here * (was - is);
    } else {
      into.slower += here;
      into.personSecondsLost += here * (is - was);
    }
  }
  return answer;
}

function nobody(): Compared {
  return {
    residents: 0,
    quicker: 0,
    slower: 0,
    unchanged: 0,
    newlyReachable: 0,
    noLongerReachable: 0,
    neverReachable: 0,
    personSecondsGained: 0,
    personSecondsLost: 0,
    areasNotKnown: 0,
  };
}

/** An area that an option makes worse off. `secondsMore` is `null` where it no longer reaches any site. */
export interface Loser {
  area: number;
  residents: number;
  secondsBefore: number;
  secondsMore: number | null;
}

/**
 * Every inhabited area that an option makes worse off: those cut off first, then by how much longer, then by people.
 *
 * This list is part of every answer that compares options and is never left out of an export. O(areas × log areas).
 */
export function losers(before: Uint16Array, after: Uint16Array, residents: ArrayLike<number>): Loser[] {
  checkLength('Times after', after.length, before.length, 'areas');
  checkLength('Residents', residents.length, before.length, 'areas');
  const list: Loser[] = [];
  for (let area = 0; area < before.length; area++) {
    const [was, is] = [before[area]!, after[area]!];
    if (is <= was || !(residents[area]! > 0)) continue;
    list.push({
      area,
      residents: residents[area]!,
      secondsBefore: was,
      secondsMore: is === UNREACHED ? null : is - was,
    });
  }
  const rise = (loser: Loser) => loser.secondsMore ?? Infinity;
  return list.sort((a, b) =>
    rise(a) === rise(b) ? b.residents - a.residents || a.area - b.area : rise(b) > rise(a) ? 1 : -1,
  );
}
