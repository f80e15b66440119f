import type {Job} from '../job.ts';

/**
 * Postcodes and where they stand, thirteen bytes each and found by halving: the whole of Great Britain's 2.7 million take 35 MB.
 *
 * A postcode is an outward part (`LE15`), of which there are some 3,000, and an inward part: a digit and two letters. The key
 * of a postcode is the number of its outward part times 6,760 plus the number of its inward part, so keys stand in the order
 * of the alphabet. Places are longitude and latitude in ten-millionths of a degree, about a centimetre. A place is that of the
 * postcode's middle delivery point: right for a street, not for a door. Making one is O(n log n), finding O(log n).
 */
export interface PostcodeDirectory {
  /** Outward parts in order; its index times `INWARD` begins the keys of each. */
  outward: readonly string[];
  keys: Uint32Array;
  lon: Int32Array;
  lat: Int32Array;
  /** 1 for postcodes that are no longer in use. */
  ended: Uint8Array;
}

export interface PostcodePlace {
  lon: number;
  lat: number;
  ended: boolean;
}

const INWARD = 10 * 26 * 26;
const DEGREE = 1e7;
const FORM = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)([A-Z])([A-Z])$/;

/** Postcodes as a directory reads them: capitals without spaces, none twice, parallel to their places in degrees. */
export function* makeDirectory(
  codes: readonly string[],
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  ended: ArrayLike<number>,
): Job<PostcodeDirectory> {
  if (codes.length !== lon.length || codes.length !== lat.length || codes.length !== ended.length)
    throw new RangeError(`${codes.length} postcodes have ${lon.length} longitudes, ${lat.length} latitudes.`);
  // By outward part first: each part's few hundred are then put in order on their own, with a pause in between.
  const byOutward = new Map<string, number[]>();
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    if (!FORM.test(code)) throw new RangeError(`“${code}” is not a postcode in capitals without spaces.`);
    const part = code.slice(0, -3);
    const held = byOutward.get(part);
    if (held) held.push(index);
    else byOutward.set(part, [index]);
    if (index % 8192 === 8191) yield {done: index, of: codes.length * 2, doing: 'Putting postcodes in order'};
  }
  const outward = [...byOutward.keys()].sort();
  const directory: PostcodeDirectory = {
    outward,
    keys: new Uint32Array(codes.length),
    lon: new Int32Array(codes.length),
    lat: new Int32Array(codes.length),
    ended: new Uint8Array(codes.length),
  };
  let at = 0;
  for (const [place, part] of outward.entries()) {
    const members = byOutward.get(part)!.map((index) => ({index, key: place * INWARD + inwardOf(codes[index]!)}));
    for (const {index, key} of members.sort((a, b) => a.key - b.key)) {
      if (at > 0 && directory.keys[at - 1] === key) throw new RangeError(`The postcode ${codes[index]} stands twice.`);
      directory.keys[at] = key;
      directory.lon[at] = Math.round(lon[index]! * DEGREE);
      directory.lat[at] = Math.round(lat[index]! * DEGREE);
      directory.ended[at] = ended[index]! === 0 ? 0 : 1;
      at++;
    }
    yield {done: codes.length + at, of: codes.length * 2, doing: 'Putting postcodes in order'};
  }
  return directory;
}

/** Where a postcode stands, however it is written (“le15 6aa”); null for one that is not in the directory or is none. */
export function placeOfPostcode(directory: PostcodeDirectory, written: string): PostcodePlace | null {
  const code = written.replace(/\s/g, '').toUpperCase();
  if (!FORM.test(code)) return null;
  const part = halving(directory.outward, code.slice(0, -3));
  if (part < 0) return null;
  const at = halving(directory.keys, part * INWARD + inwardOf(code));
  if (at < 0) return null;
  return {lon: directory.lon[at]! / DEGREE, lat: directory.lat[at]! / DEGREE, ended: directory.ended[at] === 1};
}

/** The postcodes that stand within a box of west, south, east, north. Outward parts keep their numbers, and so do the keys. */
export function withinBox(
  {outward, keys, lon, lat, ended}: PostcodeDirectory,
  [west, south, east, north]: readonly [number, number, number, number],
): PostcodeDirectory {
  const inside = (_: number, at: number): boolean =>
    lon[at]! >= west * DEGREE && lon[at]! <= east * DEGREE && lat[at]! >= south * DEGREE && lat[at]! <= north * DEGREE;
  return {
    outward,
    keys: keys.filter(inside),
    lon: lon.filter(inside),
    lat: lat.filter(inside),
    ended: ended.filter(inside),
  };
}

function inwardOf(code: string): number {
  const at = code.length - 3;
  return Number(code[at]) * 676 + (code.charCodeAt(at + 1) - 65) * 26 + code.charCodeAt(at + 2) - 65;
}

/** The index of a value in an ascending list, or −1. */
function halving<T extends string | number>(list: ArrayLike<T>, value: T): number {
  let from = 0;
  let to = list.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const here = list[middle]!;
    if (here === value) return middle;
    if (here < value) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
