import type {Feature} from './area-rows.ts';
import type {Row} from './csv.ts';
import type {Reference} from './shape-rows.ts';

/**
 * What every form of file comes down to before it is recognised: rows of cells below some headings, the first of them known
 * and the rest still to be pulled. Map features are rows with a shape.
 */
export interface Records {
  from: 'table' | 'features';
  /** For a table its first rows, headings and all; for features a row of property names, then the first features. */
  sample: Feature[];
  rest: Iterator<Feature>;
  reference: Reference;
  /** How the file is written, for the import sheet; final once all has been read. */
  form: () => string;
  /** The sheet of a workbook. */
  sheet?: string;
}

/** Pulls up to so many rows from an iterator. */
export function firstOf<T>(rows: Iterator<T>, wanted: number): T[] {
  const first: T[] = [];
  while (first.length < wanted) {
    const next = rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  return first;
}

export function* inFront<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** How many rows are looked at before a file is recognised: titles, headings and enough rows to tell codes from words. */
const SAMPLE_ROWS = 250;
const SAMPLE_CELLS = 200_000;

export function tableOf(rows: Iterator<Row>, form: () => string): Records {
  const sample: Row[] = [];
  for (let cells = 0; sample.length < SAMPLE_ROWS && cells < SAMPLE_CELLS; ) {
    const next = rows.next();
    if (next.done) break;
    sample.push(next.value);
    cells += next.value.cells.length;
  }
  return {from: 'table', sample, rest: rows, reference: 'longitude and latitude', form};
}
