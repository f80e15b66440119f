import type {Job} from '../job.ts';
import {areaRows, type Feature} from './area-rows.ts';
import type {Measure, MeasuresReading} from './further-reading.ts';
import type {LongMeasuresLayout, MeasuresLayout} from './layout.ts';
import {every, type Match, one} from './match.ts';
import type {Refused} from './reading.ts';
import {type Surroundings, takenFrom} from './taken.ts';

/** Figures and classes by small area, one column each. */
export function* takeMeasures(
  match: Match,
  layout: Pick<MeasuresLayout, 'unit'>,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<MeasuresReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  return {
    ...takenFrom(match, around, rows),
    kind: 'measures',
    codes: rows.codes,
    measures: every(match, 'figure').map((found) => ({
      label: found.heading.text,
      unit: layout.unit,
      values: rows.numbers.get(found)!,
    })),
    classes: every(match, 'class').map((found) => ({label: found.heading.text, values: rows.texts.get(found)!})),
  };
}

/** Figures written one a row, as area, category and value: each category becomes a column. */
export function* takeLongMeasures(
  match: Match,
  layout: LongMeasuresLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<MeasuresReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  const categories = rows.texts.get(one(match, 'category')!)!;
  const values = rows.numbers.get(one(match, 'value')!)!;
  const codes = [...new Set(rows.codes)];
  const place = new Map(codes.map((code, index) => [code, index]));
  const measures = new Map<string, Measure>();
  const firstRow = new Uint32Array(codes.length);
  for (const [row, code] of rows.codes.entries()) {
    const label = categories[row]!;
    const measure = measures.get(label) ?? {
      label,
      unit: layout.unit,
      values: new Float64Array(codes.length).fill(Number.NaN),
    };
    measures.set(label, measure);
    const at = place.get(code)!;
    measure.values[at] = values[row]!;
    if (firstRow[at] === 0) firstRow[at] = rows.rows[row]!;
  }
  const taken = takenFrom(match, around, {...rows, codes, rows: firstRow});
  return {
    ...taken,
    rowsTaken: rows.codes.length,
    kind: 'measures',
    codes,
    measures: [...measures.values()],
    classes: [],
  };
}
