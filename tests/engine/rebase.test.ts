import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type Planner, planner} from './planner.ts';

const DATA = process.env.CLOSER_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const HERE = existsSync(DATA);

let at: Planner;
beforeEach(async () => {
  at = planner();
  await at.ask('project.create', {name: 'Testham'});
});
afterEach(() => at.leave());

const code = (number: number): string => `E0199${String(number).padStart(4, '0')}`;

/** 1 stays, 2 is split into 12 and 13, 3 and 4 become 14. */
const lookup = (): string =>
  at.file(
    'lookup.csv',
    `LSOA11CD,LSOA21CD,CHGIND\n${code(1)},${code(1)},U\n${code(2)},${code(12)},S\n${code(2)},${code(13)},S\n${code(3)},${code(14)},M\n${code(4)},${code(14)},M\n`,
  );

const boundaries = (numbers: readonly number[]): string =>
  at.file(
    'areas.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: numbers.map((number, index) => {
        const [west, east] = [-1 + index * 0.02, -0.99 + index * 0.02];
        const ring = [
          [west, 52],
          [east, 52],
          [east, 52.01],
          [west, 52.01],
          [west, 52],
        ];
        return {
          type: 'Feature',
          properties: {LSOA21CD: code(number), LSOA21NM: `Testham ${number}`},
          geometry: {type: 'Polygon', coordinates: [ring]},
        };
      }),
    }),
  );

const residents = (name: string, people: readonly (readonly [number, number])[]): string =>
  at.file(
    name,
    `lsoa code,lsoa name,0-15,16-64,65+\n${people.map(([n, all]) => `${code(n)},Testham,0,${all},0\n`).join('')}`,
  );

const NEW = [1, 12, 13, 14] as const;

describe('a rebase on demand', () => {
  it('brings what came before its lookup to the areas of the project, with totals and what became of each area', async () => {
    const older = [
      [1, 90],
      [2, 120],
      [3, 50],
      [4, 150],
    ] as const;
    await at.ask('evidence.import', {files: [boundaries(NEW), residents('older.csv', older)]});
    expect((await at.ask('rebase.look', {})).lookup).toBe(false);
    expect((await at.refusal('rebase.run', {})).message).toContain('Bring it first');
    await at.ask('evidence.import', {files: [lookup()]});
    const seen = await at.ask('rebase.look', {});
    expect(seen.evidence).toMatchObject([
      {kind: 'residents', areas: 4, areasAfter: 4, before: 410, after: 410, leftOut: 0},
    ]);
    expect(seen.changed.map(({code: old, became, to}) => [old, became, to.length])).toEqual([
      [code(2), 'split', 2],
      [code(3), 'merged', 1],
      [code(4), 'merged', 1],
    ]);
    expect(await at.ask('rebase.run', {})).toEqual(seen);
    const areas = await at.ask('evidence.areas', {});
    expect(areas.map((area) => area.residents)).toEqual([90, 60, 60, 200]);
    const {sources} = await at.ask('evidence.sources', {});
    expect(sources.filter(({kind}) => kind === 'residents').map(({replacedBy}) => replacedBy !== null)).toEqual([
      true,
      false,
    ]);
    expect((await at.refusal('rebase.run', {})).message).toContain('Nothing here needs a rebase');
  });
});

describe('evidence on areas of 2011, brought to a project on areas of 2021', () => {
  it('is rebased through the lookup: what was split by residents, what merged added up', async () => {
    await at.ask('evidence.import', {files: [boundaries(NEW), lookup()]});
    await at.ask('evidence.import', {
      files: [
        residents('census.csv', [
          [1, 100],
          [12, 60],
          [13, 30],
          [14, 210],
        ]),
      ],
    });
    const [taken] = await at.ask('evidence.import', {
      files: [
        residents('older.csv', [
          [1, 90],
          [2, 120],
          [3, 50],
          [4, 150],
        ]),
      ],
    });
    expect(taken!.joins).toEqual({areas: 4, matched: 4});
    expect(taken!.source.notes.join(' ')).toContain('410 before, 410 after');
    expect(taken!.source.notes.join(' ')).toContain('1 unchanged, 1 split, 2 merged');
    const {residents: total} = await at.ask('evidence.sources', {});
    expect(total).toBe(410);
  });

  it('may come with lookup and boundaries at once, in any order', async () => {
    const older = residents('older.csv', [
      [1, 90],
      [2, 120],
      [3, 50],
      [4, 150],
    ]);
    const taken = await at.ask('evidence.import', {files: [older, lookup(), boundaries(NEW)]});
    expect(taken[0]!.joins).toEqual({areas: 4, matched: 4});
    expect(taken[0]!.source.notes.join(' ')).toContain('shared out evenly');
    expect(taken[1]!.source).toMatchObject({kind: 'lookup', rowsTaken: 5});
  });

  it('may come with a lookup to wards, which says nothing of editions', async () => {
    const wards = at.file(
      'wards.csv',
      `lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code\n${code(1)},Abbey,E05000001,Town,E06000001\n`,
    );
    const taken = await at.ask('evidence.import', {files: [boundaries(NEW), wards]});
    expect(taken.map(({source}) => source.kind)).toEqual(['boundaries', 'columns']);
  });

  it('and the other way round', async () => {
    const newer = residents('census.csv', [
      [1, 100],
      [12, 60],
      [13, 30],
      [14, 210],
    ]);
    const taken = await at.ask('evidence.import', {files: [boundaries([1, 2, 3, 4]), lookup(), newer]});
    expect(taken[2]!.joins).toEqual({areas: 4, matched: 4});
    expect(taken[2]!.source.notes.join(' ')).toContain('400 before, 400 after');
  });

  it('is left as it is where it is of the project’s own edition, or without a lookup', async () => {
    await at.ask('evidence.import', {files: [boundaries(NEW)]});
    const [without] = await at.ask('evidence.import', {
      files: [
        residents('older.csv', [
          [1, 90],
          [2, 120],
        ]),
      ],
    });
    expect(without!.joins).toEqual({areas: 4, matched: 1});
    expect(without!.source.notes.join(' ')).not.toContain('Rebased');
    await at.ask('evidence.import', {files: [lookup()]});
    const [own] = await at.ask('evidence.import', {
      files: [
        residents('own.csv', [
          [1, 100],
          [12, 60],
          [13, 30],
          [14, 210],
        ]),
      ],
    });
    expect(own!.source.notes.join(' ')).not.toContain('Rebased');
  });
});

describe.skipIf(!HERE)('Merseyside (skipped without the folder of open data)', () => {
  it('takes IMD 2019 and mid-2020 residents on areas of 2011 to its 923 areas of 2021, nobody lost', async () => {
    const files = [
      'boundaries/lsoa21_regions/lsoa21_merseyside_bsc.geojson',
      'boundaries/lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz',
      'population/england/population_mid2020_lsoa11_england_bands.csv.gz',
      'imd/as_published/File_2_-_IoD2019_Domains_of_Deprivation.csv.gz',
    ].map((path) => at.pick(join(DATA, path)));
    const [, , people, deprivation] = await at.ask('evidence.import', {files});
    expect(people!.joins).toEqual({areas: 923, matched: 923});
    const totals = /Residents: ([\d,]+) before, ([\d,]+) after/.exec(people!.source.notes.join(' '))!;
    expect(totals[1]).toBe('56,550,138');
    expect(totals[2]).toBe(totals[1]);
    // The 910 areas of 2011 that Merseyside had held as many, added up straight from the file.
    const {residents: here} = await at.ask('evidence.sources', {});
    expect(here).toBeCloseTo(1_434_256, 6);
    expect(deprivation!.joins).toEqual({areas: 923, matched: 921});
    const listed = await at.ask('evidence.refusals', {source: deprivation!.source.id});
    expect(listed).toHaveLength(72);
    expect(listed.every(({reason}) => reason.includes('its decile is not known'))).toBe(true);
  }, 120_000);

  it('without the lookup says what to bring', async () => {
    const files = [
      'boundaries/lsoa21_regions/lsoa21_merseyside_bsc.geojson',
      'imd/as_published/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv.gz',
    ].map((path) => at.pick(join(DATA, path)));
    const [, deprivation] = await at.ask('evidence.import', {files});
    expect(deprivation!.source.notes.at(-1)).toContain('bring the lookup between them');
  }, 120_000);
});
