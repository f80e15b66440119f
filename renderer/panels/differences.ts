import type {Plan} from '../../src/domain/plan.ts';
import type {StreetChange} from '../../src/domain/street-change.ts';
import {streetChangeWords} from '../words/street-words.ts';

const STREET_MARK: Record<StreetChange['kind'], string> = {added: '+', closed: '✕', speed: '~'};

/** What an option changes from things as they are now, one line each. */
export function differences(plan: Plan, option: string): string[] {
  const site = (id: string) => plan.site.get(id)?.name ?? id;
  const service = (id: string) => plan.service.get(id)?.name ?? id;
  const placed = [...plan.placement.values()]
    .filter((row) => row.option === option)
    .map((row) => `${row.state === 'offered' ? '+' : '−'} ${service(row.service)} at ${site(row.site)}`);
  const closed = [...plan.closure.values()]
    .filter((row) => row.option === option)
    .map((row) => `${row.closed ? '✕ closes' : '○ reopens'} ${site(row.site)}`);
  const streets = [...plan.street_change.values()]
    .filter((row) => row.option === option)
    .map(
      (row) =>
        `${STREET_MARK[row.kind]} ${row.name || 'A street without a name'}: ${streetChangeWords(row).toLowerCase()}`,
    );
  return [...placed, ...closed, ...streets].sort();
}
