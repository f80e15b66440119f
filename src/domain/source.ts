/** Where evidence came from, under which licence, and what was taken of it. */
export interface Source {
  id: string;
  kind: EvidenceKind;
  title: string;
  publisher: string;
  edition: string;
  /** The date of publication or of the data, as the publisher writes it; empty if the file doesn't say. */
  date: string;
  licence: string;
  /** The line that must stand on every map and export that uses it. */
  attribution: string;
  fileName: string;
  fileHash: string;
  importedAt: string;
  rowsRead: number;
  rowsTaken: number;
  rowsRefused: number;
  /** What the reader noticed and a planner should know, one sentence each. */
  notes: string[];
}

export type EvidenceKind =
  | 'boundaries'
  | 'centroids'
  | 'deprivation'
  | 'residents'
  | 'sites'
  | 'streets'
  | 'travel-times'
  | 'columns'
  | 'postcodes'
  | 'lookup';

/** A row that was left out, and why. `row` counts from 1 in the file as a person would open it. */
export interface Refusal {
  row: number;
  column: string;
  reason: string;
}

/** Evidence older than this many years is worth a second look: a census comes every ten, most else every one to five. */
export const OLD_AFTER_YEARS = 5;

/** The year that an edition is of, as its date, its name or its title says; null where none does. */
export function yearOf({date, edition, title}: Pick<Source, 'date' | 'edition' | 'title'>): number | null {
  for (const text of [date, edition, title]) {
    const years = [...text.matchAll(/\b(19|20)\d\d\b/g)].map(([year]) => Number(year));
    if (years.length > 0) return Math.max(...years);
  }
  return null;
}
