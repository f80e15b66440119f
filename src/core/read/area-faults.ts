import {type Vintage, vintageOf} from './area-codes.ts';
import type {Feature, TakeGeometry} from './area-rows.ts';
import {isNumberRule} from './cell-rules.ts';
import {cellOf, type Found, type Match, one} from './match.ts';
import {counted, thousands} from './wording.ts';

/** What is wrong with a row of a table of areas: in a column, or as a whole. */
export interface Fault {
  column: string | null;
  reason: string;
}

/** Looks at rows one by one and remembers which areas it has seen. */
export interface FaultFinder {
  faultOf(record: Feature, code: string): Fault | null;
  /** 2021 once an area has been seen that did not exist before. */
  newest(): Vintage | null;
}

export function createFaultFinder(
  match: Match,
  noun: 'row' | 'feature',
  declared: Vintage | null,
  takeGeometry: TakeGeometry | null,
): FaultFinder {
  const codeColumn = one(match, 'area code')!;
  const required = match.found.filter(({column}) => column.must || column.strict);
  const checked = required.filter((found) => found !== codeColumn);
  const width = 1 + Math.max(...required.map(({index}) => index));
  const key = (match.layout.key ?? ['area code']).map((role) => one(match, role));
  const columns = counted(match.headings.length, 'column');
  const firstRow = new Map<string, number>();
  let newest: Vintage | null = null;
  return {newest: () => newest, faultOf};

  function faultOf(record: Feature, code: string): Fault | null {
    if (record.flaw) return {column: null, reason: record.flaw};
    return (
      wrongWidth(record) ?? wrongCode(code) ?? wrongCell(record) ?? twice(record, code) ?? wrongShape(record, code)
    );
  }

  function wrongWidth({cells}: Feature): Fault | null {
    if (noun === 'feature') return null;
    if (cells.length < width)
      return {
        column: null,
        reason: `is cut short: it has ${counted(cells.length, 'cell')} and the table has ${columns}`,
      };
    const beyond =
      cells.length > match.headings.length && cells.slice(match.headings.length).some((cell) => cell.trim() !== '');
    if (!beyond) return null;
    return {
      column: null,
      reason: `has ${counted(cells.length, 'cell')} where the table has ${columns} (a comma inside a number or a name needs quotation marks)`,
    };
  }

  function wrongCode(code: string): Fault | null {
    const {rule} = codeColumn.column;
    const column = codeColumn.heading.text;
    if (isNumberRule(rule) || !rule.accepts(code)) return {column, reason: rule.why(code)};
    if (vintageOf(code) !== 2021) return null;
    newest = 2021;
    if (declared !== 2011) return null;
    return {
      column,
      reason: `“${code}” has existed only since 2021, and the table is one of 2011 areas; the two editions cannot be mixed`,
    };
  }

  function wrongCell(record: Feature): Fault | null {
    for (const found of checked) {
      const {rule} = found.column;
      const cell = cellOf(found, record);
      const good = isNumberRule(rule) ? !Number.isNaN(rule.read(cell)) : rule.accepts(cell);
      if (!good) return {column: found.heading.text, reason: rule.why(cell)};
    }
    return null;
  }

  function twice(record: Feature, code: string): Fault | null {
    const whole = key.map((found: Found | null) => (found === codeColumn ? code : cellOf(found, record))).join(' and ');
    const before = firstRow.get(whole);
    if (before !== undefined)
      return {column: codeColumn.heading.text, reason: `“${whole}” stands already in ${noun} ${thousands(before)}`};
    firstRow.set(whole, record.row);
    return null;
  }

  function wrongShape({geometry}: Feature, code: string): Fault | null {
    const shape = takeGeometry ? takeGeometry(geometry) : null;
    return shape ? {column: null, reason: `(${code}) ${shape}`} : null;
  }
}
