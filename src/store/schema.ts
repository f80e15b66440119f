import Database from 'better-sqlite3';
import {type Migration, migrate} from './migrate.ts';

/** A line of SQLite's own list of what is in a file. */
export interface SchemaRow {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
  rootpage: number;
}

/** A format's tables: its list, and the columns of each table that holds content or styles. */
export interface Format {
  rows: SchemaRow[];
  columns: Map<string, string[]>;
}

/** What GDAL, QGIS and SQLite keep for themselves, and make again when they need it. */
const MADE_AGAIN = /^(rtree_|sqlite_|gpkg_|gpkgext_|ogr_empty_table$|ogr_system_tables)/;

/** The table that QGIS reads styles from. A planner may have changed or dropped it there. */
export const STYLES = 'layer_styles';

export function schemaIn(db: Database.Database): SchemaRow[] {
  return db.prepare('SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema').all() as SchemaRow[];
}

/** The format that these migrations make, as SQLite keeps it. */
export function formatMadeBy(migrations: readonly Migration[]): Format {
  const db = new Database(':memory:');
  try {
    migrate(db, migrations);
    const rows = schemaIn(db);
    const own = rows.filter((row) => row.type === 'table' && !MADE_AGAIN.test(row.name)).map((row) => row.name);
    return {rows, columns: new Map(own.map((table) => [table, columnNames(db, 'main', table)]))};
  } finally {
    db.close();
  }
}

/** The columns of a table that hold values of their own: not those that are computed. */
export function columnNames(db: Database.Database, schema: 'main' | 'received', table: string): string[] {
  const rows = db.pragma(`${schema}.table_xinfo("${table}")`) as {name: string; hidden: number}[];
  return rows.filter((row) => row.hidden === 0).map((row) => row.name);
}

export function sameSchema(schema: readonly SchemaRow[], expected: readonly SchemaRow[]): boolean {
  const lines = (rows: readonly SchemaRow[]) =>
    rows.map((row) => [row.type, row.name, row.tbl_name, row.sql].join('\n')).sort();
  return lines(schema).join('\0') === lines(expected).join('\0');
}

/** What another program put into a file and Closer does not keep, as it stands in a sentence. */
export function additionsTo(db: Database.Database, schema: readonly SchemaRow[], format: Format): string[] {
  const known = new Set(format.rows.map((row) => row.name));
  const layers = schema
    .filter((row) => row.type === 'table' || row.type === 'view')
    .filter((row) => !known.has(row.name) && !MADE_AGAIN.test(row.name))
    .map((row) => (row.name === 'qgis_projects' ? 'a QGIS project' : `the layer “${row.name}”`));
  const columns = [...format.columns].flatMap(([table, own]) =>
    table === STYLES
      ? []
      : columnNames(db, 'main', table)
          .filter((column) => !own.includes(column))
          .map((column) => `the column “${column}” of “${table}”`),
  );
  return [...layers, ...columns];
}
