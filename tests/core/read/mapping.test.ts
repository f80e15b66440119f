import {describe, expect, it} from 'vitest';
import {drain} from '../../../src/core/job.ts';
import {rolesOf} from '../../../src/core/read/mapping.ts';
import {inspect, inspectEvery, readEvidence} from '../../../src/core/read/read-evidence.ts';
import {seeded} from '../random-town.ts';
import {chunksOf, code, csv} from './reading-of.ts';

const LIST = csv([
  ['What', 'Where it is', 'Across', 'Up', 'Longitude of the gate'],
  ['Old Library', 'ab1 2cd', -0.7, 52.6, 5],
  ['Elm House', 'ab1 2ce', -0.6, 52.7, 5],
]);

describe('a planner’s own columns', () => {
  it('no guess fits, the planner says which is which, and only those columns are read', () => {
    expect(drain(readEvidence(chunksOf(LIST, 50), 'mine.csv')).kind).toBe('refused');
    const columns = [
      {heading: 'What', role: 'site name'},
      {heading: 'Across', role: 'longitude'},
      {heading: 'Up', role: 'latitude'},
      {heading: 'Where it is', role: 'postcode'},
    ] as const;
    const reading = drain(readEvidence(chunksOf(LIST, 50), 'mine.csv', {kind: 'sites', columns}));
    expect(reading).toMatchObject({
      kind: 'sites',
      names: ['Old Library', 'Elm House'],
      postcodes: ['AB1 2CD', 'AB1 2CE'],
      sure: 'guess',
    });
    expect(reading.kind === 'sites' && [...reading.lon]).toEqual([-0.7, -0.6]);
  });

  it('a guess that was right can be used again as it came', () => {
    const text = csv([
      ['Building', 'X', 'Y'],
      ['Old Library', -0.7, 52.6],
    ]);
    const first = drain(inspect(chunksOf(text, 50), 'mine.csv'));
    if (first.kind !== 'sites') throw new Error(first.kind);
    expect(first.preview).toEqual([['Old Library', '-0.7', '52.6']]);
    const again = drain(
      readEvidence(chunksOf(text, 50), 'mine.csv', {
        kind: 'sites',
        columns: first.columns,
      }),
    );
    expect(again).toMatchObject({kind: 'sites', names: ['Old Library']});
  });

  it('a heading that next year’s list no longer has is named', () => {
    const reading = drain(
      readEvidence(chunksOf(LIST.replace('Across', 'Easterly'), 50), 'mine.csv', {
        kind: 'sites',
        columns: [
          {heading: 'What', role: 'site name'},
          {heading: 'Across', role: 'longitude'},
          {heading: 'Up', role: 'latitude'},
        ],
      }),
    );
    expect(reading.kind === 'refused' && reading.refused).toContain('lacks the longitude');
  });

  it('a part that the kind does not have is our mistake and not the file’s', () => {
    expect(() =>
      drain(
        readEvidence(chunksOf(LIST, 50), 'mine.csv', {kind: 'sites', columns: [{heading: 'What', role: 'decile'}]}),
      ),
    ).toThrow(RangeError);
  });

  it('the sheet shows every kind that Closer knows, with its first twenty rows', () => {
    const text = csv([
      ['LSOA11CD', 'LSOA21CD', 'CHGIND'],
      ...Array.from({length: 30}, (_, index) => [code(index + 1), code(index + 1), 'U']),
    ]);
    const seen = drain(inspectEvery(chunksOf(text, 50), 'lookup.csv'));
    expect(seen).toMatchObject({
      kind: 'lookup',
      title: 'Small areas of 2011 and their successors of 2021',
      rowsTaken: 30,
      sure: 'certain',
    });
    expect(seen.kind !== 'refused' && seen.preview).toHaveLength(20);
    const wards = csv([
      ['LSOA21CD', 'LSOA21NM', 'WD24CD', 'WD24NM', 'LAD24CD', 'LAD24NM'],
      [code(1), 'A', 'E05000001', 'B', 'E06000001', 'C'],
    ]);
    expect(drain(inspectEvery(chunksOf(wards, 50), 'wards.csv')).kind).toBe('lookup');
    expect(drain(inspect(chunksOf(wards, 50), 'wards.csv')).kind).toBe('lookup');
  });

  it('said in part or at random is read or refused with a sentence, and never a fault', () => {
    const headings = ['A', 'B', 'C', 'D', 'E'];
    const rows = Array.from({length: 12}, (_, index) => [
      code(index + 1),
      `Name ${index}`,
      index + 1,
      52.6,
      'LE15 6AA',
    ]);
    const text = csv([headings, ...rows]);
    for (const kind of [
      'sites',
      'unplaced-sites',
      'residents',
      'deprivation',
      'centroids',
      'travel-times',
      'measures',
    ] as const) {
      const roles = rolesOf(kind);
      for (let trial = 0; trial < 60; trial++) {
        const random = seeded(trial + 1);
        const columns = headings
          .filter(() => random() < 0.5)
          .map((heading) => ({heading, role: roles[Math.floor(random() * roles.length)]!}));
        if (columns.length === 0) continue;
        const reading = drain(readEvidence(chunksOf(text, 50), 'mine.csv', {kind, columns}));
        if (reading.kind === 'refused') expect(reading.refused, JSON.stringify(columns)).toMatch(/^mine\.csv/);
      }
    }
  });
});
