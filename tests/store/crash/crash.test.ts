import {expect, test} from 'vitest';
import {killManyTimes} from './rig.ts';

test('a planner who is killed 25 times at random moments of opening, editing, importing, measuring and saving loses nothing', async () => {
  const tally = await killManyTimes(25, 20260304);
  expect(tally.kills).toBe(25);
  expect(Object.keys(tally.done).sort()).toEqual(
    expect.arrayContaining(['change', 'import', 'opened', 'result', 'saved']),
  );
  expect(tally.recovered).toBeGreaterThan(5);
});
