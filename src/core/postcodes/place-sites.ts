import type {UnplacedSitesReading} from '../read/further-reading.ts';
import {LIMITS} from '../read/limits.ts';
import type {Refusal, SitesReading} from '../read/reading.ts';
import {type PostcodeDirectory, placeOfPostcode} from './directory.ts';

/**
 * A list of sites that gives postcodes, placed: the rows whose postcode is in the directory come in, each of the others is
 * listed with its row and reason, in the order of the file with those that the reader had refused. A postcode that ended
 * still has its place, and the notes count how many sites stand at one. O(rows × log postcodes).
 */
export function placeSites(
  reading: UnplacedSitesReading,
  directory: PostcodeDirectory,
  directoryTitle: string,
): SitesReading {
  const column = reading.columns.find(({role}) => role === 'postcode')?.heading;
  const lon: number[] = [];
  const lat: number[] = [];
  const kept: number[] = [];
  const unknown: Refusal[] = [];
  let ended = 0;
  reading.postcodes.forEach((postcode, index) => {
    const place = placeOfPostcode(directory, postcode);
    if (!place) {
      const name = reading.names[index]!.slice(0, 60);
      const reason = `(${name}) has the postcode ${postcode.slice(0, 10)}, which is not in the project’s postcodes (${directoryTitle}): correct it, or give coordinates`;
      unknown.push({row: reading.rows[index]!, ...(column !== undefined && {column}), reason});
      return;
    }
    kept.push(index);
    lon.push(place.lon);
    lat.push(place.lat);
    if (place.ended) ended++;
  });
  const of = <T>(list: readonly T[]): T[] => kept.map((index) => list[index]!);
  const notes = [`Placed by postcode with ${directoryTitle}: each site stands at the middle of its postcode.`];
  if (ended === 1) notes.push('1 site stands at a postcode that is no longer in use.');
  if (ended > 1) notes.push(`${ended.toLocaleString('en-GB')} sites stand at postcodes that are no longer in use.`);
  return {
    ...reading,
    kind: 'sites',
    codes: of(reading.codes),
    names: of(reading.names),
    siteKinds: of(reading.siteKinds),
    services: of(reading.services),
    standing: of(reading.standing),
    addresses: of(reading.addresses),
    postcodes: of(reading.postcodes),
    parents: of(reading.parents),
    tenure: of(reading.tenure),
    condition: of(reading.condition),
    floorSpace: Float64Array.from(kept, (index) => reading.floorSpace[index]!),
    vacantSpace: Float64Array.from(kept, (index) => reading.vacantSpace[index]!),
    openingCost: Float64Array.from(kept, (index) => reading.openingCost[index]!),
    rows: Uint32Array.from(kept, (index) => reading.rows[index]!),
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    rowsTaken: kept.length,
    rowsRefused: reading.rowsRefused + unknown.length,
    refusals: [...reading.refusals, ...unknown].sort((a, b) => a.row - b.row).slice(0, LIMITS.refusalsKept),
    notes: [...reading.notes, ...notes],
  };
}
