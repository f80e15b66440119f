import {describe, expect, it} from 'vitest';
import {code, csv, refusal, taken} from '../reading-of.ts';

const DOMAINS = [
  'Index of Multiple Deprivation (IMD)',
  'Income',
  'Employment',
  'Education, Skills and Training',
  'Health Deprivation and Disability',
  'Crime',
  'Barriers to Housing and Services',
  'Living Environment',
  'Income Deprivation Affecting Children Index (IDACI)',
  'Income Deprivation Affecting Older People (IDAOPI)',
  'Children and Young People Sub-domain',
  'Adult Skills Sub-domain',
  'Geographical Barriers Sub-domain',
  'Wider Barriers Sub-domain',
  'Indoors Sub-domain',
  'Outdoors Sub-domain',
];
const RATES = [
  'Income',
  'Employment',
  'Income Deprivation Affecting Children Index (IDACI)',
  'Income Deprivation Affecting Older People (IDAOPI)',
];

function areaHeadings(edition: number, districts: number): string[] {
  return [
    `LSOA code (${edition})`,
    `LSOA name (${edition})`,
    `Local Authority District code (${districts})`,
    `Local Authority District name (${districts})`,
  ];
}

function file7(edition: 2011 | 2021, ranked: number): string {
  const head = [
    ...areaHeadings(edition, edition === 2011 ? 2019 : 2024),
    ...DOMAINS.flatMap((domain) => [
      `${domain} ${RATES.includes(domain) ? 'Score (rate)' : 'Score'}`,
      `${domain} Rank (where 1 is most deprived)`,
      `${domain} Decile (where 1 is most deprived 10% of LSOAs)`,
    ]),
    ...(edition === 2021
      ? [
          'Total population: mid 2022',
          'Dependent Children aged 0-15: mid 2022',
          'Older population aged 60 and over: mid 2022',
          'Working age population 18-66 (for use with Employment Deprivation Domain): mid 2022',
        ]
      : [
          'Total population: mid 2015 (excluding prisoners)',
          'Dependent Children aged 0-15: mid 2015 (excluding prisoners)',
          'Population aged 16-59: mid 2015 (excluding prisoners)',
          'Older population aged 60 and over: mid 2015 (excluding prisoners)',
          'Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)',
        ]),
  ];
  const row = (number: number, rank: number) => [
    code(number),
    `Inventon 00${number}A`,
    'E06999999',
    'Inventon',
    ...DOMAINS.flatMap((_, domain) => [
      (1 / (rank + domain)).toFixed(4),
      rank + domain,
      Math.ceil(((rank + domain) * 10) / ranked),
    ]),
    ...head.slice(52).map(() => 1500),
  ];
  return csv([head, row(1, 100), row(2, 20_000)]);
}

describe('the indices of deprivation', () => {
  it('File 7 of 2025 is taken with its score, rank, decile and all fifteen domains', () => {
    const text = file7(2021, 33_755);
    expect(text.split('\n')[0]!.split(',').length - 1 - 2).toBeGreaterThanOrEqual(53);
    const reading = taken('deprivation', text);
    expect(reading.layout).toBe('iod-2025-file-7');
    expect(reading.source).toMatchObject({
      edition: 'IoD 2025',
      areaVintage: 2021,
      publisher: 'Ministry of Housing, Communities and Local Government',
      date: '2025-10-30',
    });
    expect([...reading.rank]).toEqual([100, 20_000]);
    expect([...reading.decile]).toEqual([1, 6]);
    expect([...reading.score]).toEqual([0.01, 0.0001]);
    expect(reading.domains).toHaveLength(15);
    expect(reading.domains.map(({key}) => key)).toContain('geographical barriers');
    expect([...reading.domains.find(({key}) => key === 'older people')!.rank!]).toEqual([109, 20_009]);
  });

  it('File 7 of 2019 has the same headings on the areas of 2011 and is told apart by its year', () => {
    const reading = taken('deprivation', file7(2011, 32_844));
    expect(reading.layout).toBe('iod-2019-file-7');
    expect(reading.source.areaVintage).toBe(2011);
  });

  it('a heading that a spreadsheet cut off within its bracket is still recognised', () => {
    const text = file7(2021, 33_755).replaceAll(
      '(where 1 is most deprived 10% of LSOAs)',
      '(where 1 is most deprived 10% of LSO',
    );
    expect(taken('deprivation', text).layout).toBe('iod-2025-file-7');
  });

  it.each([
    [2011, 2019, 'iod-2019-file-1'],
    [2021, 2024, 'iod-2025-file-1'],
  ] as const)(
    'File 1 on the areas of %i, with a byte order mark and commas between thousands',
    (edition, districts, layout) => {
      const head = [
        ...areaHeadings(edition, districts),
        'Index of Multiple Deprivation (IMD) Rank',
        'Index of Multiple Deprivation (IMD) Decile',
      ];
      const reading = taken(
        'deprivation',
        `\ufeff${csv([head, [code(1), 'Inventon 001A', 'E06999999', 'Inventon', '29,199', 9], [code(2), 'Inventon 001B', 'E06999999', 'Inventon', 12, 1]])}`,
      );
      expect(reading.layout).toBe(layout);
      expect([...reading.rank]).toEqual([29_199, 12]);
      expect(reading.form).toContain('UTF-8 with a byte order mark');
      expect(reading.domains).toEqual([]);
    },
  );

  it.each([
    [2011, 2019, 'iod-2019-file-2'],
    [2021, 2024, 'iod-2025-file-2'],
  ] as const)('File 2 on the areas of %i, with rank and decile of each domain', (edition, districts, layout) => {
    const head = [
      ...areaHeadings(edition, districts),
      ...DOMAINS.slice(0, 8).flatMap((domain) => [
        `${domain} Rank (where 1 is most deprived)`,
        `${domain} Decile (where 1 is most deprived 10% of LSOAs)`,
      ]),
    ];
    const reading = taken(
      'deprivation',
      csv([
        head,
        [
          code(1),
          'Inventon 001A',
          'E06999999',
          'Inventon',
          ...DOMAINS.slice(0, 8).flatMap((_, index) => [index + 1, 1]),
        ],
      ]),
    );
    expect(reading.layout).toBe(layout);
    expect(reading.domains).toHaveLength(7);
  });

  const SHORT = ['IMD', 'Income', 'Employment', 'Education', 'Health', 'Crime', 'Housing_and_Services', 'Environment'];

  it('a table of 2025 under short names', () => {
    const head = [
      'lsoa21_code',
      ...['decile', 'rank', 'score'].flatMap((measure) => SHORT.map((domain) => `${domain}_${measure}`)),
    ];
    const reading = taken(
      'deprivation',
      csv([
        head,
        [
          code(1),
          ...SHORT.map(() => 1),
          ...SHORT.map((_, index) => index + 1),
          ...SHORT.map((_, index) => index - 1.5 + 2),
        ],
      ]),
    );
    expect(reading.layout).toBe('iod-2025-table');
    expect([...reading.domains.find(({key}) => key === 'housing and services')!.rank!]).toEqual([7]);
  });

  it('a table of 2019 under short names', () => {
    const short = SHORT.map((domain) => domain.replace('Services', 'Access'));
    const head = [
      'lsoa11_code',
      ...['decile', 'rank'].flatMap((measure) => short.map((domain) => `${domain}_${measure}`)),
    ];
    expect(taken('deprivation', csv([head, [code(1), ...short.map(() => 1), ...short.map(() => 5)]])).layout).toBe(
      'iod-2019-table',
    );
  });

  it('a table of scores of 2019', () => {
    const reading = taken(
      'deprivation',
      csv([
        ['lsoa11_code', 'imd_score', 'income_score_pct', 'employment_score_pct', 'imd_rank', 'imd_decile'],
        [code(1), 6.208, 0.7000000000000001, 1, 29199, 9],
      ]),
    );
    expect(reading.layout).toBe('iod-2019-scores');
    expect(reading.notes.join(' ')).toContain('percentages');
  });

  it.each([
    ['LSOA21CD', 'LSOA21NM', 'iod-2025-short'],
    ['LSOA11CD', 'LSOA11NM', 'iod-2019-short'],
  ])('rank and decile as map layers have them, under %s', (codeHead, name, layout) => {
    expect(
      taken(
        'deprivation',
        csv([
          [codeHead, name, 'IMDRank', 'IMDDecil'],
          [code(1), 'Inventon 001A', 44, 1],
        ]),
      ).layout,
    ).toBe(layout);
  });

  it('a cut-down table without a year is taken, and says that it has none', () => {
    const reading = taken(
      'deprivation',
      csv([
        ['Area code', 'IMD decile'],
        [code(1), 3],
        [code(35_000), 4],
      ]),
    );
    expect(reading.layout).toBe('deprivation-any');
    expect(reading.source.areaVintage).toBe(2021);
    expect(reading.notes.join(' ')).toContain('does not say of which year');
    expect([...reading.rank].every(Number.isNaN)).toBe(true);
  });

  const WELSH = ['IMD', 'Income', 'Employment', 'Health', 'Education', 'Housing', 'Access', 'Environment', 'Crime'];

  it('the Welsh index has domains of its own', () => {
    const head = [
      'lsoa11_code',
      ...['decile', 'rank', 'score'].flatMap((measure) => WELSH.map((domain) => `${domain}_${measure}`)),
    ];
    const reading = taken(
      'deprivation',
      csv([head, ['W01000001', ...WELSH.map(() => 5), ...WELSH.map(() => 885), ...WELSH.map(() => 19.2)]]),
    );
    expect(reading.layout).toBe('wimd-2019');
    expect(reading.nation).toBe('Wales');
    expect(reading.domains).toHaveLength(8);
  });

  it('an English index with a Welsh area in it is refused, for the two rank different areas', () => {
    const sentence = refusal(
      csv([
        ['LSOA21CD', 'IMDRank', 'IMDDecil'],
        [code(1), 44, 1],
        ['W01000001', 45, 1],
      ]),
    );
    expect(sentence).toContain('row 3 (W01000001) is not in England');
  });

  it('ranks of 2025 on a table headed as 2019 are named as such', () => {
    const sentence = refusal(
      csv([
        ['LSOA11CD', 'IMDRank', 'IMDDecil'],
        [code(1), 33_000, 10],
      ]),
    );
    expect(sentence).toContain(
      'row 2 (E01000001) has rank 33,000, but English indices of deprivation 2019 (rank and decile) ranks 32,844 areas',
    );
  });

  it('deciles turned round, with 10 the most deprived, are refused', () => {
    const rows = [1, 2, 3].map((number) => [code(number), number * 10, 10]);
    expect(refusal(csv([['LSOA21CD', 'IMDRank', 'IMDDecil'], ...rows]))).toContain('deciles the wrong way round');
  });
});
