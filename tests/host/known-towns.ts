import type {SiteProblem} from '../../src/core/search/problem.ts';
import type {CommandLine} from './town-of-numbers.ts';

/**
 * A published instance as a project, by files and `closer import` alone: its people as residents of areas, its sites as sites, its
 * costs as a long matrix of travel times from elsewhere. Costs stand as minutes, or as `km` where they are no whole minutes
 * (asked about with `--measure kilometres`). A project keeps seven digits of a kilometre, so sums agree to as many.
 */
export function knownTown(
  at: CommandLine,
  name: string,
  {areas, sites, cost, outOfReach, people}: SiteProblem,
  costsAre: 'minutes' | 'kilometres',
): Promise<string> {
  const rows = (of: (each: number) => number) =>
    Array.from({length: areas}, (_, area) =>
      Array.from({length: sites}, (_, site) => {
        const each = cost[site * areas + area]!;
        return each < outOfReach ? of(each) : Number.NaN;
      }),
    );
  const minutes = rows((each) => (costsAre === 'minutes' ? each : 1));
  return at.town(name, {
    people: Array.from(people),
    sites: Array.from({length: sites}, (_, site) => ({code: `S${site + 1}`})),
    minutes: minutes.map((row) => row.map((each) => (Number.isNaN(each) ? null : each))),
    ...(costsAre === 'kilometres' && {kilometres: rows((each) => each)}),
  });
}
