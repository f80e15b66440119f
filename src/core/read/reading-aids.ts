import type {Correction} from './corrections.ts';
import {BY_AVERAGE_SHIFT, type NationalGrid} from './national-grid.ts';
import {Unreadable} from './unreadable.ts';

export type Value = number | string | Uint8Array | null;

/** One table of a database that came from elsewhere. Its rows may be gone through more than once. */
export interface DatabaseTable {
  name: string;
  columns: string[];
  rows: () => Generator<Value[]>;
}

/** The tables in a database's bytes. Throws `Unreadable` where they are damaged, while it opens them or while it reads. */
export type OpenDatabase = (bytes: Uint8Array, name: string) => DatabaseTable[];

/** What reading a file may need from outside the core. */
export interface ReadingAids {
  /** How metres of the National Grid become longitude and latitude. */
  grid: NationalGrid;
  /** The core knows no database: whoever has a library for it gives this. */
  openDatabase: OpenDatabase;
  /** Cells that a planner put right. */
  corrections: readonly Correction[];
}

export const NO_AIDS: ReadingAids = {
  grid: BY_AVERAGE_SHIFT,
  corrections: [],
  openDatabase: (_, name) => {
    throw new Unreadable(`${name} is a database. Export the layer or table you need as GeoJSON or CSV.`);
  },
};
