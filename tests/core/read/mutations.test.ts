import {gzipSync, strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import type {Reading} from '../../../src/core/read/reading.ts';
import {chance, MUTATIONS} from './mutate.ts';
import {code, csv, geojson, readingOf, square} from './reading-of.ts';

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

  it.each(Object.entries(MUTATIONS))(
    `%s: each of ${Math.ceil(TRIALS / Object.keys(MUTATIONS).length)} files is taken in order or refused with a sentence`,
    (how, mutation) => {
      const random = chance(how.length * 7_919);
      const kinds = Object.keys(PACKED);
      for (let trial = 0; trial < TRIALS / Object.keys(MUTATIONS).length; trial++) {
        const what = kinds[random(kinds.length)]!;
        const once = mutation(PACKED[what]!, random);
        const twice = random(4) === 0 && once.length > 0 ? mutation(once, random) : once;
        const reading = readingOf(twice, 'spoilt.csv', undefined, 1 + random(3_000));
        expect(problemOf(reading), `${what}, trial ${trial}`).toBeNull();
      }
    },
  );
});

/** What is wrong with a reading in itself, whatever file it came from. */
function problemOf(reading: Reading): string | null {
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
  if (reading.codes.length !== reading.rowsTaken || reading.rows.length !== reading.rowsTaken)
    return 'has columns of unequal length';
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
    default:
      return reading.lon.every((lon) => lon >= -9 && lon <= 2.2) &&
        reading.lat.every((lat) => lat >= 49.5 && lat <= 61.1)
        ? null
        : 'left Britain';
  }
}
