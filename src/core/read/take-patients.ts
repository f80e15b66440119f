import type {Job} from '../job.ts';
import {levelOf, type Vintage, vintageOf} from './area-codes.ts';
import type {Feature} from './area-rows.ts';
import {count} from './cell-rules.ts';
import type {PatientsReading} from './further-reading.ts';
import type {PatientsLayout} from './layout.ts';
import {cellOf, type Match, one} from './match.ts';
import type {Refused} from './reading.ts';
import {createRefusals, refused, refusedForRows} from './refusals.ts';
import {described, type Surroundings} from './taken.ts';
import {counted} from './wording.ts';

/**
 * People registered with each practice by small area, both sexes together, as triples of numbers: a million rows of text
 * become twelve megabytes. Rows for closed practices’ remnants and for people whose area is not known are counted and left.
 */
export function* takePatients(
  match: Match,
  layout: PatientsLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<PatientsReading | Refused> {
  const practiceColumn = one(match, 'practice code')!;
  const nameColumn = one(match, 'site name');
  const areaColumn = one(match, 'area code')!;
  const countColumn = one(match, 'patients')!;
  const practices = new Map<string, number>();
  const names: string[] = [];
  const areas = new Map<string, number>();
  const pairs = new Map<number, number>();
  const practice: number[] = [];
  const area: number[] = [];
  const patients: number[] = [];
  const rows: number[] = [];
  const faults = createRefusals();
  let vintage: Vintage | null = areaColumn.heading.vintage;
  let elsewhere = 0;
  let rowsRead = 0;
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    rowsRead++;
    if (rowsRead % 512 === 0) yield {done: rowsRead, of: 0, doing: `Reading ${around.name}`};
    const code = cellOf(areaColumn, record);
    if (record.flaw) faults.add(record.row, null, record.flaw);
    else if (levelOf(code) !== 'small area' || vintageOf(code) === 'none') elsewhere++;
    else {
      const written = cellOf(countColumn, record);
      const people = count.read(written);
      if (Number.isNaN(people)) faults.add(record.row, countColumn.heading.text, count.why(written));
      else add(cellOf(practiceColumn, record), cellOf(nameColumn, record), code, people, record.row);
    }
  }
  if (faults.count() > 0) return refusedForRows(faults, around.noun, around.name, layout.id);
  if (rows.length === 0)
    return refused(
      `${around.name} holds no patients of any small area. Check that it is the file you meant.`,
      layout.id,
    );
  return {
    ...described(match, around, vintage),
    kind: 'registered-patients',
    codes: [...practices.keys()],
    names,
    areas: [...areas.keys()],
    practice: Uint32Array.from(practice),
    area: Uint32Array.from(area),
    patients: Uint32Array.from(patients),
    rowsRead,
    rowsTaken: rowsRead - elsewhere,
    rowsRefused: 0,
    refusals: [],
    notes: [
      ...(layout.notes ?? []),
      ...(elsewhere > 0
        ? [
            `${counted(elsewhere, 'row')} of people whose small area in England or Wales is not known ${elsewhere === 1 ? 'was' : 'were'} left out.`,
          ]
        : []),
    ],
    rows: Uint32Array.from(rows),
  };

  function add(practiceCode: string, name: string, code: string, people: number, row: number): void {
    if (vintageOf(code) === 2021) vintage = 2021;
    let at = practices.get(practiceCode);
    if (at === undefined) {
      at = practices.size;
      practices.set(practiceCode, at);
      names.push(name);
    }
    let where = areas.get(code);
    if (where === undefined) {
      where = areas.size;
      areas.set(code, where);
    }
    const key = at * 100_000 + where;
    const before = pairs.get(key);
    if (before !== undefined) {
      patients[before]! += people;
      return;
    }
    pairs.set(key, practice.length);
    practice.push(at);
    area.push(where);
    patients.push(people);
    rows.push(row);
  }
}
