import type {Job} from '../job.ts';
import {type AreaLevel, levelOf, type Vintage} from './area-codes.ts';
import {createFaultFinder} from './area-faults.ts';
import {isNumberRule, type NumberRule} from './cell-rules.ts';
import type {Row} from './csv.ts';
import {createLeftOut} from './left-out.ts';
import {LIMITS} from './limits.ts';
import {cellOf, type Found, headedVintage, type Match, one} from './match.ts';
import {createPatientScreen} from './patient-screen.ts';
import type {Refused} from './reading.ts';
import {createRefusals, refused, refusedForRows} from './refusals.ts';
import {Unreadable} from './unreadable.ts';
import {counted, thousands} from './wording.ts';

/**
 * The rows of a table of areas, in columns. One code a row, each code once, every required number a number: a single fault
 * refuses the whole, since a map of England with a hole in it looks like a finding. Rows that are no areas of this level
 * (totals of a district, footnotes, empty lines) are left out and counted. O(rows).
 */
export interface AreaRows {
  codes: string[];
  rows: Uint32Array;
  texts: Map<Found, string[]>;
  numbers: Map<Found, Float64Array>;
  rowsRead: number;
  vintage: Vintage | null;
  notes: string[];
}

/** A record of a file: cells, and a shape where it is a map feature. */
export type Feature = Row & {geometry?: unknown};

/** Takes the geometry of a record, or says what is wrong with it. Called only for records that are otherwise good. */
export type TakeGeometry = (geometry: unknown) => string | null;

/** Cells read between two looks at whether to go on: a few milliseconds. */
const WORK_BETWEEN_YIELDS = 8_000;

export function* areaRows(
  match: Match,
  records: Iterator<Feature>,
  noun: 'row' | 'feature',
  name: string,
  takeGeometry: TakeGeometry | null,
): Job<AreaRows | Refused> {
  const {layout} = match;
  const wanted = layout.level ?? 'small area';
  const codeColumn = one(match, 'area code')!;
  const texts = new Map<Found, string[]>();
  const numbers = new Map<Found, number[]>();
  for (const found of match.found) {
    if (found === codeColumn) continue;
    if (isNumberRule(found.column.rule)) numbers.set(found, []);
    else texts.set(found, []);
  }
  const numeric = [...numbers.keys()];
  const declared = headedVintage(match) ?? layout.vintage ?? null;
  const screen = createPatientScreen(
    match.headings.map(({text}) => text),
    name,
  );
  const finder = createFaultFinder(match, noun, declared, takeGeometry);
  const left = createLeftOut(match);
  const faults = createRefusals();
  const codes: string[] = [];
  const rows: number[] = [];
  const otherLevels = new Map<AreaLevel, number>();
  let footnotes = 0;
  let rowsRead = 0;
  let work = 0;

  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (isEmpty(record)) continue;
    rowsRead++;
    // A feature may have thousands of points, and a table of travel times thousands of columns.
    work += record.cells.length + (noun === 'feature' ? 500 : 0);
    if (work > WORK_BETWEEN_YIELDS) {
      work = 0;
      yield {done: rowsRead, of: 0, doing: `Reading ${name}`};
    }
    screen.see(record);
    const written = cellOf(codeColumn, record);
    const code = /^[a-z]\d{8}$/.test(written) ? written.toUpperCase() : written;
    const level = levelOf(code);
    if (level === null && isFootnote(code, record, numeric, noun)) footnotes++;
    else if (level !== null && level !== wanted && level !== 'other area')
      otherLevels.set(level, (otherLevels.get(level) ?? 0) + 1);
    else if (!left.leaves(record)) {
      const fault = finder.faultOf(record, code);
      if (fault) faults.add(record.row, fault.column, fault.reason);
      else take(record, code);
    }
  }

  const patients = screen.verdict();
  if (patients) return refused(patients, layout.id);
  if (faults.count() > 0) return refusedForRows(faults, noun, name, layout.id);
  if (codes.length === 0) return refused(nothing(otherLevels, wanted, name), layout.id);
  return {
    codes,
    rows: Uint32Array.from(rows),
    texts,
    numbers: new Map([...numbers].map(([found, values]) => [found, Float64Array.from(values)])),
    rowsRead,
    vintage: declared ?? finder.newest(),
    notes: [...leftNotes(footnotes, otherLevels), ...left.notes(), ...blankNotes(numbers, noun)],
  };

  function take(record: Feature, code: string): void {
    if (codes.length === LIMITS.rows)
      throw new Unreadable(
        `${name} has more than ${thousands(LIMITS.rows)} rows, more than Closer holds. Cut it to the places you plan for.`,
      );
    codes.push(code);
    rows.push(record.row);
    for (const [found, values] of texts) values.push(cellOf(found, record));
    for (const [found, values] of numbers)
      values.push((found.column.rule as NumberRule).read(record.cells[found.index] ?? ''));
  }
}

function isEmpty(record: Feature): boolean {
  return record.geometry === undefined && record.cells.every((cell) => cell.trim() === '');
}

/** A line of words under a table: no code, no figures, at most two cells filled. */
function isFootnote(code: string, record: Feature, numeric: readonly Found[], noun: string): boolean {
  if (noun !== 'row' || /^[EW]\d/.test(code)) return false;
  if (numeric.some((found) => /\d/.test(record.cells[found.index] ?? ''))) return false;
  return record.cells.filter((cell) => cell.trim() !== '').length <= 2;
}

function nothing(otherLevels: ReadonlyMap<AreaLevel, number>, wanted: AreaLevel, name: string): string {
  const [level] = [...otherLevels].sort((one, two) => two[1] - one[1])[0] ?? [];
  if (!level) return `${name} has column headings and no rows below them. Download it again.`;
  return `${name} holds figures for ${level}s and none for ${wanted}s${wanted === 'small area' ? ' (LSOAs)' : ''}. Download the edition for ${wanted}s.`;
}

function leftNotes(footnotes: number, otherLevels: ReadonlyMap<AreaLevel, number>): string[] {
  const notes: string[] = [];
  if (footnotes > 0)
    notes.push(
      `${counted(footnotes, 'line')} below or above the table ${footnotes === 1 ? 'was' : 'were'} left out as a footnote.`,
    );
  for (const [level, count] of otherLevels)
    notes.push(`${counted(count, 'row')} of ${level} level ${count === 1 ? 'was' : 'were'} left out.`);
  return notes;
}

/** Figures that need not be there and are not, so that nobody takes the gap for a nought. */
function blankNotes(numbers: ReadonlyMap<Found, number[]>, noun: string): string[] {
  const notes: string[] = [];
  for (const [found, values] of numbers) {
    const blank = values.filter(Number.isNaN).length;
    if (blank > 0)
      notes.push(`${counted(blank, noun)} ${blank === 1 ? 'has' : 'have'} no figure under “${found.heading.text}”.`);
  }
  return notes.length > 5
    ? [...notes.slice(0, 5), `So it is under ${counted(notes.length - 5, 'other heading')}.`]
    : notes;
}
