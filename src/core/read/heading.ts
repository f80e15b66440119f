import type {Vintage} from './area-codes.ts';

/**
 * A column's heading, made comparable. Publishers add years, units and capitals as they please (`LSOA21CD`, `LSOA code
 * (2021)`, `lsoa21_code`), so layouts match the *stem*: lower case, single spaces for underscores and line breaks, nothing
 * in brackets. A bracket that a spreadsheet cut off counts as closed. What the bracket said is kept where it is a vintage.
 */
export interface Heading {
  text: string;
  stem: string;
  /** The edition of small areas that the heading itself names. */
  vintage: Vintage | null;
}

const SMALL_AREA_YEAR =
  /(?:lsoa|msoa|oa|output area|layer)[^a-z0-9]*(?:code|name)?\s*\(?(?:20)?(11|21)(?!\d)|\b20(11|21) super output area/;

export function heading(cell: string): Heading {
  const text = cell.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();
  const lower = text.toLowerCase().replaceAll('_', ' ');
  const year = SMALL_AREA_YEAR.exec(lower);
  const stem = lower
    .replace(/\([^()]*(?:\)|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {text, stem, vintage: year ? ((2000 + Number(year[1] ?? year[2])) as Vintage) : null};
}

/** The heading among `present` most like one that is missing, if any is like it at all: for “did you mean”. */
export function nearest(wanted: string, present: readonly string[]): string | null {
  const target = heading(wanted).stem;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(target.length / 3)) + 1;
  for (const text of present) {
    const distance = edits(target.slice(0, 60), heading(text).stem.slice(0, 60));
    if (distance < least) {
      least = distance;
      best = text;
    }
  }
  return best;
}

/** Letters to add, drop or change to turn one word into the other (Levenshtein 1965). */
function edits(one: string, two: string): number {
  let before = Array.from({length: two.length + 1}, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= two.length; j++)
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (one[i - 1] === two[j - 1] ? 0 : 1)));
    before = row;
  }
  return before[two.length]!;
}
