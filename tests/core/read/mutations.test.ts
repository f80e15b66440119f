import {gzipSync, strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import type {EveryReading} from '../../../src/core/read/further-reading.ts';
import {chance, MUTATIONS} from './mutate.ts';
import {code, csv, everyReadingOf, geojson, readingOf, square} from './reading-of.ts';
import {BRITISH_GRID, openDocument, shapefile, workbook} from './written-as.ts';
import {geopackage, IN_DEGREES} from './written-geopackage.ts';

/** How many spoilt files each run reads; the environment may ask for more. */
const TRIALS = Number(process.env.CLOSER_MUTATIONS ?? 600);

const range = (length: number) => Array.from({length}, (_, index) => index + 1);

const WHOLE: Readonly<Record<string, Uint8Array>> = {
  residents: strToU8(
    csv([
      ['lsoa21_code', 'lsoa21_name', '0-15', '16-64', '65+', 'total'],
      ...range(30).map((number) => [code(number), `Inventon, ${number}`, 10, 20, 30, 60]),
    ]),
  ),
  deprivation: strToU8(
    csv([
      ['LSOA11CD', 'LSOA11NM', 'IMDRank', 'IMDDecil'],
      ...range(30).map((number) => [
        code(number),
        `Inventon ${number}`,
        number * 1_000,
        Math.ceil((number * 10_000) / 32_844),
      ]),
    ]),
  ),
  'a list of sites': strToU8(
    csv([
      ['id', 'name', 'kind', 'postcode', 'lon', 'lat'],
      ...range(30).map((number) => [
        `S${number}`,
        `Site "${number}"`,
        'pharmacy',
        'AB1 2CD',
        -0.7 + number / 100,
        52.6,
      ]),
    ]),
  ),
  boundaries: strToU8(
    geojson(
      range(12).map((number) => ({
        properties: {LSOA21CD: code(number), LSOA21NM: `Inventon ${number}`},
        geometry: square(-0.7 + number / 50, 52.6),
      })),
    ).replaceAll('},{', '},\n{'),
  ),
  'map points': strToU8(
    geojson(
      range(12).map((number) => ({
        properties: {name: `Site ${number}`, kind: 'gp_practice'},
        geometry: {type: 'Point', coordinates: [-0.7, 52 + number / 100]},
      })),
    ),
  ),
};
/** Other forms and kinds: what comes out is only checked for being in order, not for what it is. */
const FURTHER: Readonly<Record<string, Uint8Array>> = {
  'a workbook': workbook({
    A: [
      ['x', 'y'],
      ['titles', ''],
    ],
    B: [
      ['Titles'],
      [],
      ['LSOA 2021 Code', 'LAD 2023 Code', 'Total', '0-15', '16+'],
      ...range(20).map((number) => [code(number), 'E06000017', 30, 10, 20]),
    ],
  }),
  'an OpenDocument spreadsheet': openDocument({
    A: [['name', 'lon', 'lat'], ...range(20).map((number) => [`Site ${number}`, -0.7 + number / 100, 52.6])],
  }),
  'a shapefile': shapefile(
    ['lsoa11cd'],
    range(8).map((number) => ({
      cells: [code(number)],
      rings: [
        [
          [485_000, 308_000],
          [485_000, 309_000],
          [486_000, 309_000],
          [485_000, 308_000],
        ] as const,
      ],
    })),
    BRITISH_GRID,
  ),
  'a GeoPackage': geopackage(
    [
      {
        name: 'lsoa',
        columns: ['LSOA21CD'],
        srs: IN_DEGREES,
        rows: range(40).map((number) => ({
          cells: [code(number)],
          polygons: [
            [
              [-0.7, 52.6],
              [-0.7, 52.7],
              [-0.6, 52.7],
              [-0.7, 52.6],
            ],
          ],
        })),
      },
    ],
    {pageBytes: 512},
  ),
  KML: strToU8(
    `<kml><Document>${range(8)
      .map(
        (number) =>
          `<Placemark><name>Site ${number}</name><Point><coordinates>-0.${number},52.6,0</coordinates></Point></Placemark>\n`,
      )
      .join('')}</Document></kml>`,
  ),
  TopoJSON: strToU8(
    JSON.stringify({
      type: 'Topology',
      arcs: [
        [
          [-0.7, 52.6],
          [-0.6, 52.6],
          [-0.6, 52.7],
          [-0.7, 52.6],
        ],
      ],
      objects: {
        a: {
          type: 'GeometryCollection',
          geometries: range(4).map((number) => ({type: 'Polygon', properties: {LSOA11CD: code(number)}, arcs: [[0]]})),
        },
      },
    }),
  ),
  'a lookup': strToU8(
    csv([['LSOA11CD', 'LSOA21CD', 'CHGIND'], ...range(20).map((number) => [code(number), code(number), 'U'])]),
  ),
  'a report without headings': strToU8(
    range(20)
      .map((number) =>
        Array.from(
          {length: 27},
          (_, cell) =>
            `"${['FA0' + (10 + number), 'ELM', '', '', 'HIGH STREET', '', '', '', '', 'AB1 2CD', '19740401', '', 'A'][cell] ?? ''}"`,
        ).join(','),
      )
      .join('\r\n'),
  ),
  'estates returns': strToU8(
    csv(
      [
        ['', '', '', '', 'Group'],
        ['Organisation Code', 'Organisation Name', 'Commissioning Region', 'Organisation Type', 'Area (m²)'],
        ...range(10).map((number) => [`RX${number}`, 'Inventon', 'North', 'Acute', 100]),
      ],
      '$',
    ),
  ),
  'patients by practice': strToU8(
    csv([
      ['PRACTICE_CODE', 'PRACTICE_NAME', 'LSOA_CODE', 'SEX', 'NUMBER_OF_PATIENTS'],
      ...range(20).map((number) => ['A81001', 'ELM', code(number), 'ALL', number]),
    ]),
  ),
  'travel times': strToU8(
    csv([['origin', 'destination', 'minutes'], ...range(20).map((number) => [code(number), 'Elm', number])]),
  ),
  postcodes: strToU8(csv([['postcode', 'lon', 'lat'], ...range(20).map((number) => [`AB${number} 2CD`, -0.7, 52.6])])),
};

const PACKED = Object.fromEntries(
  Object.entries(WHOLE).flatMap(([what, bytes]) => [
    [what, bytes],
    [`${what}, gzip`, gzipSync(bytes)],
    [`${what}, zip`, zipSync({'a/file.csv': bytes})],
  ]),
);

describe('spoilt files', () => {
  it.each(Object.keys(PACKED))('%s: whole, it is taken', (what) => {
    expect(readingOf(PACKED[what]!).kind).not.toBe('refused');
  });

  it.each(Object.keys(FURTHER))('%s: whole, it is taken', (what) => {
    expect(everyReadingOf(FURTHER[what]!).kind).not.toBe('refused');
  });

  it.each(Object.entries(MUTATIONS))(
    `%s: each of ${Math.ceil(TRIALS / Object.keys(MUTATIONS).length)} files is taken in order or refused with a sentence`,
    (how, mutation) => {
      const random = chance(how.length * 7_919);
      const files = {...PACKED, ...FURTHER};
      const kinds = Object.keys(files);
      for (let trial = 0; trial < TRIALS / Object.keys(MUTATIONS).length; trial++) {
        const what = kinds[random(kinds.length)]!;
        const once = mutation(files[what as keyof typeof files]!, random);
        const twice = random(4) === 0 && once.length > 0 ? mutation(once, random) : once;
        const reading = everyReadingOf(twice, 'spoilt.csv', undefined, 1 + random(3_000));
        expect(problemOf(reading), `${what}, trial ${trial}`).toBeNull();
      }
    },
  );
});

/** What is wrong with a reading in itself, whatever file it came from. */
function problemOf(reading: EveryReading): string | null {
  if (reading.kind === 'refused') {
    const {refused} = reading;
    if (!/^(spoilt\.csv|The file)/.test(refused)) return `does not begin with the file: ${refused}`;
    if (!/[.?]$/.test(refused) || refused.includes('\n') || refused.length > 1_200) return `is no sentence: ${refused}`;
    return /undefined|null,|NaN|\[object/.test(refused.replace(/“[^”]*”/g, ''))
      ? `speaks of our own affairs: ${refused}`
      : null;
  }
  if (reading.kind === 'streets') return null;
  if (reading.rowsTaken === 0) return 'took nothing';
  if (reading.rowsTaken + reading.rowsRefused > reading.rowsRead) return 'took more than it read';
  if (reading.kind === 'registered-patients')
    return reading.patients.length === reading.rows.length ? null : 'has columns of unequal length';
  if (reading.codes.length !== reading.rows.length) return 'has columns of unequal length';
  if (reading.kind === 'travel-times')
    return reading.minutes.length === reading.codes.length * reading.destinations.length &&
      reading.minutes.every((minutes) => !(minutes < 0))
      ? null
      : 'has times that cannot be';
  if (reading.codes.length !== reading.rowsTaken) return 'has columns of unequal length';
  switch (reading.kind) {
    case 'residents': {
      const people = [reading.total, ...reading.bands.map(({residents}) => residents)];
      if (
        people.some(
          (column) =>
            column.length !== reading.rowsTaken || column.some((count) => !Number.isInteger(count) || count < 0),
        )
      )
        return 'counts people wrongly';
      return new Set(reading.codes).size === reading.codes.length ? null : 'has a code twice';
    }
    case 'deprivation':
      if (reading.decile.some((decile) => decile < 1 || decile > 10)) return 'has a decile beyond 1 to 10';
      return new Set(reading.codes).size === reading.codes.length ? null : 'has a code twice';
    case 'boundaries': {
      const {coordinates, ringEnds, polygonEnds, areaEnds} = reading.shapes;
      if (
        areaEnds.length !== reading.rowsTaken ||
        areaEnds.at(-1) !== polygonEnds.length ||
        polygonEnds.at(-1) !== ringEnds.length ||
        ringEnds.at(-1) !== coordinates.length / 2
      )
        return 'has shapes that do not add up';
      return coordinates.every((value, index) =>
        index % 2 === 0 ? value >= -9 && value <= 2.2 : value >= 49.5 && value <= 61.1,
      )
        ? null
        : 'left Britain';
    }
    case 'unplaced-sites':
    case 'lookup':
    case 'measures':
    case 'estates':
      return null;
    default:
      return reading.lon.every((lon) => lon >= -9 && lon <= 2.2) &&
        reading.lat.every((lat) => lat >= 49.5 && lat <= 61.1)
        ? null
        : 'left Britain';
  }
}
