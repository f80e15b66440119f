import {joined} from './byte-stream.ts';
import {dbaseTable} from './dbase.ts';
import {LIMITS} from './limits.ts';
import {referenceIn, strangeReference} from './projection.ts';
import type {Reference} from './shape-rows.ts';
import {Unreadable} from './unreadable.ts';
import type {Archive} from './workbook.ts';
import {unzipped, type ZipEntry} from './zip.ts';

/**
 * A zipped shapefile as features (ESRI Shapefile Technical Description, 1998): shapes from .shp, their table from .dbf, the
 * coordinate system from .prj. Outer rings run clockwise and holes the other way, and a hole belongs to the outer ring that
 * holds its first point.
 */
export interface ShapefileFeatures {
  headings: string[];
  reference: Reference;
  features: Generator<{cells: string[]; geometry: object | null}>;
}

type Point = [number, number];

const POLYGONS = [5, 15, 25];
const POINTS = [1, 11, 21];

export function shapefileFeatures(archive: Archive): ShapefileFeatures {
  const {entries, name} = archive;
  const shapes = entries.filter((entry) => /\.shp$/i.test(entry.name) && !/(^|\/)(__MACOSX\/|\.)/.test(entry.name));
  const main = shapes[0]!;
  if (shapes.length > 1)
    throw new Unreadable(`${name} holds ${shapes.length} shapefiles. Zip the one you need by itself.`);
  const stem = main.name.slice(0, -4).toLowerCase();
  const part = (extension: string) => entries.find((entry) => entry.name.toLowerCase() === `${stem}.${extension}`);
  const table = part('dbf');
  if (!table)
    throw new Unreadable(`${name} is a shapefile without its table (.dbf). Zip .shp, .dbf and .prj together.`);
  const projection = part('prj');
  const {headings, records} = dbaseTable(bytesOf(table), name);
  const said = projection ? referenceIn(new TextDecoder().decode(bytesOf(projection))) : undefined;
  if (said === undefined)
    throw new Unreadable(
      `${name} is a shapefile that does not say its coordinate system (.prj). Zip .shp, .dbf and .prj together.`,
    );
  if (said === null) throw new Unreadable(strangeReference(name));
  return {headings, reference: said, features: joinedFeatures()};

  function* joinedFeatures(): Generator<{cells: string[]; geometry: object | null}> {
    const geometries = geometriesOf(bytesOf(main), name);
    for (const cells of records) {
      const next = geometries.next();
      if (next.done) throw new Unreadable(`${name} has more rows in its table than shapes. Export it afresh.`);
      if (cells) yield {cells, geometry: next.value};
    }
    if (!geometries.next().done)
      throw new Unreadable(`${name} has more shapes than rows in its table. Export it afresh.`);
  }

  function bytesOf(entry: ZipEntry): Uint8Array {
    if (entry.size > LIMITS.zipBytes)
      throw new Unreadable(
        `${name} holds a shapefile larger than Closer reads. Ask the publisher for a generalised edition (BGC or BSC).`,
      );
    const chunks = [...unzipped(archive.zip, entry, name)];
    return joined(
      chunks,
      chunks.reduce((sum, {length}) => sum + length, 0),
    );
  }
}

function* geometriesOf(bytes: Uint8Array, name: string): Generator<object | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994) throw cut(name);
  let at = 100;
  while (at < bytes.length) {
    if (at + 12 > bytes.length) throw cut(name);
    const end = at + 8 + view.getInt32(at + 4) * 2;
    if (end > bytes.length || end <= at + 8) throw cut(name);
    const type = view.getInt32(at + 8, true);
    if (type === 0) yield null;
    else if (POINTS.includes(type) && end >= at + 28)
      yield {type: 'Point', coordinates: [view.getFloat64(at + 12, true), view.getFloat64(at + 20, true)]};
    else if (POLYGONS.includes(type)) yield polygonAt(view, at + 8, end, name);
    else yield {type: 'LineString', coordinates: []};
    at = end;
  }
}

function polygonAt(view: DataView, at: number, end: number, name: string): object {
  if (at + 44 > end) throw cut(name);
  const parts = view.getInt32(at + 36, true);
  const points = view.getInt32(at + 40, true);
  const first = at + 44 + parts * 4;
  if (parts < 1 || points < 0 || parts > points || first + points * 16 > end) throw cut(name);
  const rings: Point[][] = [];
  for (let part = 0; part < parts; part++) {
    const from = view.getInt32(at + 44 + part * 4, true);
    const to = part + 1 < parts ? view.getInt32(at + 48 + part * 4, true) : points;
    if (from < 0 || to > points || from >= to) throw cut(name);
    const ring: Point[] = [];
    for (let index = from; index < to; index++)
      ring.push([view.getFloat64(first + index * 16, true), view.getFloat64(first + index * 16 + 8, true)]);
    rings.push(ring);
  }
  const outer = rings.filter((ring) => area(ring) <= 0);
  const polygons = (outer.length > 0 ? outer : [rings[0]!]).map((ring) => [ring]);
  for (const ring of rings) {
    if (polygons.some(([first]) => first === ring)) continue;
    const holder =
      polygons.length === 1 ? polygons[0]! : (polygons.find(([shell]) => holds(shell!, ring[0]!)) ?? polygons[0]!);
    holder.push(ring);
  }
  return {type: 'MultiPolygon', coordinates: polygons};
}

/** Twice the area, negative where the ring runs clockwise. */
function area(ring: readonly Point[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at++)
    sum +=
      (ring[at]![0] - ring[0]![0]) * (ring[at + 1]![1] - ring[0]![1]) -
      (ring[at + 1]![0] - ring[0]![0]) * (ring[at]![1] - ring[0]![1]);
  return sum;
}

function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[before]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function cut(name: string): Unreadable {
  return new Unreadable(`${name} holds a shapefile that is cut short or damaged. Download it again.`);
}
