import type {EvidenceKind} from '../domain/source.ts';
import {closerValue, setCloserValue} from '../store/closer-table.ts';
import {fingerprint} from '../store/fingerprint.ts';
import type {ProjectFile} from '../store/project-file.ts';

/** Which columns a planner said for a table, by the headings of the table: the next edition of the same list is read alike. */
export interface Columns {
  as: EvidenceKind;
  columns: string[];
}

function keyOf(headings: readonly string[]): `columns:${string}` {
  return `columns:${fingerprint(...headings)}`;
}

export function rememberColumns(db: ProjectFile['db'], headings: readonly string[], said: Columns): void {
  setCloserValue(db, keyOf(headings), JSON.stringify(said));
}

export function columnsRemembered(db: ProjectFile['db'], headings: readonly string[] | null): Columns | null {
  const kept = headings && closerValue(db, keyOf(headings));
  return kept ? (JSON.parse(kept) as Columns) : null;
}
