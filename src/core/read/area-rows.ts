import type {Job} from '../job.ts';
import {levelOf, type Vintage, vintageOf} from './area-codes.ts';
import {isNumberRule} from './cell-rules.ts';
import type {Row} from './csv.ts';
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

export function* areaRows(
  match: Match,
  records: Iterator<Feature>,
  noun: 'row' | 'feature',
  name: string,
  takeGeometry: TakeGeometry | null,
): Job<AreaRows | Refused> {
  const {layout} = match;
  const codeColumn = one(match, 'area code')!;
  const texts = new Map<Found, string[]>();
  const numbers = new Map<Found, number[]>();
  for (const found of match.found) {
    if (found === codeColumn) continue;
    if (isNumberRule(found.column.rule)) numbers.set(found, []);
    else texts.set(found, []);
  }
  const numeric = [...numbers.keys()];
  const required = match.found.filter(({column}) => column.must || column.strict);
  const width = 1 + Math.max(...required.map(({index}) => index));
  const declared = headedVintage(match) ?? layout.vintage ?? null;
  const screen = createPatientScreen(
    match.headings.map(({text}) => text),
    name,
  );
  const faults = createRefusals();
  const firstRow = new Map<string, number>();
  const codes: string[] = [];
  const rows: number[] = [];
  const blanks = new Map<Found, number>();
  const otherLevels = new Map<string, number>();
  let footnotes = 0;
  let rowsRead = 0;
  let newest: Vintage | null = null;

  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (isEmpty(record)) continue;
    rowsRead++;
    if (rowsRead % 256 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${name}`};
    screen.see(record);
    const written = cellOf(codeColumn, record);
    const code = /^[a-z]\d{8}$/.test(written) ? written.toUpperCase() : written;
    const level = levelOf(code);
    if (level === null && isFootnote(code, record, numeric, noun)) {
      footnotes++;
      continue;
    }
    if (level !== null && !accepts(codeColumn, code) && isLarger(level)) {
      otherLevels.set(level, (otherLevels.get(level) ?? 0) + 1);
      continue;
    }
    const fault = faultOf(record, code);
    if (fault) {
      faults.add(record.row, fault.column, fault.reason);
      continue;
    }
    firstRow.set(code, record.row);
    codes.push(code);
    rows.push(record.row);
    for (const [found, values] of texts) values.push(cellOf(found, record));
    for (const found of numeric) {
      const value = (found.column.rule as {read(cell: string): number}).read(record.cells[found.index] ?? '');
      if (Number.isNaN(value)) blanks.set(found, (blanks.get(found) ?? 0) + 1);
      numbers.get(found)!.push(value);
    }
    if (codes.length > LIMITS.rows)
      throw new Unreadable(
        `${name} has more than ${thousands(LIMITS.rows)} rows, more than Closer holds. Cut it to the places you plan for.`,
      );
  }

  const patients = screen.verdict();
  if (patients) return refused(patients, layout.id);
  if (faults.count() > 0) return refusedForRows(faults, noun, name, layout.id);
  if (codes.length === 0) return refused(nothing(), layout.id);
  const notes: string[] = [];
  if (footnotes > 0)
    notes.push(
      `${counted(footnotes, 'line')} below or above the table ${footnotes === 1 ? 'was' : 'were'} left out as a footnote.`,
    );
  for (const [level, count] of otherLevels)
    notes.push(`${counted(count, 'row')} of ${level} level ${count === 1 ? 'was' : 'were'} left out.`);
  for (const [found, count] of blanks)
    if (!found.column.must && !found.column.strict)
      notes.push(`${counted(count, noun)} ${count === 1 ? 'has' : 'have'} no figure under “${found.heading.text}”.`);
  return {
    codes,
    rows: Uint32Array.from(rows),
    texts,
    numbers: new Map([...numbers].map(([found, values]) => [found, Float64Array.from(values)])),
    rowsRead,
    vintage: declared ?? newest,
    notes,
  };

  function faultOf(record: Feature, code: string): {column: string | null; reason: string} | null {
    if (record.flaw) return {column: null, reason: record.flaw};
    if (noun === 'row' && record.cells.length < width)
      return {
        column: null,
        reason: `is cut short: it has ${counted(record.cells.length, 'cell')} and the table has ${counted(match.headings.length, 'column')}`,
      };
    if (
      noun === 'row' &&
      record.cells.length > match.headings.length &&
      record.cells.slice(match.headings.length).some((cell) => cell.trim() !== '')
    )
      return {
        column: null,
        reason: `has ${counted(record.cells.length, 'cell')} where the table has ${counted(match.headings.length, 'column')} (a comma inside a number or a name needs quotation marks)`,
      };
    if (!accepts(codeColumn, code)) return {column: codeColumn.heading.text, reason: why(codeColumn, code)};
    const before = firstRow.get(code);
    if (before !== undefined)
      return {column: codeColumn.heading.text, reason: `“${code}” stands already in ${noun} ${thousands(before)}`};
    const vintage = vintageOf(code);
    if (vintage === 2021 && declared === 2011)
      return {
        column: codeColumn.heading.text,
        reason: `“${code}” has existed only since 2021, and the table is one of 2011 areas; the two editions cannot be mixed`,
      };
    if (vintage === 2021) newest = 2021;
    for (const found of required) {
      if (found === codeColumn) continue;
      const cell = cellOf(found, record);
      const good = isNumberRule(found.column.rule)
        ? !Number.isNaN(found.column.rule.read(cell))
        : found.column.rule.accepts(cell);
      if (!good) return {column: found.heading.text, reason: found.column.rule.why(cell)};
    }
    const shape = takeGeometry ? takeGeometry(record.geometry) : null;
    return shape ? {column: null, reason: `(${code}) ${shape}`} : null;
  }

  function nothing(): string {
    const [level] = [...otherLevels].sort((one, two) => two[1] - one[1])[0] ?? [];
    return level
      ? `${name} holds figures for ${level}s and none for small areas (LSOAs). Download the edition for small areas.`
      : `${name} has column headings and no rows below them. Download it again.`;
  }
}

function accepts(found: Found, cell: string): boolean {
  return !isNumberRule(found.column.rule) && found.column.rule.accepts(cell);
}

function why(found: Found, cell: string): string {
  return found.column.rule.why(cell);
}

/** Levels that exports put above small areas as totals; anything else in the code column is a fault. */
function isLarger(level: string): boolean {
  return level !== 'small area' && level !== 'other area';
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
