import type {Feature} from './area-rows.ts';
import {heading} from './heading.ts';
import {type JsonPart, jsonParts, SEQUENCE} from './json-parts.ts';
import {keyholeFeatures, keyholeRecord} from './keyhole-features.ts';
import {otherJson, referenceOf, wasCutByServer} from './other-json.ts';
import {firstOf, type Records, tableOf} from './records.ts';
import {type ShapefileFeatures, shapefileFeatures} from './shapefile.ts';
import {topologyFeatures} from './topology.ts';
import {Unreadable} from './unreadable.ts';
import {quoted} from './wording.ts';
import type {Archive} from './workbook.ts';

/**
 * Map features as records, whatever they are written in: the names of their properties are the headings, the properties the
 * cells, and their number from 1 on is their row.
 */
const SAMPLE_FEATURES = 50;

interface Named {
  row: number;
  properties: Record<string, unknown>;
  geometry: unknown;
  flaw?: string;
}

/** GeoJSON, TopoJSON, or a plain JSON list of records, which is a table. */
export function jsonRecords(text: Iterable<string>, name: string, wrapping: string): Records {
  const parts = jsonParts(text, name);
  const members = new Map<string, unknown>();
  const first: JsonPart[] = [];
  while (first.length < SAMPLE_FEATURES) {
    const next = parts.next();
    if (next.done) break;
    if (next.value.index === 0) members.set(next.value.key, next.value.value);
    else first.push(next.value);
  }
  if (members.get('type') === 'Topology') {
    const features = topologyFeatures(Object.fromEntries(members), name).map((feature, index) => ({
      row: index + 1,
      ...feature,
    }));
    if (features.length === 0) throw new Unreadable(`${name} holds no features. Download it again.`);
    return featuresOf(features, [].values(), 'longitude and latitude', () => `TopoJSON${wrapping}`);
  }
  if (first[0]?.key === SEQUENCE) {
    const opening = {key: SEQUENCE, index: 1, value: Object.fromEntries(members)};
    const all = [opening, ...first].map((part) => named(part, name));
    return featuresOf(all, following(), 'longitude and latitude', () => `GeoJSON, a feature a line${wrapping}`);
  }
  if (first.length > 0 && first[0]!.key === '') return listOf(first, parts, wrapping);
  if (first.length === 0) throw new Unreadable(otherJson(members, name));
  const reference = referenceOf(members.get('crs'), name);
  return featuresOf(
    first.map((part) => named(part, name)),
    others(),
    reference,
    () => `GeoJSON${wrapping}`,
  );

  function* following(): Generator<Named> {
    for (const part of parts) yield named(part, name);
  }

  function* others(): Generator<Named> {
    for (let next = parts.next(); !next.done; next = parts.next()) {
      const part = next.value;
      if (part.index > 0 && part.key === 'features') yield named(part, name);
      else members.set(part.key, part.value);
    }
    if (wasCutByServer(members))
      throw new Unreadable(
        `${name} is only a part: the server stopped at its limit and says so in the file. Download the whole edition as a file.`,
      );
    if (referenceOf(members.get('crs'), name) !== reference)
      throw new Unreadable(
        `${name} names its coordinate system after its features. Export it afresh in longitude and latitude.`,
      );
  }
}

export function keyholeRecords(text: Iterable<string>, name: string, wrapping: string): Records {
  const placemarks = keyholeFeatures(text, name);
  const first = firstOf(placemarks, SAMPLE_FEATURES);
  if (first.length === 0) throw new Unreadable(`${name} is KML without any placemarks. Export the layer itself.`);
  const headings = [...new Set(first.flatMap(({properties}) => [...properties.keys()]))];
  return {
    from: 'features',
    sample: [{row: 0, cells: headings}, ...first.map((placemark) => keyholeRecord(placemark, headings))],
    rest: rest(),
    reference: 'longitude and latitude',
    form: () => `KML${wrapping}`,
  };

  function* rest(): Generator<Feature> {
    for (const placemark of placemarks) yield keyholeRecord(placemark, headings);
  }
}

export function shapefileRecords(archive: Archive): Records {
  const {headings, reference, features} = shapefileFeatures(archive);
  const rows = numbered(features);
  return {
    from: 'features',
    sample: [{row: 0, cells: headings}, ...firstOf(rows, SAMPLE_FEATURES)],
    rest: rows,
    reference,
    form: () => 'Shapefile, zip',
  };
}

function* numbered(features: ShapefileFeatures['features']): Generator<Feature> {
  let row = 0;
  for (const {cells, geometry} of features) yield {row: ++row, cells, geometry};
}

function named({index, value}: JsonPart, name: string): Named {
  if (typeof value !== 'object' || value === null || (value as {type?: unknown}).type !== 'Feature') {
    if (typeof value === 'object' && value !== null && 'attributes' in value)
      throw new Unreadable(`${name} is Esri JSON and not GeoJSON. Download it again and choose GeoJSON.`);
    return {row: index, properties: {}, geometry: null, flaw: 'is not a GeoJSON feature'};
  }
  const {properties, geometry} = value as {properties?: unknown; geometry?: unknown};
  return {row: index, properties: object(properties), geometry: geometry ?? null};
}

function featuresOf(
  first: readonly Named[],
  rest: Iterator<Named>,
  reference: Records['reference'],
  form: () => string,
): Records {
  const editions = new Set(Object.keys(first[0]!.properties).map((key) => heading(key).vintage));
  const ofEdition = (key: string) => heading(key).vintage === null || editions.has(heading(key).vintage);
  const keys = [...new Set(first.flatMap(({properties}) => Object.keys(properties)))].filter(ofEdition);
  return {from: 'features', sample: [{row: 0, cells: keys}, ...first.map(record)], rest: others(), reference, form};

  function* others(): Generator<Feature> {
    for (let next = rest.next(); !next.done; next = rest.next()) yield record(next.value);
  }

  function record({row, properties, geometry, flaw}: Named): Feature {
    const feature: Feature = {row, cells: keys.map((key) => cell(properties[key])), geometry};
    const other = Object.keys(properties).find((key) => !ofEdition(key));
    if (flaw !== undefined) feature.flaw = flaw;
    else if (other !== undefined)
      feature.flaw = `names its area under ${quoted(other)}, another edition than the first features have; the two cannot be mixed`;
    return feature;
  }
}

function listOf(first: readonly JsonPart[], rest: Iterator<JsonPart>, wrapping: string): Records {
  const keys = [...new Set(first.flatMap(({value}) => Object.keys(object(value))))];
  return tableOf(rows(), () => `JSON list${wrapping}`);

  function* rows(): Generator<Feature> {
    yield {row: 0, cells: keys};
    for (const part of first) yield item(part);
    for (let next = rest.next(); !next.done; next = rest.next()) yield item(next.value);
  }

  function item({index, value}: JsonPart): Feature {
    const properties = object(value);
    return {row: index, cells: keys.map((key) => cell(properties[key]))};
  }
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join('; ');
  return typeof value === 'object' ? '' : String(value);
}
