import {csvRows} from './csv.ts';
import type {Encoding} from './decode-text.ts';
import {delimiterOf} from './delimiter.ts';
import {inFront, type Records, tableOf} from './records.ts';

/** A table of delimited text as records, once its delimiter is known from its first lines. */

const SAMPLE_LETTERS = 65_536;

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  '\t': 'tabs',
  ';': 'semicolons',
  '¬': '¬ signs',
  $: '$ signs',
  '|': 'upright bars',
};

export function textTable(
  start: string,
  text: Iterator<string>,
  name: string,
  encoding: () => Encoding,
  wrapping: string,
): Records {
  let head = start;
  while (head.length < SAMPLE_LETTERS) {
    const next = text.next();
    if (next.done) break;
    head += next.value;
  }
  const delimiter = delimiterOf(head.slice(0, SAMPLE_LETTERS));
  const rows = csvRows(inFront([head], text), delimiter, name);
  return tableOf(rows, () => `Table with ${SEPARATORS[delimiter]}, ${encoding()}${wrapping}`);
}
