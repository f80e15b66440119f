import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered} from './asking.ts';
import {
  boundariesFile,
  deprivationFile,
  grid,
  type InventedTown,
  residentsFile,
  settle,
  sitesFile,
  streetsFile,
  threeByThree,
} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await settle(at);
});
afterEach(() => at.leave());

const town = threeByThree();
const FILES: Record<string, (town: InventedTown) => string> = {
  boundaries: boundariesFile,
  residents: residentsFile,
  deprivation: deprivationFile,
  streets: streetsFile,
};
const other: InventedTown = {
  ...town,
  areas: town.areas.map((area, index) => ({...area, decile: index + 1, people: [index, 17, 3 * index] as const})),
  streets: grid(3, 3).slice(0, 8),
};

/** All that a planner sees of it. */
const seen = async () => {
  const answer = await answered(at);
  const areas = await at.ask('evidence.areas', {});
  const {sources, needs, areas: many, residents} = await at.ask('evidence.sources', {});
  const inForce = sources.filter(({replacedBy}) => !replacedBy).map(({keeping: _, ...source}) => source);
  return JSON.stringify({
    answer,
    areas,
    needs,
    many,
    residents,
    inForce: inForce.sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  });
};

describe('going back to the edition before', () => {
  it.each(['residents', 'deprivation', 'streets'] as const)(
    'of %s gives the answers of before to the digit, and once more those of after',
    async (kind) => {
      const first = await seen();
      await at.ask('evidence.import', {files: [at.file(`other ${kind}`, FILES[kind]!(other))]});
      const second = await seen();
      expect(second).not.toBe(first);
      at.news.length = 0;
      const back = await at.ask('evidence.goBack', {kind});
      expect(at.news.map(({news}) => news)).toEqual(expect.arrayContaining(['imported', 'saved']));
      expect(back.kept.fileName).toBe(`other ${kind}`);
      expect(back.sentence).toContain('is in force again');
      expect(await seen()).toBe(first);
      await at.ask('evidence.goBack', {kind});
      expect(await seen()).toBe(second);
    },
  );

  it('of boundaries brings back the areas that were', async () => {
    const first = await seen();
    const fewer = {...town, areas: town.areas.slice(0, 6)};
    await at.ask('evidence.import', {files: [at.file('fewer.geojson', boundariesFile(fewer))]});
    expect((await at.ask('evidence.sources', {})).areas).toBe(6);
    await at.ask('evidence.goBack', {kind: 'boundaries'});
    expect(await seen()).toBe(first);
  });

  it('says which edition can be gone back to, and is no step of undo', async () => {
    await at.ask('evidence.import', {files: [at.file('other.csv', residentsFile(other))]});
    const history = await at.ask('history.list', {});
    await at.ask('evidence.goBack', {kind: 'residents'});
    const {sources} = await at.ask('evidence.sources', {});
    expect(sources.filter(({keeping}) => keeping === 'kept').map(({fileName}) => fileName)).toEqual(['other.csv']);
    expect(await at.ask('history.list', {})).toEqual(history);
  });

  it('is refused with a sentence for sites, for columns and where nothing is kept, and nothing changes', async () => {
    await at.ask('evidence.import', {files: [at.file('again.csv', sitesFile(town))]});
    const before = await seen();
    expect((await at.refusal('evidence.goBack', {kind: 'sites'})).message).toBe(
      'Sites are part of the plan: take their import back with Undo.',
    );
    expect((await at.refusal('evidence.goBack', {kind: 'columns'})).message).toContain('stand side by side');
    expect((await at.refusal('evidence.goBack', {kind: 'streets'})).message).toContain('Import its file again.');
    expect(await seen()).toBe(before);
  });
});
