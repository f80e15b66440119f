import {describe, expect, it} from 'vitest';
import {code, csv, geojson, refusal, refusedReading, square, taken} from './reading-of.ts';

const HEAD = ['LSOA21CD', 'LSOA21NM', '0-15', '16-64', '65+', 'total'];
const people = (...rows: (string | number)[][]) => csv([HEAD, ...rows]);
const good = (number: number): (string | number)[] => [code(number), `Inventon 00${number}A`, 10, 20, 30, 60];
const with_ = (number: number, column: number, value: string | number) => good(number).with(column, value);

describe('a table of areas is taken whole or refused with its first fault', () => {
  it.each([
    [
      'negative',
      people(good(1), with_(2, 2, -3)),
      'people.csv, row 3, column “0-15”: “-3” is negative, which a count cannot be.',
    ],
    ['not a number', people(with_(1, 3, 'many')), 'row 2, column “16-64”: “many” is not a number'],
    ['blank', people(with_(1, 4, '')), 'row 2, column “65+”: there is nothing where a number belongs'],
    [
      'withheld',
      people(with_(1, 4, '-')),
      'row 2, column “65+”: “-” stands where a number belongs (a figure withheld or not collected)',
    ],
    ['a fraction', people(with_(1, 4, 30.5)), 'row 2, column “65+”: “30.5” is not a whole number'],
    ['twice', people(good(1), good(2), good(1)), 'row 4, column “LSOA21CD”: “E01000001” stands already in row 2'],
    [
      'of no edition',
      people(good(1), with_(2, 0, 'E01099999')),
      '“E01099999” is not the code of any small area of 2011 or 2021',
    ],
    [
      'short by a figure',
      people(good(1), with_(2, 0, 'E0100002')),
      '“E0100002” is no area code: it has 8 characters and a code has nine',
    ],
    [
      'not a code',
      people(good(1), good(3), with_(2, 0, 'Inventon')),
      'row 4, column “LSOA21CD”: “Inventon” is no area code, such as E01000001',
    ],
    ['without a code', people(good(1), with_(2, 0, '')), 'row 3, column “LSOA21CD”: there is no area code'],
    ['Scottish', people(good(1), with_(2, 0, 'S01006506')), '“S01006506” is outside England and Wales'],
    [
      'cut short',
      `${people(good(1))}E01000002,Inventon 002A,1`,
      'row 3 is cut short: it has 3 cells and the table has 6 columns',
    ],
    [
      'too long',
      `${people(good(1))}E01000002,Inventon 002A,1,234,20,30,60\n`,
      'row 3 has 7 cells where the table has 6 columns (a comma inside a number or a name needs quotation marks)',
    ],
    [
      'unclosed',
      people(good(1)).replace('Inventon 001A', '"Inventon 001A'),
      'row 2 has a quotation mark that is opened and not closed',
    ],
  ])('%s', (_, text, sentence) => {
    expect(refusal(text, 'people.csv')).toContain(sentence);
  });

  it('names how many other rows are wrong, and keeps them all to be listed', () => {
    const reading = refusedReading(people(with_(1, 2, -1), with_(2, 2, 'x'), with_(3, 2, '')), 'people.csv');
    expect(reading.refused).toBe(
      'people.csv, row 2, column “0-15”: “-1” is negative, which a count cannot be. So have 2 other rows something wrong. Nothing was taken, because a table of areas is taken whole or not at all: correct it, or download it again.',
    );
    expect(reading.refusals).toHaveLength(3);
    expect(reading.layout).toBe('residents-by-age');
  });

  it('an area that exists only since 2021 in a table of 2011 areas shows two editions mixed', () => {
    const text = csv([
      ['LSOA11CD', '0-15', '16+'],
      [code(1), 1, 2],
      [code(35_000), 1, 2],
    ]);
    expect(refusal(text)).toContain(
      'row 3, column “LSOA11CD”: “E01035000” has existed only since 2021, and the table is one of 2011 areas; the two editions cannot be mixed',
    );
  });

  it('features of two editions in one file are refused', () => {
    const text = geojson([
      {properties: {LSOA21CD: code(1)}, geometry: square(-0.7, 52.6)},
      {properties: {LSOA11CD: code(2)}, geometry: square(-0.6, 52.6)},
    ]);
    expect(refusal(text)).toContain(
      'feature 2 names its area under “LSOA11CD”, another edition than the first features have',
    );
  });

  it('totals of larger areas, footnotes and empty lines are left out and counted', () => {
    const text = `${people(good(1), with_(2, 0, 'E92000001'), with_(3, 0, 'E06000017'))}\n,,,,,\n"","Small counts were changed to protect people"\n`;
    const reading = taken('residents', text);
    expect(reading.codes).toEqual([code(1)]);
    expect(reading.notes.join(' ')).toContain('1 row of country level was left out.');
    expect(reading.notes.join(' ')).toContain('1 row of district level was left out.');
    expect(reading.notes.join(' ')).toContain('left out as a footnote');
  });

  it('titles above the headings are passed over, and rows keep their place in the file', () => {
    const reading = taken('residents', `Population estimates\nMid-2024,,\n\n${people(good(1))}`);
    expect([...reading.rows]).toEqual([5]);
  });

  it('England and Wales in one table is said, and no fault', () => {
    expect(taken('residents', people(good(1), with_(2, 0, 'W01000001'))).notes).toContain(
      '1 area is in England and 1 area in Wales.',
    );
  });
});

describe('a file that is not what was meant', () => {
  it.each([
    [
      'wrong columns',
      csv([
        ['name', 'colour'],
        ['Elm', 'green'],
      ]),
      'is a table with 2 columns (“name” and “colour”). It is most like A list of sites by postcode, but lacks a postcode, or a longitude and a latitude.',
    ],
    [
      'a column renamed',
      people(good(1)).replace('16-64', 'sixteen on'),
      'there are no ages between “0 to 15” and “65 and over”',
    ],
    [
      'a heading misspelt',
      csv([
        ['LSOA21CD', 'IMDRnak', 'IMDDecil'],
        [code(1), 5, 1],
      ]).replace('IMDDecil', 'IMD Decille'),
      'which Closer does not recognise',
    ],
    ['only headings', csv([['name', 'lon', 'lat']]), 'has column headings and no rows below them'],
    ['a web page', '<!DOCTYPE html><html><body>Download</body></html>', 'is a web page and not the file it leads to'],
    [
      'a server’s refusal',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
      'is an error message from a server',
    ],
    [
      'a server’s refusal in JSON',
      '{"error":{"code":400,"message":"Invalid URL"}}',
      'is an error message from a server (“Invalid URL”)',
    ],
    ['KML', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>', 'is KML without any placemarks'],
    ['other XML', '<?xml version="1.0"?><feed/>', 'is XML (“feed”) of a kind that Closer does not read'],
    ['TopoJSON of nothing', '{"type":"Topology","objects":{},"arcs":[]}', 'holds no features'],
    ['one shape', '{"type":"Polygon","coordinates":[]}', 'holds a single shape and not a collection'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'holds no features'],
    [
      'Esri JSON',
      '{"geometryType":"esriGeometryPoint","features":[{"attributes":{"a":1},"geometry":{"x":1,"y":2}}]}',
      'is Esri JSON and not GeoJSON',
    ],
    ['other JSON', '{"a":1}', 'is JSON but not GeoJSON'],
    ['a list', '[{"a":1,"b":"x"}]', 'is a table with 2 columns'],
    ['blank lines', '\n\n  \n', 'holds nothing but empty lines'],
    ['prose', 'Dear colleague\nplease find attached\n', 'has no row of column headings'],
    [
      'another projection',
      geojson([{properties: {LSOA21CD: code(1)}, geometry: square(-0.7, 52.6)}], {
        crs: {properties: {name: 'EPSG:3857'}},
      }),
      'is in a coordinate system that Closer does not know (“EPSG:3857”)',
    ],
  ])('%s', (_, text, sentence) => {
    expect(refusal(text, 'mine')).toContain(sentence);
  });

  it('a misspelt heading is guessed at when the planner says what the file is', () => {
    const sentence = refusal(
      csv([
        ['LSOA21CD', 'LSOA21NM', 'IMDRank', 'IMD Descile'],
        [code(1), 'Inventon', 5, 1],
      ]),
      'imd.csv',
      'deprivation',
    );
    expect(sentence).toContain('lacks the decile (Index of Multiple Deprivation (IMD) Decile)');
  });

  it('a file that is called one thing and is another is named as what it is', () => {
    expect(
      refusal(
        csv([
          ['LSOA21CD', 'IMDRank', 'IMDDecil'],
          [code(1), 5, 1],
        ]),
        'imd.csv',
        'sites',
      ),
    ).toBe(
      'imd.csv is “English indices of deprivation 2025 (rank and decile)”, which holds deprivation and not sites. Import it as what it is, or choose another file.',
    );
  });

  it('boundaries of wards are known, and not taken for small areas', () => {
    const text = geojson([{properties: {WD24CD: 'E05000001'}, geometry: square(-0.7, 52.6)}]);
    expect(refusal(text, 'wards.geojson')).toBe(
      'wards.geojson is “Boundaries of wards” (1 row). Closer knows it, but does not import it yet.',
    );
  });

  it('a part that a server cut off at its limit is refused as a part', () => {
    const features = [{properties: {LSOA21CD: code(1)}, geometry: square(-0.7, 52.6)}];
    const text = geojson(features).replace(/\}$/, ',"exceededTransferLimit":true}');
    expect(refusal(text)).toContain('is only a part: the server stopped at its limit');
    expect(refusal(geojson(features, {properties: {exceededTransferLimit: true}}))).toContain('is only a part');
  });

  it('wards in place of small areas are named as wards', () => {
    expect(
      refusal(
        csv([
          ['area code', '0-15', '16+'],
          ['E05000001', 1, 2],
        ]),
        'w.csv',
        'residents',
      ),
    ).toMatch(/ward|small-area/);
  });

  it('every name in a sentence is fit to be read', () => {
    const sentence = refusal('', `C:\\Users\\me\\${'long '.repeat(40)}\u0007name.csv`);
    expect(sentence.length).toBeLessThan(160);
    expect(sentence).not.toContain('Users');
    expect(sentence).not.toContain('\u0007');
  });
});
