import type {Feature} from './area-rows.ts';
import {below, type Element, xmlTree} from './xml-fragment.ts';
import {xmlPieces} from './xml-pieces.ts';

/**
 * KML placemarks as records (OGC KML 2.3): their ExtendedData and name are the properties, their points and polygons the
 * geometry. Coordinates are longitude, latitude and height, always in degrees. Folders and styles are passed over.
 */
export interface Keyhole {
  properties: Map<string, string>;
  geometry: object | null;
  row: number;
}

export function* keyholeFeatures(text: Iterable<string>, name: string): Generator<Keyhole> {
  let row = 0;
  for (const {xml} of xmlPieces(text, 'Placemark', name)) {
    if (xml === '') continue;
    const placemark = xmlTree(xml, name);
    yield {row: ++row, properties: propertiesOf(placemark), geometry: geometryOf(placemark)};
  }
}

/** A placemark as a record under the given headings. */
export function keyholeRecord({row, properties, geometry}: Keyhole, headings: readonly string[]): Feature {
  return {row, cells: headings.map((heading) => properties.get(heading) ?? ''), geometry};
}

function propertiesOf(placemark: Element): Map<string, string> {
  const properties = new Map<string, string>();
  for (const {attributes, text} of below(placemark, 'SimpleData'))
    if (attributes.name !== undefined) properties.set(attributes.name, text.trim());
  for (const {attributes, children} of below(placemark, 'Data'))
    if (attributes.name !== undefined)
      properties.set(attributes.name, (children.find(({name}) => name === 'value')?.text ?? '').trim());
  // Last, because the data may hold a better name under a heading of its own.
  const named = placemark.children.find(({name}) => name === 'name');
  if (named && !properties.has('name')) properties.set('name', named.text.trim());
  return properties;
}

function geometryOf(placemark: Element): object | null {
  const polygons = below(placemark, 'Polygon').map((polygon) =>
    polygon.children
      .filter(({name}) => name === 'outerBoundaryIs' || name === 'innerBoundaryIs')
      .sort((one, two) => Number(two.name === 'outerBoundaryIs') - Number(one.name === 'outerBoundaryIs'))
      .flatMap((boundary) => below(boundary, 'coordinates').map(pointsOf)),
  );
  if (polygons.length > 0) return {type: 'MultiPolygon', coordinates: polygons};
  const point = below(placemark, 'Point')[0];
  if (point) return {type: 'Point', coordinates: below(point, 'coordinates').flatMap(pointsOf)[0] ?? []};
  return below(placemark, 'LineString').length > 0 ? {type: 'LineString', coordinates: []} : null;
}

function pointsOf({text}: Element): number[][] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((place) => place.split(',').slice(0, 2).map(Number));
}
