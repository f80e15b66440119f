import {csvRows, type Row} from './csv.ts';
import {delimiterOf} from './delimiter.ts';

/** A table of text as records, with its first rows known before the rest is read. */
export interface TableRecords {
  sample: Row[];
  rest: Iterator<Row>;
  /** “commas”, for the import sheet. */
  separated: string;
}

const SAMPLE_LETTERS = 65_536;
const SAMPLE_ROWS = 250;

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  '\t': 'tabs',
  ';': 'semicolons',
  '¬': '¬ signs',
  $: '$ signs',
  '|': 'upright bars',
};

export function tableRecords(start: string, text: Iterator<string>, name: string): TableRecords {
  let head = start;
  while (head.length < SAMPLE_LETTERS) {
    const next = text.next();
    if (next.done) break;
    head += next.value;
  }
  const delimiter = delimiterOf(head.slice(0, SAMPLE_LETTERS));
  const rest = csvRows(inFront(head, text), delimiter, name);
  const sample: Row[] = [];
  while (sample.length < SAMPLE_ROWS) {
    const next = rest.next();
    if (next.done) break;
    sample.push(next.value);
  }
  return {sample, rest, separated: SEPARATORS[delimiter]!};
}

export function* inFront<T>(first: T, rest: Iterator<T>): Generator<T> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

export function* before<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
