import type {Job} from '../job.ts';
import {levelOf} from './area-codes.ts';
import type {Row} from './csv.ts';
import type {EveryKind} from './further-reading.ts';
import {heading, nearest} from './heading.ts';
import type {Layout} from './layout.ts';
import {cellOf, fits, headedVintage, headingsOf, laidOver, type Match, one} from './match.ts';
import {counted, listed, quoted} from './wording.ts';

/**
 * Which layout a table or a set of map features is, by its headings and the look of its first rows; never by its name.
 *
 * The heading row may stand below titles, so each of the first rows is tried as one. Among the layouts whose every required
 * column is there, the one that requires most wins, for it knows most; a planner's own list is the last resort. Where
 * none fits, the answer says what was found, which layout came nearest, and what it lacked.
 */
export interface Recognised {
  match: Match;
  /** How many of the sample's rows stand above the first row of content. */
  above: number;
  /** How much of the file the layout knows, to choose between sheets. */
  weight: number;
}

const HEADING_ROWS = 30;
const HEADING_CELLS = 20_000;

export function* recognise(
  sample: readonly Row[],
  from: 'table' | 'features',
  layouts: readonly Layout[],
  as: Wanted | undefined,
  name: string,
): Job<Recognised | string> {
  const wanted = layouts.filter(
    (layout) => (layout.from === from || layout.from === 'either') && (as ? kindOf(layout) === as : !layout.onlyAsked),
  );
  const headed = wanted.filter(({headless}) => !headless);
  let best: Recognised | null = null;
  let almost: {match: Match; misfit: boolean} | null = null;
  let headingRow: Row | null = null;
  let cells = 0;
  for (const [index, row] of sample.slice(0, from === 'features' ? 1 : HEADING_ROWS).entries()) {
    // Every layout looks at every heading, so a table of thousands of columns gets fewer rows to have them in.
    if (cells > HEADING_CELLS || !maybeHeadings(row, from)) continue;
    cells += row.cells.length;
    yield {done: index, of: 0, doing: `Recognising ${name}`};
    const headings = headingsOf(row.cells);
    const below = sample.slice(index + 1);
    for (const layout of headed) {
      const match = laidOver(layout, headings);
      const misfit = match.missing.length === 0 && (!sameEdition(match) || !fits(match, below));
      if (match.missing.length === 0 && !misfit) {
        if (!best || weight(match) > best.weight) best = {match, above: index + 1, weight: weight(match)};
      } else if (!almost || closeness(match) > closeness(almost.match)) {
        almost = {match, misfit};
        headingRow = row;
      }
    }
    headingRow ??= row;
  }
  best = headlessMatch(wanted, sample, best);
  return best ?? unrecognised(headingRow, almost, sample, from, as, name);
}

/** A kind of reading, or the one layout that is read only when it is asked for by its name. */
export type Wanted = EveryKind | 'own-columns';

function kindOf({kind}: Layout): EveryKind | 'own-columns' {
  return kind === 'measures-long' ? 'measures' : kind;
}

/** A report without headings: nearly every row has the right number of cells, and the cells that tell it look right. */
function headlessMatch(
  layouts: readonly Layout[],
  sample: readonly Row[],
  headed: Recognised | null,
): Recognised | null {
  const rows = sample.filter(({cells}) => cells.some((cell) => cell.trim() !== ''));
  let best = headed;
  for (const layout of layouts) {
    if (!layout.headless || rows.length === 0) continue;
    const {widths, at} = layout.headless;
    const right = rows.filter(({cells}) => cells.length >= widths[0] && cells.length <= widths[1]).length;
    if (right < rows.length * 0.99) continue;
    const headings = Array.from({length: widths[1]}, (_, index) => heading(`column ${index + 1}`));
    const found = layout.columns.map((column, index) => ({
      column,
      index: at[index]! - 1,
      heading: {text: column.label, stem: '', vintage: null},
    }));
    const match: Match = {layout, headings, found, missing: []};
    if (fits(match, rows) && (!best || weight(match) > best.weight)) best = {match, above: 0, weight: weight(match)};
  }
  return best;
}

/** Headings are words that differ from one another; a row of figures or codes is none. */
function maybeHeadings({cells}: Row, from: 'table' | 'features'): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (from === 'features') return filled.length > 0;
  return (
    filled.length >= 2 && new Set(filled).size >= filled.length * 0.8 && !filled.some((cell) => levelOf(cell) !== null)
  );
}

/** A layout of one edition does not fit a table whose headings name the other. */
function sameEdition(match: Match): boolean {
  const headed = headedVintage(match);
  return headed === null || match.layout.vintage === undefined || headed === match.layout.vintage;
}

function weight(match: Match): number {
  const required = new Set(match.found.map(({column}) => column).filter(({must}) => must)).size;
  const preference = {certain: 2_000, likely: 1_000, guess: 0}[match.layout.sure];
  return (match.layout.sure === 'guess' ? 0 : required * 10_000 + preference) + match.found.length;
}

/** The share of required columns found, and how many, for an equal share of more says more. */
function closeness(match: Match): number {
  const required = match.found.filter(({column}) => column.must).length;
  return required / (required + match.missing.length) + required / 1_000;
}

function unrecognised(
  headingRow: Row | null,
  almost: {match: Match; misfit: boolean} | null,
  sample: readonly Row[],
  from: 'table' | 'features',
  as: Wanted | undefined,
  name: string,
): string {
  const thing = from === 'features' ? 'map features' : 'a table';
  if (!headingRow)
    return `${name} has no row of column headings among its first ${HEADING_ROWS}, and no layout without headings fits it. Check that it is the file you meant.`;
  const present = headingRow.cells.map((cell) => cell.trim()).filter(Boolean);
  const columns = `${name} is ${thing} with ${counted(present.length, from === 'features' ? 'property' : 'column').replace('propertys', 'properties')} (${listed(present.map(quoted))})`;
  const telling =
    almost?.match.found.some(({column}) => column.must && !column.each && column.role !== 'area code') ?? false;
  if (!almost || !(telling || as))
    return `${columns}, which Closer does not recognise${as ? ` as ${as}` : ''}. Check that it is the file you meant.`;
  const {layout, missing} = almost.match;
  if (almost.misfit) {
    const larger = levelUnder(almost.match, sample);
    if (larger)
      return `${name} holds figures for ${larger}s and none for small areas (LSOAs). Download the edition for small areas.`;
    const code =
      almost.match.found.find(({column}) => column.must && column.role === 'area code') ?? almost.match.found[0]!;
    return `${columns}. It is most like ${layout.title}, but what stands under ${quoted(code.heading.text)} is not ${code.column.label}.`;
  }
  const free = present.filter((text) => !almost.match.found.some(({heading}) => heading.text === text));
  const hints = missing.slice(0, 3).flatMap((column) => {
    const like = nearest(column.label, free);
    return like ? [`${quoted(like)} for ${column.label}`] : [];
  });
  const lacking = `It is most like ${layout.title}, but lacks ${listed(missing.map((column) => column.label))}`;
  return `${columns}. ${lacking}${hints.length > 0 ? `. Did you mean ${listed(hints)}?` : '.'}`;
}

/** The level of the codes that stand where small areas were looked for, if codes they are. */
function levelUnder(match: Match, sample: readonly Row[]): string | null {
  const found = one(match, 'area code');
  const levels = sample.map((row) => levelOf(cellOf(found, row))).filter((level) => level !== null);
  return levels.length * 2 >= sample.length - 1 &&
    levels[0] !== undefined &&
    levels[0] !== 'small area' &&
    levels[0] !== 'other area'
    ? levels[0]
    : null;
}
