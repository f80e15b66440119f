import {LIMITS} from './limits.ts';
import type {Refusal, Refused} from './reading.ts';
import {counted, quoted, thousands} from './wording.ts';

/** The rows that were refused, all counted and the first thousand kept. */
export interface Refusals {
  add(row: number, column: string | null, reason: string): void;
  count(): number;
  kept(): Refusal[];
}

export function createRefusals(): Refusals {
  const kept: Refusal[] = [];
  let count = 0;
  return {
    add: (row, column, reason) => {
      count++;
      if (kept.length < LIMITS.refusalsKept) kept.push(column === null ? {row, reason} : {row, column, reason});
    },
    count: () => count,
    kept: () => kept,
  };
}

export function refused(sentence: string, layout: string | null = null, refusals: Refusal[] = []): Refused {
  return {kind: 'refused', refused: sentence, layout, refusals};
}

/** “row 12, column “total”: “x” is not a number”, or “row 12 is cut short”. */
export function placed({row, column, reason}: Refusal, noun: string): string {
  return column === undefined
    ? `${noun} ${thousands(row)} ${reason}`
    : `${noun} ${thousands(row)}, column ${quoted(column)}: ${reason}`;
}

/** Refuses a table of areas because of its rows: a whole edition or nothing. */
export function refusedForRows(refusals: Refusals, noun: string, name: string, layout: string): Refused {
  const first = refusals.kept()[0]!;
  const others = refusals.count() - 1;
  const more =
    others === 0 ? '' : ` So ${others === 1 ? 'has' : 'have'} ${counted(others, `other ${noun}`)} something wrong.`;
  const sentence = `${name}, ${placed(first, noun)}.${more} Nothing was taken, because a table of areas is taken whole or not at all: correct it, or download it again.`;
  return refused(sentence, layout, refusals.kept());
}
