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
