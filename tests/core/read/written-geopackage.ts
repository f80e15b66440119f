import Database from 'better-sqlite3';

export interface LayerSketch {
  name: string;
  /** Columns of the table and its rows of values, without number and geometry. */
  columns: readonly string[];
  rows: readonly {
    cells: readonly (string | number | null)[];
    polygons: readonly (readonly (readonly [number, number])[])[];
  }[];
  srs: {id: number; organization: string; number: number; definition: string};
}

export const IN_DEGREES: LayerSketch['srs'] = {
  id: 4326,
  organization: 'EPSG',
  number: 4326,
  definition: 'GEOGCS["WGS 84"]',
};
export const ON_GRID: LayerSketch['srs'] = {id: 27700, organization: 'EPSG', number: 27700, definition: 'undefined'};

/** A GeoPackage as SQLite itself writes it. */
export function geopackage(layers: readonly LayerSketch[], {pageBytes = 4096} = {}): Uint8Array {
  const db = new Database(':memory:');
  db.pragma(`page_size = ${pageBytes}`);
  db.exec(`VACUUM;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined', NULL);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT, srs_id INTEGER,
      z TINYINT, m TINYINT, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name));`);
  for (const {name, columns, rows, srs} of layers) {
    db.prepare('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)').run(
      'x',
      srs.id,
      srs.organization,
      srs.number,
      srs.definition,
    );
    db.prepare("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?)").run(name, name, srs.id);
    db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)").run(name, srs.id);
    db.exec(
      `CREATE TABLE "${name}" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" MULTIPOLYGON, ${columns.map((column) => `"${column}" TEXT(9)`).join(', ')})`,
    );
    const insert = db.prepare(`INSERT INTO "${name}" VALUES (NULL, ?, ${columns.map(() => '?').join(', ')})`);
    for (const {cells, polygons} of rows) insert.run(blobOf(polygons, srs.id), ...cells);
  }
  return new Uint8Array(db.serialize());
}

/** A multipolygon of one ring each, with the extent that most programs write. */
function blobOf(rings: LayerSketch['rows'][number]['polygons'], srs: number): Buffer {
  const parts = [
    Buffer.from([0x47, 0x50, 0, 3]),
    number32(srs),
    Buffer.alloc(32),
    Buffer.from([1]),
    number32(6),
    number32(rings.length),
  ];
  for (const ring of rings) {
    const points = Buffer.alloc(ring.length * 16);
    for (const [at, [x, y]] of ring.entries()) {
      points.writeDoubleLE(x, at * 16);
      points.writeDoubleLE(y, at * 16 + 8);
    }
    parts.push(Buffer.from([1]), number32(3), number32(1), number32(ring.length), points);
  }
  return Buffer.concat(parts);
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
