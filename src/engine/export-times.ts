import {UNREACHED} from '../core/graph/travel-times.ts';
import {PlanError} from '../domain/errors.ts';
import type {Table} from './export-rows.ts';
import {type TimesFrom, timesFrom, timesUsed} from './times-used.ts';
import type {TravelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** As many lines as a spreadsheet takes, and a text that fits into memory. */
const MOST_PAIRS = 1_000_000;

/**
 * The travel times that answers rest on, to be taken elsewhere or back in: wide (a row an area, a column a site) or long (a
 * row a pair, with kilometres). Minutes with all the digits of a second; empty where no site is reached.
 */
export function timesTable(
  workspace: Workspace,
  travel: TravelIn | null,
  wanted: TimesFrom | undefined,
  form: 'wide' | 'long' | undefined,
): Table {
  if (!travel) throw new PlanError('invalid', 'Say by which mode: drive, walk or cycle.', 'mode');
  const people = workspace.people();
  const ids = [...workspace.plan.site.keys()].sort();
  if (people.codes.length === 0 || ids.length === 0) {
    throw new PlanError('invalid', 'There are no travel times yet: import areas and sites first.', 'what');
  }
  const {measured} = timesUsed(workspace, travel, ids, timesFrom(workspace, wanted));
  if (measured.missing.length > 0) {
    throw new PlanError(
      'invalid',
      'There are no travel times by this mode yet. Measure them first with “closer travel”.',
      'mode',
    );
  }
  const {seconds, metres} = measured.times;
  const areas = people.codes.length;
  const minutes = (pair: number) => (seconds[pair] === UNREACHED ? null : Number((seconds[pair]! / 60).toFixed(4)));
  const at = people.codes.map((_, area): [number, number] => [people.lng[area]!, people.lat[area]!]);
  if ((form ?? (areas * ids.length > MOST_PAIRS ? 'wide' : 'long')) === 'wide') {
    return {
      headings: ['area_code', ...ids],
      rows: people.codes.map((code, area) => [code, ...ids.map((_, site) => minutes(site * areas + area))]),
      at,
    };
  }
  if (areas * ids.length > MOST_PAIRS) {
    throw new PlanError(
      'invalid',
      `${areas * ids.length} pairs are more than a long table holds (${MOST_PAIRS}). Write them wide, a column a site.`,
      'form',
    );
  }
  return {
    headings: ['origin', 'destination', 'minutes', 'km', 'mode'],
    rows: people.codes.flatMap((code, area) =>
      ids.map((id, site) => {
        const time = minutes(site * areas + area);
        return [code, id, time, time === null ? null : metres[site * areas + area]! / 1000, travel.mode];
      }),
    ),
    at: people.codes.flatMap((_, area) => ids.map(() => at[area]!)),
  };
}
