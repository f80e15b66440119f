import {describe, expect, it} from 'vitest';
import {code, csv, refusal, taken} from '../reading-of.ts';

const SIX = [
  'Aged 15 years and under',
  'Aged 16 to 24 years',
  'Aged 25 to 34 years',
  'Aged 35 to 49 years',
  'Aged 50 to 64 years',
  'Aged 65 years and over',
];

describe('residents by age', () => {
  it('Census 2021 in six age groups', () => {
    const reading = taken(
      'residents',
      csv([
        ['lsoa21_code', 'lsoa21_name', ...SIX, 'total'],
        [code(1), 'Inventon 001A', 125, 110, 291, 336, 245, 370, 1477],
        [code(2), 'Inventon 001B', 86, 123, 300, 301, 297, 277, 1384],
      ]),
    );
    expect(reading.layout).toBe('residents-census-2021-six-ages');
    expect(reading.source).toMatchObject({edition: 'Census 2021', areaVintage: 2021});
    expect(reading.bands.map(({label}) => label)).toEqual([
      '0 to 15',
      '16 to 24',
      '25 to 34',
      '35 to 49',
      '50 to 64',
      '65 and over',
    ]);
    expect([...reading.bands[5]!.residents]).toEqual([370, 277]);
    expect(reading.bands[5]).toMatchObject({from: 65, to: null});
    expect([...reading.total]).toEqual([1477, 1384]);
    expect([...reading.rows]).toEqual([2, 3]);
  });

  it('the six age groups without a total: the total is their sum', () => {
    expect([
      ...taken(
        'residents',
        csv([
          ['LSOA21CD', ...SIX],
          [code(1), 1, 2, 3, 4, 5, 6],
        ]),
      ).total,
    ]).toEqual([21]);
  });

  it('bands written as 0_4 and 85_plus', () => {
    const reading = taken(
      'residents',
      csv([
        ['lsoa11_code', 'lsoa11_name', 'total', '0_4', '5_15', '16_64', '65_84', '85_plus'],
        [code(1), 'Inventon', 100, 10, 20, 50, 15, 5],
      ]),
    );
    expect(reading.layout).toBe('residents-by-age');
    expect(reading.bands.map(({label}) => label)).toEqual(['0 to 4', '5 to 15', '16 to 64', '65 to 84', '85 and over']);
    expect(reading.source.areaVintage).toBe(2011);
  });

  it('bands written as 0-15 and 65+, counts with commas between thousands', () => {
    const reading = taken(
      'residents',
      csv([
        ['LSOA Code', 'LSOA Name', 'All Ages', '0-15', '16-64', '65+'],
        [code(1), 'Inventon 001A', '1,944', 456, '1,001', 487],
      ]),
    );
    expect([...reading.total]).toEqual([1944]);
  });

  it('single years of age, as census packs head them', () => {
    const ages = Array.from({length: 100}, (_, age) => `Age: Age ${age === 0 ? 'under 1' : age}; measures: Value`);
    const reading = taken(
      'residents',
      csv([
        [
          'lsoa11cd',
          'date',
          'lsoa11nm',
          'Age: All categories: Age; measures: Value',
          ...ages,
          'Age: Age 100 and over; measures: Value',
        ],
        [code(1), 2011, 'Inventon', 101, ...ages.map(() => 1), 1],
      ]),
    );
    expect(reading.bands).toHaveLength(101);
    expect(reading.bands[0]).toMatchObject({from: 0, to: 0});
    expect(reading.bands[100]).toMatchObject({from: 100, to: null});
  });

  it('females and males counted apart are added together', () => {
    const reading = taken(
      'residents',
      csv([
        ['LSOA 2021 Code', 'LSOA 2021 Name', 'Total', 'F0 to 15', 'F16 and over', 'M0 to 15', 'M16 and over'],
        [code(1), 'Inventon', 10, 1, 2, 3, 4],
      ]),
    );
    expect(reading.bands.map(({residents}) => residents[0])).toEqual([4, 6]);
  });

  it('a total that is not the sum of the ages, by more than the offices change it, is a fault', () => {
    expect(
      refusal(
        csv([
          ['LSOA21CD', ...SIX, 'total'],
          [code(1), 100, 100, 100, 100, 100, 100, 900],
        ]),
      ),
    ).toContain('row 2, column “total”: the total is 900, but the ages add up to 600');
  });

  it('a few people between total and sum are left as published', () => {
    expect([
      ...taken(
        'residents',
        csv([
          ['LSOA21CD', ...SIX, 'total'],
          [code(1), 100, 100, 100, 100, 100, 100, 603],
        ]),
      ).total,
    ]).toEqual([603]);
  });

  it.each([
    [['0-15', '10-64', '65+'], 'the ages “0 to 15” and “10 to 64” overlap'],
    [['0-15', '20-64', '65+'], 'there are no ages between “0 to 15” and “20 to 64”'],
    [['5-15', '16-64', '65+'], 'the youngest age is 5'],
    [['0-15', '16-64'], 'there is nobody older than 64'],
    [['0-15', '0 to 15', '16+'], 'the columns “0-15” and “0 to 15” count the same people'],
  ])('bands %j are refused: %s', (bands, why) => {
    expect(
      refusal(
        csv([
          ['LSOA21CD', ...bands],
          [code(1), ...bands.map(() => 1)],
        ]),
      ),
    ).toContain(why);
  });
});
