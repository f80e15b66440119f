import type {Reference} from './shape-rows.ts';
import {Unreadable} from './unreadable.ts';
import {quoted} from './wording.ts';

/** What the members of a GeoJSON file beside its features say: its coordinate system, a server’s limit, or that it is something else. */

const DEGREES = /CRS84$|EPSG:+(4326|4258)$/i;
const METRES = /EPSG:+27700$/i;

export function referenceOf(crs: unknown, name: string): Reference {
  if (crs === undefined || crs === null) return 'longitude and latitude';
  const named = (crs as {properties?: {name?: unknown} | null}).properties?.name;
  const text = typeof named === 'string' ? named.trim() : '';
  if (DEGREES.test(text)) return 'longitude and latitude';
  if (METRES.test(text)) return 'National Grid';
  throw new Unreadable(
    `${name} is in a coordinate system that Closer does not know (${quoted(text)}). Export it in longitude and latitude (EPSG:4326).`,
  );
}

/** ArcGIS servers stop at some number of features and say so in one of two places. */
export function wasCutByServer(members: ReadonlyMap<string, unknown>): boolean {
  const inner = members.get('properties');
  return (
    members.get('exceededTransferLimit') === true ||
    (typeof inner === 'object' &&
      inner !== null &&
      (inner as {exceededTransferLimit?: unknown}).exceededTransferLimit === true)
  );
}

/** The sentence for JSON without a list of features. */
export function otherJson(members: ReadonlyMap<string, unknown>, name: string): string {
  const type = members.get('type');
  const error = members.get('error');
  if (type === 'FeatureCollection') return `${name} holds no features. Download it again.`;
  if (error !== undefined) {
    const said = (error as {message?: unknown} | null)?.message;
    return `${name} is an error message from a server${typeof said === 'string' ? ` (${quoted(said)})` : ''} and not the file. Download it again.`;
  }
  if (type === 'Feature' || (typeof type === 'string' && members.has('coordinates')))
    return `${name} holds a single shape and not a collection of features. Export the whole layer as GeoJSON.`;
  return `${name} is JSON but not GeoJSON: it has no list of features. Check that it is the file you meant.`;
}
