import type {Feature} from './area-rows.ts';
import type {Row} from './csv.ts';
import {heading} from './heading.ts';
import {type JsonPart, jsonParts} from './json-parts.ts';
import type {Reference} from './shape-rows.ts';
import {Unreadable} from './unreadable.ts';
import {quoted} from './wording.ts';

/**
 * A GeoJSON file as records: the properties of a feature are its cells, and the names of the properties are the headings.
 * Features are numbered from 1, and that number is their row. A file that a server cut off at its limit, an error message
 * saved as a file, and JSON that is something else are each named as what they are.
 */
export interface FeatureRecords {
  /** The names of the properties, as a heading row. */
  headings: Row;
  sample: Feature[];
  rest: Iterator<Feature>;
  reference: Reference;
}

const SAMPLE_FEATURES = 50;

export function featureRecords(text: Iterable<string>, name: string): FeatureRecords {
  const parts = jsonParts(text, name);
  const members = new Map<string, unknown>();
  const first: JsonPart[] = [];
  for (let next = parts.next(); !next.done; next = parts.next()) {
    const {key, index, value} = next.value;
    if (index === 0) members.set(key, value);
    else first.push(next.value);
    if (first.length === SAMPLE_FEATURES) break;
  }
  if (first.length === 0 || first[0]!.key !== 'features')
    throw new Unreadable(otherJson(members, first.length > 0, name));
  const reference = referenceOf(members.get('crs'), name);
  const keys = keysOf(first);
  const editions = new Set(keysOf(first.slice(0, 1)).map((key) => heading(key).vintage));
  return {
    headings: {row: 0, cells: keys},
    sample: first.map(record),
    rest: others(),
    reference,
  };

  function* others(): Generator<Feature> {
    for (let next = parts.next(); !next.done; next = parts.next()) {
      const part = next.value;
      if (part.index > 0 && part.key === 'features') yield record(part);
      else members.set(part.key, part.value);
    }
    if (cutByServer(members))
      throw new Unreadable(
        `${name} is only a part: the server stopped at its limit and says so in the file. Download the whole edition as a file.`,
      );
    if (referenceOf(members.get('crs'), name) !== reference)
      throw new Unreadable(
        `${name} names its coordinate system after its features. Export it afresh in longitude and latitude.`,
      );
  }

  function record({index, value}: JsonPart): Feature {
    if (typeof value !== 'object' || value === null || (value as {type?: unknown}).type !== 'Feature') {
      if (typeof value === 'object' && value !== null && 'attributes' in value)
        throw new Unreadable(`${name} is Esri JSON and not GeoJSON. Download it again and choose GeoJSON.`);
      return {row: index, cells: [], geometry: null, flaw: 'is not a GeoJSON feature'};
    }
    const {properties, geometry} = value as {properties?: unknown; geometry?: unknown};
    const has = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
    const cells = keys.map((key) => cell(has[key]));
    const other = Object.keys(has).find((key) => {
      const {vintage} = heading(key);
      return vintage !== null && !editions.has(vintage);
    });
    const feature: Feature = {row: index, cells, geometry: geometry ?? null};
    if (other !== undefined)
      feature.flaw = `names its area under ${quoted(other)}, another edition than the first features have; the two cannot be mixed`;
    return feature;
  }
}

function keysOf(parts: readonly JsonPart[]): string[] {
  const keys = new Set<string>();
  for (const {value} of parts) {
    const properties = (value as {properties?: unknown} | null)?.properties;
    if (typeof properties === 'object' && properties !== null) for (const key of Object.keys(properties)) keys.add(key);
  }
  return [...keys];
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join('; ');
  return typeof value === 'object' ? '' : String(value);
}

const DEGREES = /CRS84$|EPSG:+(4326|4258)$/i;
const METRES = /EPSG:+27700$/i;

function referenceOf(crs: unknown, name: string): Reference {
  if (crs === undefined || crs === null) return 'longitude and latitude';
  const named = (crs as {properties?: {name?: unknown}}).properties?.name;
  const text = typeof named === 'string' ? named.trim() : '';
  if (DEGREES.test(text)) return 'longitude and latitude';
  if (METRES.test(text)) return 'National Grid';
  throw new Unreadable(
    `${name} is in a coordinate system that Closer does not know (${quoted(text)}). Export it in longitude and latitude (EPSG:4326).`,
  );
}

function cutByServer(members: Map<string, unknown>): boolean {
  const inner = members.get('properties');
  return (
    members.get('exceededTransferLimit') === true ||
    (typeof inner === 'object' &&
      inner !== null &&
      (inner as {exceededTransferLimit?: unknown}).exceededTransferLimit === true)
  );
}

function otherJson(members: Map<string, unknown>, list: boolean, name: string): string {
  const type = members.get('type');
  const error = members.get('error');
  if (type === 'FeatureCollection') return `${name} holds no features. Download it again.`;
  if (error !== undefined) {
    const said = (error as {message?: unknown} | null)?.message;
    return `${name} is an error message from a server${typeof said === 'string' ? ` (${quoted(said)})` : ''} and not the file. Download it again.`;
  }
  if (type === 'Topology') return `${name} is TopoJSON. Export it as GeoJSON in longitude and latitude.`;
  if (type === 'Feature' || (typeof type === 'string' && members.has('coordinates')))
    return `${name} holds a single shape and not a collection of features. Export the whole layer as GeoJSON.`;
  if (list) return `${name} is a JSON list and not GeoJSON. Save it as CSV or GeoJSON.`;
  return `${name} is JSON but not GeoJSON: it has no list of features. Check that it is the file you meant.`;
}
