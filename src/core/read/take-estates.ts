import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import {isNumberRule} from './cell-rules.ts';
import type {EstatesReading} from './further-reading.ts';
import type {EstatesLayout} from './layout.ts';
import {cellOf, every, type Match, one} from './match.ts';
import type {Refused} from './reading.ts';
import {createRefusals, refused} from './refusals.ts';
import {described, type Surroundings} from './taken.ts';
import {quoted, thousands} from './wording.ts';

/**
 * The estates returns: one row a trust or a site, and every figure of it. A figure that is not applicable or not given is
 * NaN and never nought; a column without any figure is not kept. Their unit is what the heading has in brackets.
 */
export function* takeEstates(
  match: Match,
  layout: EstatesLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<EstatesReading | Refused> {
  const trust = one(match, 'organisation code')!;
  const trustName = one(match, 'organisation name');
  const code = layout.about === 'site' ? one(match, 'site code')! : trust;
  const name = layout.about === 'site' ? one(match, 'site name') : trustName;
  const figures = every(match, 'figure').map((found) => ({found, values: [] as number[]}));
  const faults = createRefusals();
  const seen = new Map<string, number>();
  const codes: string[] = [];
  const names: string[] = [];
  const trusts: string[] = [];
  const rows: number[] = [];
  let rowsRead = 0;
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    if (rowsRead % 64 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${around.name}`};
    const own = cellOf(code, record);
    const key = `${cellOf(trust, record)} ${own}`;
    const before = seen.get(key);
    if (record.flaw) faults.add(record.row, null, record.flaw);
    else if (own === '') faults.add(record.row, code.heading.text, 'there is no code');
    else if (before !== undefined)
      faults.add(record.row, code.heading.text, `${quoted(own)} stands already in row ${thousands(before)}`);
    else {
      seen.set(key, record.row);
      codes.push(own);
      names.push(cellOf(name, record));
      trusts.push(cellOf(trust, record));
      rows.push(record.row);
      for (const {found, values} of figures) {
        const {rule} = found.column;
        values.push(isNumberRule(rule) ? rule.read(cellOf(found, record)) : Number.NaN);
      }
    }
  }
  if (codes.length === 0)
    return refused(
      `${around.name} has headings of the estates returns and no rows below them. Download it again.`,
      layout.id,
      faults.kept(),
    );
  return {
    ...described(match, around, null),
    kind: 'estates',
    about: layout.about,
    codes,
    names,
    trusts,
    measures: figures
      .filter(({values}) => values.some((value) => !Number.isNaN(value)))
      .map(({found, values}) => ({
        label: found.heading.text,
        unit: unitOf(found.heading.text),
        values: Float64Array.from(values),
      })),
    rowsRead,
    rowsTaken: codes.length,
    rowsRefused: faults.count(),
    refusals: faults.kept(),
    notes: [...(layout.notes ?? [])],
    rows: Uint32Array.from(rows),
  };
}

function unitOf(heading: string): string {
  return /\(([^()]+)\)\s*$/.exec(heading)?.[1] ?? '';
}
