import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {PATIENT} from '../../../src/core/search/answer.ts';
import {checkAnswer} from '../../../src/core/search/check.ts';
import {loadSolver} from '../../../src/core/search/mip.ts';
import {problemOf} from '../../../src/core/search/problem.ts';
import {randomOf} from '../../../src/core/search/random.ts';
import {searchSites, type Warmth} from '../../../src/core/search/search.ts';

/** A town of points, where many sites stay and a few are added: most areas have nothing left to choose. */
function town(seed: number, count: number) {
  const random = randomOf(seed);
  const point = () => [random() * 1000, random() * 1000] as const;
  const [areas, sites, kept] = [150, 120, 25];
  const homes = Array.from({length: areas}, point);
  const places = Array.from({length: sites}, point);
  const cost = Float64Array.from(
    places.flatMap(([x, y]) => homes.map(([a, b]) => Math.round(Math.hypot(x - a, y - b)))),
  );
  const people = Float64Array.from(homes, () => 1 + Math.floor(random() * 2000));
  const poor = homes.map(() => random() < 0.4);
  return (times: number) =>
    problemOf({
      kind: 'p-median',
      areas,
      sites,
      cost,
      people,
      priority: Float64Array.from(poor, (is) => (is ? times : 1)),
      count: {least: kept + count, most: kept + count},
      fixedOpen: Array.from({length: kept}, (_, site) => site),
    });
}

describe('a search begun where the one before ended', () => {
  it('has a proof that the checker adds up, whatever weight was moved', async () => {
    const solver = await loadSolver();
    for (let seed = 1; seed <= 12; seed++) {
      const asked = town(seed, 2 + (seed % 4));
      let warm: Warmth | undefined;
      for (const times of [1, 1.5, 2.5, 5, 10, 1000]) {
        const problem = asked(times);
        const how = {solver, runner: PATIENT, seed: 1, easilyAll: 0, ...(warm && {warm})};
        const {found, warmth} = drain(searchSites(problem, how));
        expect(checkAnswer(problem, found!).faults, `town ${seed}, × ${times}`).toEqual([]);
        expect(found!.proof).toBe('proven');
        warm = warmth ?? undefined;
      }
    }
  });
});
