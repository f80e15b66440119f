import type {Job} from '../core/job.ts';
import {placeSites} from '../core/postcodes/place-sites.ts';
import type {EveryReading} from '../core/read/further-reading.ts';
import type {Reading, Refused, SitesReading} from '../core/read/reading.ts';
import {type Brought, refusal} from './bring.ts';
import {type Postcodes, postcodesIn, postcodesOf} from './postcodes.ts';
import {type Editions, editionsOf} from './rebase.ts';
import type {Workspace} from './workspace.ts';

/** What of a project takes, once it was read. */
export type TakenReading = Exclude<Reading, Refused>;

/** What helps to take other files: postcodes place sites, a lookup rebases areas. */
export interface Beside {
  postcodes: Postcodes | null;
  editions: Editions | null;
  /** The areas of the project once the import is done. */
  areas: readonly string[];
}

/** What places and joins the others may come in the same act as they, in any order. */
export function* besideOf(readings: readonly TakenReading[], workspace: Workspace): Job<Beside> {
  const directory = readings.find((each) => each.kind === 'postcodes');
  const wanted = readings.some(({kind}) => kind === 'unplaced-sites');
  const postcodes = directory ? yield* postcodesOf(directory) : wanted ? postcodesIn(workspace.file.db) : null;
  const joins = readings.some(({kind}) => kind === 'residents' || kind === 'deprivation');
  const boundaries = readings.find((each) => each.kind === 'boundaries');
  const areas = boundaries ? boundaries.codes : workspace.people().codes;
  return {postcodes, editions: joins ? editionsOf(readings, areas, workspace) : null, areas};
}

/** A list of sites by postcode becomes one of sites with a place. */
export function placed<R extends EveryReading>(
  {fileName, reading}: Brought<R>,
  {postcodes}: Beside,
): Exclude<R, {kind: 'unplaced-sites'}> | SitesReading {
  if (reading.kind !== 'unplaced-sites') return reading as Exclude<R, {kind: 'unplaced-sites'}>;
  if (!postcodes)
    throw refusal(
      fileName,
      `${fileName} gives postcodes and no coordinates, and the project has no postcodes yet. Bring a directory (Code-Point Open, NSPL or ONSPD) first, or together with it.`,
    );
  const sites = placeSites(reading, postcodes.directory, postcodes.title);
  if (sites.rowsTaken === 0)
    throw refusal(
      fileName,
      `${fileName} has no row whose postcode is in the project’s postcodes (${postcodes.title}). Bring a directory of the place that it is about.`,
    );
  return sites;
}
