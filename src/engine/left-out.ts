import {PlanError} from '../domain/errors.ts';
import type {Refusal} from '../domain/source.ts';
import {sayingWhy} from '../store/file-problem.ts';
import {replaceText} from '../store/replace-file.ts';
import type {Context} from './context.ts';
import {cell} from './export.ts';

/** Rows that were or would be left out, as a table to correct in a spreadsheet: their cells as in the file, the row and why. */
export function writeLeftOut(
  context: Context,
  to: string,
  headings: readonly string[],
  rows: readonly (Refusal & {cells?: readonly string[]})[],
): {rows: number} {
  const path = context.granted(to);
  if (!/\.csv$/i.test(path)) throw new PlanError('invalid', 'Choose a file name that ends in .csv.', 'to');
  const lines = [
    [...headings, 'Row in the file', 'Column', 'Why it was left out'],
    ...rows.map(({row, column, reason, cells = []}) => [
      ...headings.map((_, at) => cells[at] ?? ''),
      row,
      column,
      reason,
    ]),
  ];
  const text = lines.map((line) => line.map(cell).join(',')).join('\r\n');
  sayingWhy(path, 'save', () => replaceText(path, `\uFEFF${text}\r\n`));
  return {rows: rows.length};
}
