import {afterAll, describe, expect, it} from 'vitest';
import {problemOf} from '../../src/core/search/problem.ts';
import {randomOf} from '../../src/core/search/random.ts';
import {searchTeam} from '../../src/host/search-team.ts';

const team = searchTeam();
afterAll(() => team.close());

const random = randomOf(5);
const cost = Float64Array.from({length: 60 * 40}, () => 1 + Math.floor(random() * 90));
const town = problemOf({
  kind: 'p-median',
  areas: 60,
  sites: 40,
  cost,
  people: new Float64Array(60).fill(10),
  count: {least: 5, most: 5},
});
const asked = {seed: 1, seconds: 20, gap: 0};
const never = () => false;

describe('the thread that searches for sites', () => {
  it('answers one search after another, and each alike', async () => {
    const answers = [];
    for (let turn = 0; turn < 3; turn++) answers.push(await team.search(town, asked, never, () => {}));
    const objectives = answers.map((each) => (each.state === 'found' ? each.found.objective : each.state));
    expect(new Set(objectives)).toEqual(new Set([objectives[0]]));
    expect(typeof objectives[0]).toBe('number');
  });

  it('takes those that are asked for at once in turn, told to stop ends with what it has, and goes on after that', async () => {
    const [stopped, whole] = await Promise.all([
      team.search(
        town,
        asked,
        () => true,
        () => {},
      ),
      team.search({...town, kind: 'p-centre'}, asked, never, () => {}),
    ]);
    expect(['found', 'stopped']).toContain(stopped.state);
    expect(whole.state).toBe('found');
  });
});
