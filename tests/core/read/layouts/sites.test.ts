import {describe, expect, it} from 'vitest';
import {csv, geojson, refusedReading, taken} from '../reading-of.ts';

const point = (lon: number, lat: number) => ({type: 'Point', coordinates: [lon, lat]});

describe('sites', () => {
  const HEAD = [
    'kind',
    'ods_code',
    'name',
    'parent',
    'address',
    'postcode',
    'easting',
    'northing',
    'lon',
    'lat',
    'district_gss_2014',
    'extra',
    'source',
  ];
  const row = (kind: string, code: string, name: string) => [
    kind,
    code,
    name,
    '16C',
    'THE HEALTH CENTRE, LAWSON STREET',
    'ts18 1hu',
    444139,
    518708,
    -1.318938,
    54.561687,
    'E06000004',
    'QHM',
    'epraccur 2023/24',
  ];

  it('NHS sites by kind, placed by postcode, offer the services of their kind', () => {
    const reading = taken(
      'sites',
      csv([
        HEAD,
        row('gp_practice', 'A1', 'Elm Surgery'),
        row('gp_branch_surgery', 'A1001', 'Elm Branch'),
        row('pharmacy', 'F1', 'Ash Pharmacy'),
        row('renal_or_dialysis_site', 'R1', 'Renal'),
        row('nhs_trust_site', 'R2', 'Depot'),
      ]),
    );
    expect(reading.layout).toBe('sites-nhs-geocoded');
    expect(reading.siteKinds).toEqual([
      'GP practice',
      'GP branch surgery',
      'Pharmacy',
      'Renal or dialysis unit',
      'NHS trust site',
    ]);
    expect(reading.services).toEqual([['general-practice'], ['general-practice'], ['pharmacy'], ['dialysis'], []]);
    expect(reading.source.edition).toBe('epraccur 2023/24');
    expect(reading.postcodes[0]).toBe('TS18 1HU');
    expect([reading.lon[0], reading.lat[0]]).toEqual([-1.318938, 54.561687]);
  });

  it('the same as map features', () => {
    const properties = {
      kind: 'hospital_site',
      ods_code: 'R1',
      name: 'Inventon General',
      parent: 'R1',
      address: 'High Street',
      postcode: 'LE15 6NT',
      easting: 1,
      northing: 1,
      district_gss_2014: '',
      extra: '',
      source: 'etrust 2018-09',
    };
    const reading = taken('sites', geojson([{properties, geometry: point(-0.7, 52.6)}]));
    expect(reading).toMatchObject({
      layout: 'sites-nhs-geocoded-map',
      siteKinds: ['Hospital'],
      services: [['hospital']],
      codes: ['R1'],
    });
  });

  it('community diagnostic centres of GOV.UK', () => {
    const properties = {
      name: 'Inventon CDC',
      address: 'Inventon, AB1 2CD',
      isOpen12_7: 'Yes',
      services: 'Imaging, Endoscopy',
      icbCode: 'E54000044',
    };
    const reading = taken('sites', geojson([{properties, geometry: point(-0.6, 51.6)}]));
    expect(reading).toMatchObject({
      layout: 'community-diagnostic-centres',
      siteKinds: ['Community diagnostic centre'],
      services: [['diagnostics']],
    });
  });

  it('surgical hubs of GOV.UK', () => {
    const properties = {name: 'Inventon Elective Hub', address: 'Inventon, AB1 2CD', icbCode: 'E54000044'};
    const reading = taken('sites', geojson([{properties, geometry: point(-0.6, 51.6)}]));
    expect(reading).toMatchObject({
      layout: 'elective-surgical-hubs',
      siteKinds: ['Elective surgical hub'],
      services: [['elective-surgery']],
    });
  });

  it('a planner’s own list, with the columns they chose', () => {
    const reading = taken(
      'sites',
      csv([
        ['Building name', 'Type', 'Status', 'Services', 'GIA m2', 'Tenure', 'Post code', 'Longitude', 'Latitude'],
        ['Old Library', 'Library', 'Candidate', 'Advice; Blood tests', '1,250', 'freehold', 'ab1 2cd', -0.7, 52.6],
      ]),
    );
    expect(reading).toMatchObject({
      layout: 'site-list',
      sure: 'guess',
      names: ['Old Library'],
      siteKinds: ['Library'],
      standing: ['candidate'],
      services: [['advice', 'blood-tests']],
      tenure: ['freehold'],
      postcodes: ['AB1 2CD'],
    });
    expect(reading.floorSpace[0]).toBe(1250);
    expect(reading.vacantSpace[0]).toBeNaN();
  });

  it('a bare list of names with X and Y in degrees', () => {
    const reading = taken(
      'sites',
      csv([
        ['name', 'X', 'Y'],
        ['Inventon Hospital', -1.96, 53.9],
      ]),
    );
    expect(reading).toMatchObject({layout: 'site-list', codes: [''], services: [[]]});
  });

  it('a list in metres of the National Grid', () => {
    const reading = taken(
      'sites',
      csv([
        ['Site name', 'Easting', 'Northing'],
        ['Inventon Hall', 485_466, 308_867],
      ]),
    );
    expect(reading.layout).toBe('site-list-grid');
    expect(reading.lon[0]).toBeCloseTo(-0.737525, 5);
    expect(reading.lat[0]).toBeCloseTo(52.670784, 5);
  });

  it('map points with a name', () => {
    const reading = taken(
      'sites',
      geojson([{properties: {name: 'Inventon Hall', services: ['advice', 'job-club']}, geometry: point(-0.7, 52.6)}]),
    );
    expect(reading).toMatchObject({layout: 'site-list-map', services: [['advice', 'job-club']]});
  });

  it('of 1,000 rows with 20 bad ones, 980 come in and 20 are listed with row and reason', () => {
    const rows = Array.from({length: 1000}, (_, index) => [
      `Site ${index}`,
      index % 50 === 7 ? 'nowhere' : -0.7 + index / 10_000,
      52.6,
    ]);
    const reading = taken('sites', csv([['name', 'lon', 'lat'], ...rows]));
    expect([reading.rowsRead, reading.rowsTaken, reading.rowsRefused, reading.refusals.length]).toEqual([
      1000, 980, 20, 20,
    ]);
    expect(reading.refusals[0]).toEqual({row: 9, reason: '(Site 7) has a coordinate that is not a number'});
    expect(reading.rows[7]).toBe(10);
  });

  it('each fault of a row has its own reason', () => {
    const reading = taken(
      'sites',
      [
        'id,name,postcode,lon,lat',
        'a,Good,AB1 2CD,-0.7,52.6',
        'b,,AB1 2CD,-0.7,52.6',
        'c,Swapped,AB1 2CD,52.6,-0.7',
        'd,Null Island,AB1 2CD,0,0',
        'e,Unplaced,ab1 2cd,,',
        'a,Twin,AB1 2CD,-0.6,52.6',
        'f,Sign lost,AB1 2CD,3.1,52.6',
        'g,"Never closed,AB1 2CD,-0.7,52.6',
        'h,Good too,AB1 2CD,-0.7,52.7',
      ].join('\n'),
    );
    expect(reading.names).toEqual(['Good', 'Good too']);
    expect(reading.refusals.map(({row, column, reason}) => `${row} ${column ?? '-'} ${reason}`)).toEqual([
      '3 name there is nothing in it',
      '4 - (Swapped) has longitude and latitude swapped (longitude 52.6, latitude -0.7)',
      '5 - (Null Island) lies outside Britain (longitude 0, latitude 0)',
      '6 - (Unplaced) has no coordinates; look its postcode AB1 2CD up and add them',
      '7 id “a” stands already in row 2',
      '8 - (Sign lost) lies outside Britain (longitude 3.1, latitude 52.6); the longitude has lost its minus sign',
      '9 - has a quotation mark that is opened and not closed',
    ]);
  });

  it('a list with no good row is refused with the first reason', () => {
    const reading = refusedReading(
      csv([
        ['name', 'lon', 'lat'],
        ['Elm', 52.6, -0.7],
        ['Ash', 52.7, -0.7],
      ]),
      'mine.csv',
    );
    expect(reading.refused).toContain(
      'mine.csv holds no site that can be taken: row 2 (Elm) has longitude and latitude swapped',
    );
    expect(reading.refusals).toHaveLength(2);
  });
});
