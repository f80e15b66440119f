import {insideOf} from '../core/shapes/inside.ts';
import {readAreaNames, readAreas, readCentroids, readColumn, readDeciles, readResidents} from '../store/evidence.ts';
import {fingerprint} from '../store/fingerprint.ts';
import type {ProjectFile} from '../store/project-file.ts';

/** A count as it is told: null is "not known". */
export function orNull(residents: number): number | null {
  return Number.isNaN(residents) ? null : residents;
}

/**
 * The project's areas with their people, joined from its evidence: parallel arrays in code order.
 *
 * An area without a row of residents has `NaN` of them, "not known": it counts nobody, every answer says of how many areas
 * that is so, and `withoutResidents` names them. One without deprivation has decile and fifth 0, "not known". Travel starts at the population-weighted centroid where there is one, else at a point
 * inside the area.
 */
export interface People {
  codes: string[];
  names: string[];
  wards: string[];
  districts: string[];
  wardCodes: string[];
  districtCodes: string[];
  lng: Float64Array;
  lat: Float64Array;
  /** 1 where the point is a population-weighted centroid. */
  weighted: Uint8Array;
  residents: Float64Array;
  bands: {fromAge: number; toAge: number}[];
  /** Residents by band, band-major: `byBand[band * areas + area]`. */
  byBand: Float64Array;
  /** 1 to 10, 1 = most deprived tenth nationally; 0 = not known. */
  decile: Uint8Array;
  /** 1 to 5, 1 = most deprived fifth nationally; 0 = not known. */
  fifth: Uint8Array;
  withoutResidents: string[];
  withoutDeprivation: string[];
  /** All residents of these areas, added up straight from the rows: what the parts of an answer are audited against. */
  total: number;
  indexOf: Map<string, number>;
  /** Names these areas and their points: travel times from them are kept by it. */
  key: string;
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

export function peopleOf(db: ProjectFile['db']): People {
  const areas = readAreaNames(db).sort((a, b) => (a.code < b.code ? -1 : 1));
  const count = areas.length;
  const indexOf = new Map(areas.map((area, index) => [area.code, index]));
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  const weighted = new Uint8Array(count);
  const centroids = new Map(readCentroids(db).map((row) => [row.code, row]));
  // Shapes take longest to read, and are wanted only where there is no centroid.
  const shapes = areas.every(({code}) => centroids.has(code))
    ? null
    : new Map(readAreas(db).map(({code, polygons}) => [code, polygons]));
  areas.forEach((area, index) => {
    const centroid = centroids.get(area.code);
    const at = centroid ? [centroid.lng, centroid.lat] : insideOf(shapes!.get(area.code)!);
    lng[index] = at[0]!;
    lat[index] = at[1]!;
    weighted[index] = centroid ? 1 : 0;
  });

  const decile = new Uint8Array(count);
  for (const [code, value] of readDeciles(db)) {
    const index = indexOf.get(code);
    if (index !== undefined) decile[index] = value;
  }
  const fifth = decile.map((each) => Math.ceil(each / 2));

  const rows = readResidents(db).filter((row) => indexOf.has(row.code));
  const bandKeys = [...new Set(rows.map((row) => row.fromAge * 1000 + row.toAge))].sort((a, b) => a - b);
  const bands = bandKeys.map((key) => ({fromAge: Math.floor(key / 1000), toAge: key % 1000}));
  const bandOf = new Map(bandKeys.map((key, index) => [key, index]));
  const byBand = new Float64Array(bands.length * count);
  const residents = new Float64Array(count);
  const known = new Uint8Array(count);
  let total = 0;
  for (const row of rows) {
    const index = indexOf.get(row.code)!;
    byBand[bandOf.get(row.fromAge * 1000 + row.toAge)! * count + index]! += row.people;
    residents[index]! += row.people;
    known[index] = 1;
    total += row.people;
  }

  for (let area = 0; area < count; area++) {
    if (known[area]) continue;
    residents[area] = Number.NaN;
    for (let band = 0; band < bands.length; band++) byBand[band * count + area] = Number.NaN;
  }

  /** As the boundaries say; where they don’t, as a lookup does that was brought. */
  function larger(column: string, own: (area: (typeof areas)[number]) => string): string[] {
    const names = areas.map(own);
    if (names.every((name) => name !== '')) return names;
    const looked = new Map(readColumn(db, column).map(({code, words}) => [code, words]));
    return names.map((name, area) => name || (looked.get(areas[area]!.code) ?? ''));
  }

  return {
    codes: areas.map((area) => area.code),
    names: areas.map((area) => area.name),
    wards: larger('Ward', (area) => area.wardName),
    districts: larger('District', (area) => area.districtName),
    wardCodes: areas.map((area) => area.wardCode),
    districtCodes: areas.map((area) => area.districtCode),
    lng,
    lat,
    weighted,
    residents,
    bands,
    byBand,
    decile,
    fifth,
    withoutResidents: areas.filter((_, index) => !known[index]).map((area) => area.code),
    withoutDeprivation: areas.filter((_, index) => !decile[index]).map((area) => area.code),
    total,
    indexOf,
    key: fingerprint('areas', areas.map((area) => area.code).join(' '), bytesOf(lng), bytesOf(lat)),
  };
}
