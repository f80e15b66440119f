import type Database from 'better-sqlite3';
import {PlanError} from '../domain/errors.ts';
import type {
  AreaRow,
  CentroidRow,
  ColumnRow,
  DeprivationRow,
  ResidentsRow,
  StreetsPart,
  SuccessionRow,
} from '../domain/evidence.ts';
import type {Refusal, Source} from '../domain/source.ts';
import {joinPieces} from './blobs.ts';
import {polygonsOf} from './geometry.ts';
import {prepared} from './prepared.ts';

export {writeEdition} from './edition.ts';
export {fileHash, fileSize, readChunks} from './granted-file.ts';
export {goBack, type Keeping, readKeeping} from './kept-edition.ts';

/** Every edition that was ever taken, oldest first; `replacedBy` names the one that took its place. */
export function readSources(db: Database.Database): (Source & {replacedBy: string | null})[] {
  const rows = prepared(
    db,
    `SELECT id, kind, title, publisher, edition, date, licence, attribution, file_name AS fileName, file_hash AS fileHash,
       imported_at AS importedAt, rows_read AS rowsRead, rows_taken AS rowsTaken, rows_refused AS rowsRefused, notes,
       replaced_by AS replacedBy
     FROM source ORDER BY fid`,
  ).all() as (Omit<Source, 'notes'> & {notes: string; replacedBy: string | null})[];
  return rows.map((row) => ({...row, notes: JSON.parse(row.notes) as string[]}));
}

export function readRefusals(db: Database.Database, sourceId: string): Refusal[] {
  return prepared(
    db,
    'SELECT row_number AS "row", column_name AS "column", reason FROM refusal WHERE source = ? ORDER BY fid',
  ).all(sourceId) as Refusal[];
}

/** The areas, by code. */
export function readAreas(db: Database.Database): AreaRow[] {
  const rows = prepared(
    db,
    'SELECT code, name, ward_code, ward_name, district_code, district_name, geom FROM area ORDER BY code',
  )
    .raw()
    .all() as [string, string, string, string, string, string, Uint8Array | null][];
  return rows.map(([code, name, wardCode, wardName, districtCode, districtName, geom]) => {
    const polygons = geom && polygonsOf(geom);
    if (!polygons)
      throw new PlanError(
        'file',
        `The area ${code} has no boundary that can be read. Please import the boundaries again.`,
      );
    return {code, name, wardCode, wardName, districtCode, districtName, polygons};
  });
}

/** The areas without their shapes, by code: a tenth of the time where thousands are read and only names are wanted. */
export function readAreaNames(db: Database.Database): Omit<AreaRow, 'polygons'>[] {
  const rows = prepared(
    db,
    'SELECT code, name, ward_code, ward_name, district_code, district_name FROM area ORDER BY code',
  )
    .raw()
    .all() as [string, string, string, string, string, string][];
  return rows.map(([code, name, wardCode, wardName, districtCode, districtName]) => ({
    code,
    name,
    wardCode,
    wardName,
    districtCode,
    districtName,
  }));
}

/** The overall decile of each area that has one, by code. */
export function readDeciles(db: Database.Database): [code: string, decile: number][] {
  return prepared(db, 'SELECT code, decile FROM deprivation').raw().all() as [string, number][];
}

export function readCentroids(db: Database.Database): CentroidRow[] {
  return prepared(db, 'SELECT code, lng, lat FROM centroid ORDER BY code').all() as CentroidRow[];
}

export function readDeprivation(db: Database.Database): DeprivationRow[] {
  const rows = prepared(db, 'SELECT code, decile, rank, score, domains FROM deprivation ORDER BY code').all() as (Omit<
    DeprivationRow,
    'domains'
  > & {domains: string})[];
  return rows.map((row) => ({...row, domains: JSON.parse(row.domains) as DeprivationRow['domains']}));
}

/** Residents by area and age, in order of code and age. */
export function readResidents(db: Database.Database): ResidentsRow[] {
  const rows = prepared(db, 'SELECT code, from_age, to_age, people FROM residents ORDER BY code, from_age, to_age')
    .raw()
    .all() as [string, number, number, number][];
  return rows.map(([code, fromAge, toAge, people]) => ({code, fromAge, toAge, people}));
}

/** The street network's arrays, or null if no streets were imported. */
export function readStreets(db: Database.Database): StreetsPart[] | null {
  const rows = prepared(db, 'SELECT name, bytes FROM streets ORDER BY fid').iterate();
  const parts = joinPieces(rows as Iterable<{name: string; bytes: Uint8Array}>);
  return parts.length > 0 ? parts : null;
}

/** Travel times from elsewhere as the arrays they were kept as, or null if none were imported. */
export function readImportedTimes(db: Database.Database): StreetsPart[] | null {
  const rows = prepared(db, 'SELECT name, bytes FROM imported_time ORDER BY fid').iterate();
  const parts = joinPieces(rows as Iterable<{name: string; bytes: Uint8Array}>);
  return parts.length > 0 ? parts : null;
}

/** The postcodes as the arrays they were kept as, or null if none were imported. */
export function readPostcodes(db: Database.Database): StreetsPart[] | null {
  const rows = prepared(db, 'SELECT name, bytes FROM postcode ORDER BY fid').iterate();
  const parts = joinPieces(rows as Iterable<{name: string; bytes: Uint8Array}>);
  return parts.length > 0 ? parts : null;
}

/** What became of the small areas of one edition in the next; empty if no lookup was imported. */
export function readSuccessions(db: Database.Database): SuccessionRow[] {
  return prepared(
    db,
    'SELECT code, change, new_code AS newCode FROM succession ORDER BY code, new_code',
  ).all() as SuccessionRow[];
}

/** The names of the planner's own columns, in order. */
export function readColumnNames(db: Database.Database): string[] {
  return prepared(db, 'SELECT DISTINCT column_name FROM area_column ORDER BY column_name').pluck().all() as string[];
}

/** One of the planner's own columns, by code. */
export function readColumn(db: Database.Database, column: string): ColumnRow[] {
  return prepared(
    db,
    'SELECT code, column_name AS "column", value, words FROM area_column WHERE column_name = ? ORDER BY code',
  ).all(column) as ColumnRow[];
}
