import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {gather} from './gather.ts';
import {LIMITS} from './limits.ts';
import {referenceIn, strangeReference} from './projection.ts';
import type {DatabaseTable, OpenDatabase, Value} from './reading-aids.ts';
import {firstOf, type Records, tableOf} from './records.ts';
import type {Reference} from './shape-rows.ts';
import {Unreadable} from './unreadable.ts';
import {wellKnownBinary} from './well-known-binary.ts';
import {quoted} from './wording.ts';

/**
 * The layers of a GeoPackage (OGC 12-128r18) as sets of records: features with their shapes, attributes as tables. In degrees
 * (WGS84, ETRS89) or on the National Grid; a layer in another coordinate system is passed over, and said where it is alone.
 */
const SAMPLE_FEATURES = 50;

export function* geopackageRecords(
  chunks: Iterable<Uint8Array>,
  name: string,
  wrapping: string,
  openDatabase: OpenDatabase,
): Job<Records[]> {
  const bytes = yield* gather(chunks, name, 'of a GeoPackage. Export the layer you need as GeoJSON.');
  const tables = new Map(openDatabase(bytes, name).map((table) => [table.name.toLowerCase(), table]));
  const contents = tables.get('gpkg_contents');
  if (!contents)
    throw new Unreadable(
      `${name} is a SQLite database and not a GeoPackage. Export the layer you need as GeoJSON or a table as CSV.`,
    );
  if (tables.has('closer'))
    throw new Unreadable(`${name} is a Closer project. Open it, or start a new project from it as a pack.`);
  const geometries = new Map(listed(tables.get('gpkg_geometry_columns')).map((row) => [row.get('table_name'), row]));
  const systems = new Map(listed(tables.get('gpkg_spatial_ref_sys')).map((row) => [row.get('srs_id'), row]));
  const records: Records[] = [];
  let strange: string | null = null;
  for (const layer of listed(contents)) {
    const title = String(layer.get('table_name'));
    const table = tables.get(title.toLowerCase());
    const geometry = geometries.get(title);
    if (!table) continue;
    if (layer.get('data_type') === 'attributes') records.push(attributesOf(table, wrapping));
    if (layer.get('data_type') !== 'features' || !geometry) continue;
    const reference = referenceOf(systems.get(geometry.get('srs_id')));
    if (reference) records.push(layerOf(table, String(geometry.get('column_name')), reference, wrapping));
    else strange ??= title;
  }
  if (records.length > 0) return records;
  throw new Unreadable(
    strange
      ? strangeReference(`The layer ${quoted(strange)} of ${name}`)
      : `${name} is a GeoPackage without any layer to be read. Export the layer itself.`,
  );
}

/** A small table as rows by the names of their columns. */
function listed(table: DatabaseTable | undefined): Map<string, Value>[] {
  if (!table) return [];
  return firstOf(table.rows(), LIMITS.columns).map(
    (row) => new Map(table.columns.map((column, index) => [column.toLowerCase(), row[index] ?? null])),
  );
}

/** By its number with EPSG, or else by its description: some programs give the National Grid a number of their own. */
function referenceOf(system: ReadonlyMap<string, Value> | undefined): Reference | null {
  const number =
    String(system?.get('organization')).toUpperCase() === 'EPSG' ? system?.get('organization_coordsys_id') : null;
  if (number === 27700) return 'National Grid';
  if (number === 4326 || number === 4258) return 'longitude and latitude';
  return referenceIn(String(system?.get('definition') ?? ''));
}

function layerOf(table: DatabaseTable, geometryColumn: string, reference: Reference, wrapping: string): Records {
  const at = table.columns.findIndex((column) => column.toLowerCase() === geometryColumn.toLowerCase());
  const features = featuresOf(table, at);
  const headings = table.columns.filter((_, column) => column !== at);
  return {
    from: 'features',
    sample: [{row: 0, cells: headings}, ...firstOf(features, SAMPLE_FEATURES)],
    rest: features,
    reference,
    form: () => `GeoPackage, layer ${quoted(table.name)}${wrapping}`,
    sheet: table.name,
  };
}

function* featuresOf(table: DatabaseTable, geometryColumn: number): Generator<Feature> {
  let row = 0;
  for (const values of table.rows()) {
    const blob = values[geometryColumn];
    const geometry = blob instanceof Uint8Array ? shapeOf(blob) : null;
    const feature: Feature = {row: ++row, cells: values.filter((_, at) => at !== geometryColumn).map(cell)};
    if (typeof geometry === 'string') yield {...feature, geometry: null, flaw: geometry};
    else yield {...feature, geometry};
  }
}

/** A GeoPackage writes its own few bytes before the well-known binary: a mark, flags, the coordinate system, an extent. */
function shapeOf(blob: Uint8Array): object | string | null {
  const EXTENT_BYTES = [0, 32, 48, 48, 64];
  const flags = blob[3] ?? 0;
  const extent = EXTENT_BYTES[(flags >> 1) & 7];
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || extent === undefined || blob.length < 8 + extent)
    return 'has a geometry that is not one of a GeoPackage';
  if (flags & 16) return null;
  return wellKnownBinary(blob.subarray(8 + extent)) ?? 'has a geometry that is cut short or damaged';
}

function attributesOf(table: DatabaseTable, wrapping: string): Records {
  function* rows(): Generator<{row: number; cells: string[]}> {
    let row = 0;
    yield {row, cells: table.columns};
    for (const values of table.rows()) yield {row: ++row, cells: values.map(cell)};
  }
  return {...tableOf(rows(), () => `GeoPackage, table ${quoted(table.name)}${wrapping}`), sheet: table.name};
}

function cell(value: Value): string {
  return value === null || value instanceof Uint8Array ? '' : String(value);
}
