import {levelOf, type Vintage} from './area-codes.ts';
import {isNumberRule} from './cell-rules.ts';
import type {Row} from './csv.ts';
import {type Heading, heading} from './heading.ts';
import type {Column, Layout, Role} from './layout.ts';

/** A layout laid over the headings of one file: which heading plays which part, and which part nobody plays. */
export interface Match {
  layout: Layout;
  headings: Heading[];
  found: Found[];
  missing: Column[];
}

export interface Found {
  column: Column;
  index: number;
  heading: Heading;
}

export function laidOver(layout: Layout, headings: Heading[]): Match {
  const found: Found[] = [];
  const missing: Column[] = [];
  const taken = new Set<number>();
  for (const column of layout.columns) {
    let any = false;
    for (const [index, here] of headings.entries()) {
      if (taken.has(index) || here.stem === '' || !column.named.test(here.stem)) continue;
      taken.add(index);
      found.push({column, index, heading: here});
      any = true;
      if (!column.each) break;
    }
    if (!any && column.must) missing.push(column);
  }
  return {layout, headings, found, missing};
}

export function headingsOf(cells: readonly string[]): Heading[] {
  return cells.map(heading);
}

export function one(match: Match, role: Role): Found | null {
  return match.found.find(({column}) => column.role === role) ?? null;
}

export function every(match: Match, role: Role): Found[] {
  return match.found.filter(({column}) => column.role === role);
}

/** The cell of a role, trimmed; empty where the file has no such column or the row no such cell. */
export function cellOf(found: Found | null, row: Row): string {
  return found ? (row.cells[found.index] ?? '').trim() : '';
}

/** The edition of small areas that the heading of the code column names. */
export function headedVintage(match: Match): Vintage | null {
  return one(match, 'area code')?.heading.vintage ?? one(match, 'area name')?.heading.vintage ?? null;
}

/**
 * Whether the rows look as the layout says: at least half of the filled cells in the columns that must be there are likely.
 * Exports put totals of larger areas among the small ones, so codes of any level count where one is of the right level.
 */
export function fits(match: Match, rows: readonly Row[]): boolean {
  const {without} = match.layout;
  if (without && match.headings.some(({stem}) => without.test(stem))) return false;
  if (rows.every(({cells}) => cells.every((cell) => cell.trim() === ''))) return true;
  return match.found.every((found) => {
    if (!found.column.must) return true;
    let filled = 0;
    let good = 0;
    let larger = 0;
    for (const row of rows) {
      const cell = cellOf(found, row);
      if (cell === '') continue;
      filled++;
      if (isLikely(found, cell)) good++;
      else if (found.column.role === 'area code' && levelOf(cell) !== null) larger++;
    }
    return good * 2 >= filled
      ? filled > 0 || isNumberRule(found.column.rule) || found.column.rule.accepts('')
      : good > 0 && (good + larger) * 2 >= filled;
  });
}

/** A figure that cannot be read is a fault of its row; it says nothing against the column. */
function isLikely({column: {rule}, heading: {stem}}: Found, cell: string): boolean {
  if (!isNumberRule(rule)) return rule.accepts(cell);
  const value = rule.read(cell);
  return rule.likely === undefined || Number.isNaN(value) || rule.likely(value, stem);
}
