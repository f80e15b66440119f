import type {Job} from '../core/job.ts';
import {makeDirectory, type PostcodeDirectory} from '../core/postcodes/directory.ts';
import type {PostcodesReading} from '../core/read/further-reading.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import {readPostcodes, readSources} from '../store/evidence.ts';
import type {ProjectFile} from '../store/project-file.ts';

/** A directory of postcodes, and what it is called where a row is not in it. */
export interface Postcodes {
  directory: PostcodeDirectory;
  title: string;
}

export function* postcodesOf({codes, lon, lat, ended, source}: PostcodesReading): Job<Postcodes> {
  return {directory: yield* makeDirectory(codes, lon, lat, ended), title: source.title};
}

/** A directory as the arrays that the project file keeps. */
export function postcodeParts({outward, keys, lon, lat, ended}: PostcodeDirectory): StreetsPart[] {
  const bytesOf = (array: Uint32Array | Int32Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return [
    {name: 'outward', bytes: new TextEncoder().encode(outward.join(' '))},
    {name: 'keys', bytes: bytesOf(keys)},
    {name: 'lon', bytes: bytesOf(lon)},
    {name: 'lat', bytes: bytesOf(lat)},
    {name: 'ended', bytes: ended},
  ];
}

/** The postcodes of a project, or null while it has none. */
export function postcodesIn(db: ProjectFile['db']): Postcodes | null {
  const parts = new Map(readPostcodes(db)?.map(({name, bytes}) => [name, bytes]));
  const [outward, keys, lon, lat, ended] = ['outward', 'keys', 'lon', 'lat', 'ended'].map((name) => parts.get(name));
  if (!outward || !keys || !lon || !lat || !ended) return null;
  const source = readSources(db).find((each) => each.kind === 'postcodes' && !each.replacedBy);
  return {
    directory: {
      outward: new TextDecoder().decode(outward).split(' '),
      keys: new Uint32Array(keys.slice().buffer),
      lon: new Int32Array(lon.slice().buffer),
      lat: new Int32Array(lat.slice().buffer),
      ended,
    },
    title: source?.title ?? 'postcodes',
  };
}
