import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';
import {thousands} from './wording.ts';

/** One row of a table: the line (or feature) it starts on, counted from 1, and its cells as text. */
export interface Row {
  row: number;
  cells: string[];
  /** What is wrong with the row as a whole, in words that follow “row 12 ”. */
  flaw?: string;
}

/**
 * Text to rows, one at a time, for any one-letter delimiter. Follows RFC 4180 (doubled quotes, line breaks inside quotes)
 * and forgives what real exports do: a quotation mark inside a cell is a letter, and one that opens a cell and is never
 * closed spoils its own line only, which comes out whole and marked with a flaw. Lines may end in LF, CRLF or CR.
 * Empty lines are rows of one empty cell, so that row numbers agree with every editor.
 */
export function* csvRows(text: Iterable<string>, delimiter: string, name: string): Generator<Row> {
  const source = text[Symbol.iterator]();
  let pending = '';
  let at = 0;
  let row = 1;
  let ended = false;
  let carriage = false;
  let settled = false;

  const more = (): boolean => {
    if (ended) return false;
    const next = source.next();
    if (next.done) {
      ended = true;
      return false;
    }
    pending = (at === 0 ? pending : pending.slice(at)) + (carriage ? next.value.replaceAll('\r', '\n') : next.value);
    at = 0;
    if (!settled) {
      const first = pending.search(/[\r\n]/);
      settled = first >= 0 && (pending[first] === '\n' || first + 1 < pending.length);
      carriage = settled && pending[first] === '\r' && pending[first + 1] !== '\n';
      if (carriage) pending = pending.replaceAll('\r', '\n');
    }
    return true;
  };
  /** Where the line that starts at `from` ends; the end of the file counts as one. */
  const lineEnd = (from: number): number => {
    const least = from - at;
    for (let ahead = least; ; ) {
      const found = pending.indexOf('\n', at + ahead);
      if (found >= 0) return found;
      if (pending.length - at > LIMITS.lineLength)
        throw new Unreadable(
          `${name}, row ${thousands(row)}: the line is longer than ${thousands(LIMITS.lineLength)} letters, which no table's is. Check that it is the file you meant.`,
        );
      // One letter back: a CR at the end is a line break or half of one, and only what follows can tell.
      ahead = Math.max(least, pending.length - at - 1);
      if (!more()) return pending.length;
    }
  };

  try {
    for (;;) {
      if (at >= pending.length && !more()) return;
      if (at >= pending.length) continue;
      let end = lineEnd(at);
      let line = lineOf(pending, at, end);
      let flaw: string | undefined;
      let cells: string[];
      let lines = 1;
      if (!line.includes('"')) {
        cells = line.split(delimiter);
      } else {
        let parsed = quotedCells(line, delimiter);
        const first = {line, length: end - at};
        while (parsed === 'open' && lines < LIMITS.quotedLines && at + (end - at) < pending.length) {
          // `more` may move what is pending, so places are kept as distances from the start of the row.
          const far = end - at + 1;
          end = lineEnd(at + far);
          line = lineOf(pending, at, end);
          lines++;
          parsed = quotedCells(line, delimiter);
        }
        if (typeof parsed === 'string') {
          flaw = 'has a quotation mark that is opened and not closed';
          cells = first.line.split(delimiter);
          end = at + first.length;
          lines = 1;
        } else cells = parsed;
      }
      if (cells.length > LIMITS.columns)
        throw new Unreadable(
          `${name}, row ${thousands(row)} has more than ${thousands(LIMITS.columns)} columns. Check that it is the file you meant.`,
        );
      yield flaw === undefined ? {row, cells} : {row, cells, flaw};
      at = end + 1;
      row += lines;
    }
  } finally {
    if (!ended) source.return?.();
  }
}

function lineOf(text: string, from: number, to: number): string {
  return text.charCodeAt(to - 1) === 13 && to > from ? text.slice(from, to - 1) : text.slice(from, to);
}

/**
 * The cells of a line with quotation marks; `open` where the last cell's mark is not closed, so that the row may go on in the
 * next line, and `stray` where a cell over several lines closes in the middle of a word, so that the mark was a stray one.
 */
function quotedCells(line: string, delimiter: string): string[] | 'open' | 'stray' {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const next = line.indexOf(delimiter, at);
      cells.push(next < 0 ? line.slice(at) : line.slice(at, next));
      if (next < 0) return cells;
      at = next + 1;
      continue;
    }
    let cell = '';
    let close = at;
    for (;;) {
      const start = close + 1;
      close = line.indexOf('"', start);
      if (close < 0) return 'open';
      cell += line.slice(start, close);
      if (line[close + 1] !== '"') break;
      cell += '"';
      close++;
    }
    const next = line.indexOf(delimiter, close + 1);
    const rest = next < 0 ? line.slice(close + 1) : line.slice(close + 1, next);
    if (rest.trim() !== '' && cell.includes('\n')) return 'stray';
    cells.push(cell + rest);
    if (next < 0) return cells;
    at = next + 1;
  }
}
