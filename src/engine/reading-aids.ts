import {BY_AVERAGE_SHIFT, type NationalGrid} from '../core/read/national-grid.ts';
import type {DatabaseTable, ReadingAids} from '../core/read/reading-aids.ts';
import {Unreadable} from '../core/read/unreadable.ts';
import {foreignTables} from '../store/foreign-tables.ts';

/** What the core asks of others when it reads a file: the grid that a planner brought, and a library for databases. */
export function readingAids(grid: NationalGrid = BY_AVERAGE_SHIFT): ReadingAids {
  return {grid, openDatabase, corrections: []};
}

function openDatabase(bytes: Uint8Array, name: string): DatabaseTable[] {
  const cut = (error: unknown) => (ofSqlite(error) ? damaged(name) : error);
  try {
    return foreignTables(bytes).map((table) => ({
      ...table,
      *rows() {
        try {
          yield* table.rows();
        } catch (error) {
          throw cut(error);
        }
      },
    }));
  } catch (error) {
    throw cut(error);
  }
}

function ofSqlite(error: unknown): boolean {
  return String((error as {code?: unknown} | null)?.code).startsWith('SQLITE_');
}

function damaged(name: string): Unreadable {
  return new Unreadable(`${name} is a database that is cut short or damaged. Download it again.`);
}
