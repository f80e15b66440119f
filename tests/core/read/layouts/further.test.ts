import {describe, expect, it} from 'vitest';
import type {EveryKind, EveryReading} from '../../../../src/core/read/further-reading.ts';
import {readEvidence} from '../../../../src/core/read/read-evidence.ts';
import {code, csv, everyReadingOf, geojson, readingOf, square} from '../reading-of.ts';
import {openDocument, workbook} from '../written-as.ts';

type Rows = (string | number)[][];

function taken<K extends EveryKind>(
  kind: K,
  content: string | Uint8Array,
  as?: EveryKind,
): Extract<EveryReading, {kind: K}> {
  const reading = everyReadingOf(content, 'file.csv', as);
  if (reading.kind === 'refused') throw new Error(`Refused: ${reading.refused}`);
  if (reading.kind !== kind) throw new Error(`Read as ${reading.kind} (${reading.layout})`);
  return reading as Extract<EveryReading, {kind: K}>;
}

describe('reports of the Organisation Data Service', () => {
  /** 27 quoted cells without headings, as the live reports have them. */
  const ods = (organisation: string, more: Readonly<Record<number, string>> = {}, width = 27) =>
    Array.from(
      {length: width},
      (_, index) =>
        `"${more[index + 1] ?? {1: organisation, 2: 'THE ELM, “WEST”', 3: 'Y63', 4: 'QHM', 5: 'THE HEALTH CENTRE', 7: 'INVENTON', 10: 'AB1 2CD', 11: '19740401', 13: 'A', 14: 'B', 15: '16C', 16: '20200401', 18: '01642 672351', 22: '0', 26: '4'}[index + 1] ?? ''}"`,
    ).join(',');
  const report = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;

  it('GP practices are those of setting 4 or RO76 that are active', () => {
    const reading = taken(
      'unplaced-sites',
      report(
        ods('A81001'),
        ods('A81002', {26: 'RO76'}),
        ods('A81003', {26: 'RO80|RO76'}),
        ods('A81004', {13: 'C'}),
        ods('Y00001', {26: '9'}),
        ods('A81005', {13: 'D'}),
      ),
    );
    expect(reading).toMatchObject({
      layout: 'ods-gp-practices',
      codes: ['A81001', 'A81002', 'A81003'],
      siteKinds: ['GP practice', 'GP practice', 'GP practice'],
      services: [['general-practice'], ['general-practice'], ['general-practice']],
    });
    expect(reading.addresses[0]).toBe('THE HEALTH CENTRE, INVENTON');
    expect(reading.names[0]).toBe('THE ELM, “WEST”');
    expect(reading.parents[0]).toBe('16C');
    expect(reading.notes).toEqual([
      '2 rows were left out: closed, dormant or only proposed.',
      '1 row was left out: prescribers of another kind than general practice.',
    ]);
    expect([...reading.rows]).toEqual([1, 2, 3]);
  });

  it.each([
    ['F0001', 'ods-pharmacies', 'Pharmacy', 'pharmacy'],
    ['A81004001', 'ods-branch-surgeries', 'GP branch surgery', 'general-practice'],
    ['V00123', 'ods-dental-practices', 'Dental practice', 'dentist'],
    ['R0A02', 'ods-trusts-and-sites', 'NHS trust site', undefined],
  ])('%s is %s', (organisation, layout, kind, service) => {
    const other = `${organisation.slice(0, -1)}9`;
    const reading = taken(
      'unplaced-sites',
      report(ods(organisation, {26: '', 13: ''}), ods(other, {26: '', 13: '', 12: '20160630'})),
    );
    expect(reading).toMatchObject({
      layout,
      codes: [organisation],
      siteKinds: [kind],
      services: [service ? [service] : []],
    });
    expect(reading.notes).toContain('1 row was left out: closed.');
  });

  it('old files have 24 columns', () => {
    expect(taken('unplaced-sites', report(ods('F0001', {}, 24), ods('F0002', {}, 24))).layout).toBe('ods-pharmacies');
  });

  it('an active organisation with a closing date to come stays', () => {
    expect(taken('unplaced-sites', report(ods('F0001', {12: '20990101'}))).codes).toEqual(['F0001']);
  });

  it('a row without a postcode is listed', () => {
    const reading = taken(
      'unplaced-sites',
      report(ods('F0001'), ods('F0002', {10: 'AB 1'}), ods('F0003', {10: 'AB1 2 CD'}), ods('F0004')),
    );
    expect(reading.codes).toEqual(['F0001', 'F0003', 'F0004']);
    expect(reading.refusals).toEqual([
      {row: 2, column: 'the postcode', reason: '(THE ELM, “WEST”) has no postcode that could be one (“AB 1”)'},
    ]);
  });

  it('is evidence: the project places it by its postcodes', () => {
    expect(readingOf(report(ods('F0001'), ods('F0002')), 'edispensary.csv').kind).toBe('unplaced-sites');
  });
});

describe('other lists of places', () => {
  it('a planner’s own list by postcode', () => {
    const reading = taken(
      'unplaced-sites',
      csv([
        ['Building', 'Postcode', 'Status'],
        ['Old Library', 'ab1 2cd', 'candidate'],
      ]),
    );
    expect(reading).toMatchObject({
      layout: 'site-list-by-postcode',
      names: ['Old Library'],
      postcodes: ['AB1 2CD'],
      standing: ['candidate'],
    });
  });

  it('lists of the NHS website: ¬ between the columns, windows-1252', () => {
    const head =
      'OrganisationID¬OrganisationCode¬OrganisationType¬SubType¬Sector¬OrganisationStatus¬IsPimsManaged¬OrganisationName¬Address1¬Address2¬Address3¬City¬County¬Postcode¬Latitude¬Longitude¬ParentODSCode¬ParentName¬Phone¬Email¬Website¬Fax';
    const row = (organisation: string, status: string) =>
      `1¬${organisation}¬Hospital¬Hospital¬NHS Sector¬${status}¬True¬St Mary’s, Inventon¬¬High Street¬¬Inventon¬Surrey¬KT12 3LD¬51.379997253417969¬-0.40604206919670105¬NDA¬x¬¬¬¬`;
    const text = [head, row('NDA07', 'Visible'), row('NDA08', 'Hidden')].join('\r\n');
    const bytes = Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
    const reading = taken('sites', bytes);
    expect(reading).toMatchObject({
      layout: 'nhs-choices',
      codes: ['NDA07'],
      names: ['St Mary’s, Inventon'],
      siteKinds: ['Hospital'],
      addresses: ['High Street, Inventon, Surrey'],
    });
    expect(reading.form).toBe('Table with ¬ signs, windows-1252');
  });

  it('locations of the Care Quality Commission, from their OpenDocument spreadsheet', () => {
    const head = [
      'Location ID',
      'Location HSCA start date',
      'Dormant (Y/N)',
      'Care home?',
      'Location Name',
      'Location ODS Code',
      'Location Primary Inspection Category',
      'Location Street Address',
      'Location City',
      'Location Postal Code',
      'Location Latitude',
      'Location Longitude',
      'Provider Name',
      'Service type - Dentist',
    ];
    const row = (id: string, dormant: string) => [
      id,
      '01/10/2010',
      dormant,
      'N',
      'Elm Dental',
      'V00001',
      'Dentists',
      '1 High Street',
      'Inventon',
      'AB1 2CD',
      52.6,
      -0.7,
      'Elm Ltd',
      'Y',
    ];
    const reading = taken(
      'sites',
      openDocument({README: [['About']], HSCA_Active_Locations: [head, row('1-1', 'N'), row('1-2', 'Y')]}),
    );
    expect(reading).toMatchObject({
      layout: 'cqc-locations',
      codes: ['1-1'],
      siteKinds: ['Dentists'],
      addresses: ['1 High Street, Inventon'],
    });
    expect(reading.notes).toContain('1 row was left out: dormant.');
  });

  it('NaPTAN stops, in metres where the degrees are blank', () => {
    const head = [
      'ATCOCode',
      'NaptanCode',
      'CommonName',
      'Easting',
      'Northing',
      'Longitude',
      'Latitude',
      'StopType',
      'Status',
    ];
    const reading = taken(
      'stops',
      csv([
        head,
        ['0100A', 'x', 'Elm Road', 485_466, 308_867, '', '', 'BCT', 'active'],
        ['0100B', 'x', 'Ash Road', '', '', -0.7, 52.6, 'RSE', 'active'],
        ['0100C', 'x', 'Oak Road', '', '', -0.7, 52.6, 'BCT', 'inactive'],
      ]),
    );
    expect(reading).toMatchObject({layout: 'naptan-stops', codes: ['0100A', '0100B'], stopTypes: ['BCT', 'RSE']});
    expect(reading.lon[0]).toBeCloseTo(-0.737525, 5);
    expect(reading.lon[1]).toBe(-0.7);
  });
});

describe('postcodes', () => {
  it.each([
    ['lsoa21cd', 'east1m'],
    ['lsoa21', 'oseast1m'],
  ])('the national lookup under %s', (area, east) => {
    const rows: Rows = [
      ['pcd7', 'pcd8', 'pcds', 'dointr', 'doterm', east, 'oa21cd', area, 'msoa21cd', 'lat', 'long'],
      ['AB1 2CD', 'AB1  2CD', 'AB1 2CD', '198001', '', 1, 'E00000001', code(1), 'E02000001', 52.6, -0.7],
      ['AB1 2CE', 'AB1  2CE', 'AB1 2CE', '198001', '199606', 1, 'E00000001', code(1), 'E02000001', 52.61, -0.7],
      ['GY1 1AA', 'GY1  1AA', 'GY1 1AA', '198001', '', '', '', '', '', 99.999999, 0],
    ];
    const reading = taken('postcodes', csv(rows));
    expect(reading).toMatchObject({
      layout: 'nspl',
      codes: ['AB12CD', 'AB12CE'],
      areas: [code(1), code(1)],
      rowsRefused: 1,
    });
    expect([...reading.ended]).toEqual([0, 1]);
    expect(reading.source.areaVintage).toBe(2021);
  });

  it('its long predecessor', () => {
    const head = [
      'pcd',
      'pcd2',
      'pcds',
      'dointr',
      'doterm',
      'oscty',
      'ced',
      'oslaua',
      'osward',
      'oseast1m',
      'osnrth1m',
      'lsoa01',
      'lsoa11',
      'lat',
      'long',
      'lsoa21',
      'msoa21',
    ];
    const reading = taken(
      'postcodes',
      csv([
        head,
        [
          'AB12CD',
          'AB1 2CD',
          'AB1 2CD',
          '198001',
          '',
          '',
          '',
          'E06000017',
          '',
          1,
          1,
          'E01000009',
          'E01000008',
          52.6,
          -0.7,
          code(7),
          '',
        ],
      ]),
    );
    expect(reading).toMatchObject({layout: 'onspd', areas: [code(7)]});
  });

  it('Code-Point Open has no headings and gives metres', () => {
    const line = (postcode: string, quality: number) =>
      `"${postcode}",${quality},485466,308867,"E92000001","E19000001","E18000001","","E06000017","E05000001"`;
    const reading = taken('postcodes', [line('LE156NT', 10), line('LE15 6NU', 90), line('LE156NW', 50)].join('\n'));
    expect(reading).toMatchObject({layout: 'code-point-open', codes: ['LE156NT', 'LE156NW'], areas: null});
    expect(reading.lon[0]).toBeCloseTo(-0.737525, 5);
    expect(reading.notes.join(' ')).toContain('up to 5 metres');
  });

  it('a table of postcodes and degrees', () => {
    const reading = taken(
      'postcodes',
      csv([
        ['postcode', 'easting', 'northing', 'lon', 'lat', 'district_gss'],
        ['LE130AA', 1, 1, -0.88, 52.75, 'E07000133'],
        ['LE130AA', 1, 1, -0.88, 52.75, 'E07000133'],
        ['nowhere', 1, 1, -0.88, 52.75, 'x'],
      ]),
    );
    expect(reading).toMatchObject({layout: 'postcode-table', codes: ['LE130AA']});
    expect(reading.refusals).toEqual([
      {row: 3, reason: 'lists the postcode LE130AA again'},
      {row: 4, reason: 'has no postcode'},
    ]);
  });
});

describe('lookups', () => {
  it('between the editions: an area may stand in several rows, a pair only once', () => {
    const head = ['LSOA11CD', 'LSOA11NM', 'LSOA21CD', 'LSOA21NM', 'CHGIND', 'LAD22CD', 'LAD22NM'];
    const row = (from: number, to: number, change: string): (string | number)[] => [
      code(from),
      'Old',
      code(to),
      'New',
      change,
      'E06999999',
      'Inventon',
    ];
    const reading = taken('lookup', csv([head, row(1, 1, 'U'), row(2, 34_001, 'S'), row(2, 34_002, 'S')]));
    expect(reading).toMatchObject({
      layout: 'lookup-lsoa-2011-2021',
      codes: [code(1), code(2), code(2)],
      change: ['U', 'S', 'S'],
    });
    expect(reading.to).toEqual([
      {level: 'small area', vintage: 2021, codes: [code(1), code(34_001), code(34_002)], names: ['New', 'New', 'New']},
    ]);
    const twice = everyReadingOf(csv([head, row(1, 1, 'U'), row(1, 1, 'U')]));
    expect(twice.kind === 'refused' && twice.refused).toContain('“E01000001 and E01000001” stands already in row 2');
  });

  it('under other names, with the names of a table', () => {
    const head = ['lsoa11_name', 'lsoa11_code', 'change_code', 'lsoa21_name', 'lsoa21_code'];
    expect(taken('lookup', csv([head, ['Old', code(1), 'U', 'New', code(1)]])).names).toEqual(['Old']);
  });

  it('to wards and districts', () => {
    const reading = taken(
      'lookup',
      csv([
        ['LSOA21CD', 'LSOA21NM', 'WD25CD', 'WD25NM', 'LAD25CD', 'LAD25NM'],
        [code(1), 'Inventon 001A', 'E05999999', 'Northgate', 'E06999999', 'Inventon'],
      ]),
    );
    expect(reading.layout).toBe('lookup-wards');
    expect(reading.to.map(({level, codes, names}) => [level, codes[0], names?.[0]])).toEqual([
      ['ward', 'E05999999', 'Northgate'],
      ['district', 'E06999999', 'Inventon'],
    ]);
  });

  it('to districts only', () => {
    expect(
      taken(
        'lookup',
        csv([
          ['LSOA21CD', 'LAD24CD', 'LAD24NM'],
          [code(1), 'E06999999', 'Inventon'],
        ]),
      ).layout,
    ).toBe('lookup-districts');
  });

  it('to integrated care boards', () => {
    const reading = taken(
      'lookup',
      csv([
        ['LSOA21CD', 'LSOA21NM', 'SICBL24CD', 'SICBL24NM', 'SICBL24CDH', 'ICB24CD', 'ICB24NM', 'ICB24CDH'],
        [code(1), 'Inventon 001A', 'E38000068', 'x', '01F', 'E54000008', 'NHS Inventon', 'QYG'],
      ]),
    );
    expect(reading.layout).toBe('lookup-icbs');
    expect(reading.to.map(({level}) => level)).toEqual(['ICB', 'sub-ICB location']);
  });

  it('rural and urban', () => {
    const reading = taken(
      'measures',
      csv([
        ['LSOA21CD', 'LSOA21NM', 'RUC21CD', 'RUC21NM', 'Urban_rural_flag'],
        [code(1), 'Inventon', 'UN1', 'Urban: Nearer to a major town or city', 'Urban'],
      ]),
    );
    expect(reading.layout).toBe('rural-urban-2021');
    expect(reading.classes.map(({values}) => values[0])).toEqual([
      'UN1',
      'Urban: Nearer to a major town or city',
      'Urban',
    ]);
  });
});

describe('boundaries of larger areas', () => {
  it.each([
    ['MSOA21CD', 'E02000001', 'boundaries-msoa', 'middle-layer area'],
    ['WD24CD', 'E05000001', 'boundaries-wards', 'ward'],
    ['LAD24CD', 'E06000017', 'boundaries-districts', 'district'],
    ['ICB23CD', 'E54000008', 'boundaries-icbs', 'ICB'],
  ])('%s', (head, area, layout, level) => {
    const reading = taken(
      'boundaries',
      geojson([{properties: {[head]: area, [head.replace('CD', 'NM')]: 'Inventon'}, geometry: square(-0.7, 52.6)}]),
    );
    expect(reading).toMatchObject({layout, level, codes: [area], names: ['Inventon']});
  });
});

describe('residents from other publications', () => {
  it('mid-year estimates: a workbook with titles, a sheet a year, both sexes by age', () => {
    const head = [
      'LAD 2023 Code',
      'LAD 2023 Name',
      'LSOA 2021 Code',
      'LSOA 2021 Name',
      'Total',
      'F0 to 15',
      'F16 to 29',
      'F30 to 64',
      'F65 and over',
      'M0 to 15',
      'M16 to 29',
      'M30 to 64',
      'M65 and over',
    ];
    const sheet: Rows = [
      ['Mid-2024: LSOA populations'],
      [],
      ['Source: ONS'],
      head,
      ['E06999999', 'Inventon', code(1), 'Inventon 001A', 80, 10, 10, 10, 10, 10, 10, 10, 10],
    ];
    const reading = taken(
      'residents',
      workbook({Notes: [['a', 'b']], 'Mid-2023 LSOA 2021': sheet, 'Mid-2024 LSOA 2021': sheet}),
    );
    expect(reading).toMatchObject({layout: 'residents-mid-year', codes: [code(1)]});
    expect(reading.source).toMatchObject({edition: 'Mid-2024', areaVintage: 2021});
    expect(reading.bands.map(({residents}) => residents[0])).toEqual([20, 20, 20, 20]);
  });

  const NOMIS =
    '\n"TS001 - Number of usual residents in households",,\n"ONS Crown Copyright Reserved [from Nomis on 25 November 2022]",,\n"Population :","All usual residents",\n\n';

  it('a total by Nomis, with titles above and footnotes below', () => {
    const reading = taken(
      'residents',
      `${NOMIS}"2021 super output area - lower layer","mnemonic","2021"\n\n"Inventon 001A","${code(1)}",2284\n"Inventon 001B","${code(2)}","1,344"\n\n"","In order to protect against disclosure, records"\n"","have been swapped."\n`,
    );
    expect(reading).toMatchObject({
      layout: 'residents-nomis-total',
      codes: [code(1), code(2)],
      names: ['Inventon 001A', 'Inventon 001B'],
      bands: [],
    });
    expect([...reading.total]).toEqual([2284, 1344]);
    expect(reading.source).toMatchObject({
      edition: 'TS001 - Number of usual residents in households',
      areaVintage: 2021,
    });
    expect([...reading.rows]).toEqual([8, 9]);
  });

  it('ages by Nomis', () => {
    const reading = taken(
      'residents',
      `${NOMIS}"2021 super output area - lower layer","mnemonic","Total: All usual residents","Aged 4 years and under","Aged 5 to 84 years","Aged 85 years and over"\n"Inventon 001A","${code(1)}",100,10,80,10\n`,
    );
    expect(reading.layout).toBe('residents-nomis-by-age');
    expect(reading.bands.map(({label}) => label)).toEqual(['0 to 4', '5 to 84', '85 and over']);
  });

  it('File 6 of the indices of 2019', () => {
    const head = [
      'LSOA code (2011)',
      'LSOA name (2011)',
      'Local Authority District code (2019)',
      'Local Authority District name (2019)',
      'Total population: mid 2015 (excluding prisoners)',
      'Dependent Children aged 0-15: mid 2015 (excluding prisoners)',
      'Population aged 16-59: mid 2015 (excluding prisoners)',
      'Older population aged 60 and over: mid 2015 (excluding prisoners)',
      'Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)',
    ];
    const reading = taken(
      'residents',
      csv([head, [code(1), 'Inventon', 'E06999999', 'Inventon', '1,296', 175, 656, 465, 715]]),
    );
    expect(reading.layout).toBe('iod-2019-file-6');
    expect(reading.bands.map(({label, residents}) => [label, residents[0]])).toEqual([
      ['0 to 15', 175],
      ['16 to 59', 656],
      ['60 and over', 465],
    ]);
  });
});

describe('figures by area', () => {
  it('disability', () => {
    const reading = taken(
      'measures',
      csv([
        ['lsoa21_code', 'total_residents', 'Disabled under the Equality Act', 'Not disabled under the Equality Act'],
        [code(1), 1475, 152, 1323],
      ]),
    );
    expect(reading.layout).toBe('census-2021-disability');
    expect(reading.measures.map(({values}) => values[0])).toEqual([1475, 152, 1323]);
  });

  it('cars, one answer a row, become one column an answer', () => {
    const row = (area: number, answer: string, value: number): (string | number)[] => [
      code(area),
      'x',
      'LSOA',
      '2021-03-21',
      'Cars, vans',
      answer,
      'Count',
      'Households',
      value,
    ];
    const reading = taken(
      'measures',
      csv([
        [
          'area_code',
          'area_name',
          'geography',
          'period',
          'indicator',
          'availability_category',
          'measure',
          'unit',
          'value',
        ],
        row(1, 'No cars', 277),
        row(1, 'One', 207),
        row(2, 'No cars', 5),
      ]),
    );
    expect(reading).toMatchObject({layout: 'census-2021-cars-long', codes: [code(1), code(2)]});
    expect(reading.measures.map(({label, values}) => [label, ...values])).toEqual([
      ['No cars', 277, 5],
      ['One', 207, Number.NaN],
    ]);
  });

  it('cars, one column an answer', () => {
    const reading = taken(
      'measures',
      csv([
        [
          '2021 super output area - lower layer',
          'mnemonic',
          'Number of cars or vans: Total: All households',
          'Number of cars or vans: No cars or vans in household',
          'Number of cars or vans: 1 car or van in household',
          'Number of cars or vans: 3 or more cars or vans in household',
        ],
        ['Inventon', code(1), 10, 5, 3, 2],
      ]),
    );
    expect(reading.layout).toBe('census-2021-cars');
    expect(reading.measures).toHaveLength(4);
  });

  it.each([
    [
      'census-2011-cars',
      [
        'Cars: All categories: Car or van availability; measures: Value',
        'Cars: No cars or vans in household; measures: Value',
        'Cars: 1 car or van in household; measures: Value',
      ],
    ],
    [
      'census-2011-health',
      [
        'disability/health/care: Day-to-day activities limited a lot; measures: Value',
        'disability/health/care: Very good health; measures: Value',
      ],
    ],
    ['census-2011-tenure', ['Tenure: All households; measures: Value', 'Tenure: Owned; measures: Value']],
    [
      'census-2011-residents',
      [
        'Variable: All usual residents; measures: Value',
        'Variable: Males; measures: Value',
        'Variable: Density (number of persons per hectare); measures: Value',
      ],
    ],
    ['ahah-2019', ['gpp_dist', 'ed_dist', 'dent_dist', 'pharm_dist']],
  ])('%s', (layout, heads) => {
    const reading = taken(
      'measures',
      csv([
        ['lsoa11cd', 'date', 'lsoa11nm', 'Rural Urban', ...heads],
        [code(1), 2011, 'Inventon', 'Total', ...heads.map((_, index) => index + 1)],
      ]),
    );
    expect(reading.layout).toBe(layout);
    expect(reading.measures.map(({values}) => values[0]).sort()).toEqual(heads.map((_, index) => index + 1));
  });

  it('demand of a course book', () => {
    const reading = taken(
      'measures',
      csv([
        ['LSOA11CD', 'population', 'demand'],
        [code(1), 1500, 12.5],
      ]),
    );
    expect(reading.layout).toBe('demand-by-area');
    expect(reading.measures.map(({label, values}) => [label, values[0]])).toEqual([
      ['demand', 12.5],
      ['population', 1500],
    ]);
  });

  it('anything, when the planner says that figures are what it is', () => {
    const text = csv([
      ['area code', 'name', 'Loneliness score', 'Smokers'],
      [code(1), 'Inventon', 0.3, 20],
    ]);
    expect(everyReadingOf(text).kind).toBe('refused');
    const reading = taken('measures', text, 'measures');
    expect(reading.layout).toBe('figures-by-area');
    expect(reading.measures.map(({label}) => label)).toEqual(['Loneliness score', 'Smokers']);
  });
});

describe('a planner’s own columns', () => {
  it('are numbers or words, when the planner says so', () => {
    const text = csv([
      ['area code', 'demand', 'Neighbourhood'],
      [code(1), 12.5, 'North'],
    ]);
    const steps = readEvidence([new TextEncoder().encode(text)], 'own.csv', 'own-columns');
    let step = steps.next();
    while (!step.done) step = steps.next();
    const reading = step.value;
    if (reading.kind !== 'measures') throw new Error(reading.kind);
    expect(reading.layout).toBe('own-columns');
    expect(reading.classes).toEqual([
      {label: 'demand', values: ['12.5']},
      {label: 'Neighbourhood', values: ['North']},
    ]);
  });
});

describe('people and buildings of the NHS', () => {
  it.each([
    ['PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS', '04JAN2026'],
    ['PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,Number of Patients', '04JAN2021'],
  ])('patients by practice and area, both sexes together: %s', (head, date) => {
    const row = (practice: string, area: string, sex: string, people: number) =>
      `GP_PRAC_PAT_LIST,${date},${practice},ELM SURGERY,${area},${sex},${people}`;
    const reading = taken(
      'registered-patients',
      [
        head,
        row('A81001', code(1), 'F', 10),
        row('A81001', code(1), 'M', 12),
        row('A81001', code(34_001), 'ALL', 5),
        row('A81002', code(1), 'ALL', 7),
        row('A81002', 'NO2011', 'ALL', 3),
        row('CLOSED', 'W01000001', 'ALL', 1),
      ].join('\n'),
    );
    expect(reading).toMatchObject({
      layout: 'gp-patients-by-lsoa',
      codes: ['A81001', 'A81002', 'CLOSED'],
      areas: [code(1), code(34_001), 'W01000001'],
    });
    expect([[...reading.practice], [...reading.area], [...reading.patients]]).toEqual([
      [0, 0, 1, 2],
      [0, 1, 0, 2],
      [22, 5, 7, 1],
    ]);
    expect(reading.source.areaVintage).toBe(2021);
    expect(reading.notes.join(' ')).toContain('1 row of people whose small area in England or Wales is not known');
  });

  it('estates returns by trust: $ between the columns, headings in the second row, units in brackets', () => {
    const text =
      '$$$$Trust Profile$Finance\nOrganisation Code$Organisation Name$Commissioning Region$Organisation Type$Gross internal floor area (m²)$Investment to reduce backlog maintenance (£)\nRXX$INVENTON, NHS TRUST$NORTH$ACUTE$"71,234"$Not Applicable\nRXY$OTHER TRUST$NORTH$ACUTE$100$5\n';
    const reading = taken('estates', text);
    expect(reading).toMatchObject({
      layout: 'eric-trusts',
      about: 'trust',
      codes: ['RXX', 'RXY'],
      names: ['INVENTON, NHS TRUST', 'OTHER TRUST'],
    });
    expect(reading.measures.map(({unit, values}) => [unit, ...values])).toEqual([
      ['m²', 71_234, 100],
      ['£', Number.NaN, 5],
    ]);
    expect([...reading.rows]).toEqual([3, 4]);
  });

  it('estates returns by site', () => {
    const head = [
      'Trust Code',
      'Trust Name',
      'Commissioning Region',
      'Trust Type',
      'Site Code',
      'Site Name',
      'Site Type',
      'Gross internal floor area (m²)',
      'Floor area - empty (%)',
      'Age profile - total (must equal 100%) (%)',
    ];
    const reading = taken(
      'estates',
      csv([
        head,
        ['RXX', 'Inventon Trust', 'North', 'Acute', 'RXX01', 'Elm House', '4. Mental Health', '1,250', 12.5, 100],
        ['RXX', 'Inventon Trust', 'North', 'Acute', 'RXX01', 'Elm House', '', '', '', ''],
      ]),
    );
    expect(reading).toMatchObject({layout: 'eric-sites', about: 'site', codes: ['RXX01'], trusts: ['RXX']});
    expect(reading.measures.map(({label}) => label)).toEqual(head.slice(7));
    expect(reading.refusals[0]).toEqual({row: 3, column: 'Site Code', reason: '“RXX01” stands already in row 2'});
    expect(reading.notes.join(' ')).toContain('no figure does not mean none');
  });
});

describe('travel times', () => {
  it('wide, one column a site headed by its postcode', () => {
    const reading = taken(
      'travel-times',
      csv([
        ['LSOA11CD', 'AB1 2CD', 'LE15 6NT'],
        [code(1), 12.5, 30],
        [code(2), 7, 45],
      ]),
    );
    expect(reading).toMatchObject({
      layout: 'travel-times-wide',
      codes: [code(1), code(2)],
      destinations: ['AB1 2CD', 'LE15 6NT'],
    });
    expect([...reading.minutes]).toEqual([12.5, 30, 7, 45]);
  });

  it('wide with a site in two columns is refused', () => {
    const reading = everyReadingOf(
      csv([
        ['LSOA11CD', 'AB1 2CD', 'AB1 2CE', 'AB1 2CF', 'AB1 2CG', 'AB1 2CD'],
        [code(1), 12.5, 30, 3, 4, 5],
      ]),
    );
    expect(reading.kind === 'refused' && reading.refused).toContain('two columns headed “AB1 2CD”');
  });

  it('wide under any headings, when the planner says what it is', () => {
    const text = csv([
      ['LSOA21CD', 'Elm Surgery', 'Ash Clinic'],
      [code(1), 12, 30],
    ]);
    expect(everyReadingOf(text).kind).toBe('refused');
    expect(taken('travel-times', text, 'travel-times')).toMatchObject({
      layout: 'travel-times-wide-any',
      destinations: ['Elm Surgery', 'Ash Clinic'],
    });
  });

  it('long, one row a pair; a pair that is missing has no time', () => {
    const reading = taken(
      'travel-times',
      csv([
        ['origin', 'destination', 'minutes', 'km', 'mode'],
        [code(1), 'Elm', 12, 5, 'drive'],
        [code(1), 'Ash', 20, 9, 'drive'],
        [code(2), 'Elm', 3, 1, 'drive'],
      ]),
    );
    expect(reading).toMatchObject({
      layout: 'travel-times-long',
      codes: [code(1), code(2)],
      destinations: ['Elm', 'Ash'],
      rowsTaken: 3,
    });
    expect([...reading.minutes]).toEqual([12, 20, 3, Number.NaN]);
    expect(reading.notes.join(' ')).toContain('1 pair of area and site has no time');
  });

  it('a time that is negative or a pair given twice refuses the whole', () => {
    for (const [rows, why] of [
      [[[code(1), 'Elm', -3]], '“-3” is negative'],
      [
        [
          [code(1), 'Elm', 3],
          [code(1), 'Elm', 4],
        ],
        '“E01000001 and Elm” stands already in row 2',
      ],
    ] as const) {
      const reading = everyReadingOf(csv([['origin', 'destination', 'minutes'], ...rows]));
      expect(reading.kind === 'refused' && reading.refused).toContain(why);
    }
  });
});
