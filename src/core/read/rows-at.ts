import type {Job} from '../job.ts';
import {openContainer} from './container.ts';
import {headingsOf} from './match.ts';
import {openRecords} from './open-records.ts';
import type {ReadingAids} from './reading-aids.ts';
import {inFront} from './records.ts';

/**
 * The cells of some rows of a file, as they stand in it, by the number that people see. Read anew, for a reading keeps only what it
 * took. Of a workbook it is the sheet that has these headings. Only for a file that has been read before without trouble.
 */
export function* rowsAt(
  chunks: Iterable<Uint8Array>,
  fileName: string,
  headings: readonly string[],
  rows: ReadonlySet<number>,
  aids: ReadingAids,
): Job<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (rows.size === 0) return found;
  const records = yield* openRecords(yield* openContainer(chunks, fileName), aids);
  if (typeof records === 'string') return found;
  const wanted = headings.join('\t');
  const named = (cells: readonly string[]): boolean =>
    headingsOf(cells)
      .map(({text}) => text)
      .join('\t') === wanted;
  const from = records.find(({sample}) => sample.some(({cells}) => named(cells))) ?? records[0]!;
  let read = 0;
  for (const {row, cells} of inFront(from.sample, from.rest)) {
    if (rows.has(row)) found.set(row, [...cells]);
    if (found.size === rows.size) break;
    if (++read % 512 === 0) yield {done: read, of: 0, doing: `Looking at rows of ${fileName}`};
  }
  return found;
}
