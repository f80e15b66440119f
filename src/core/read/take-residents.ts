import type {Job} from '../job.ts';
import {agesOf, bandLabel} from './age-bands.ts';
import {type AreaRows, areaRows, type Feature} from './area-rows.ts';
import type {ResidentsLayout} from './layout.ts';
import {every, type Match, one} from './match.ts';
import type {AgeBand, Refused, ResidentsReading} from './reading.ts';
import {createRefusals, refused, refusedForRows} from './refusals.ts';
import {type Surroundings, takenFrom} from './taken.ts';
import {thousands} from './wording.ts';

/**
 * Residents by age: the bands of the file in order of age, both sexes together, and the total. Bands must follow one another
 * from birth without gap or overlap, or their sum would not be everyone. Where the file has a total of its own it is kept,
 * since the offices change small counts to protect people and tables differ by a few; a larger difference is a fault.
 */
export function* takeResidents(
  match: Match,
  layout: ResidentsLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<ResidentsReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  const bands = bandsOf(match, rows);
  const fault = typeof bands === 'string' ? bands : brokenBands(bands);
  if (typeof bands === 'string' || fault)
    return refused(
      `${around.name}: ${fault}. Closer needs age bands that follow one another from birth, each person in one.`,
      layout.id,
    );
  const given = one(match, 'total');
  const summed = new Float64Array(rows.codes.length);
  for (const {residents} of bands) for (let area = 0; area < summed.length; area++) summed[area]! += residents[area]!;
  const total = given ? rows.numbers.get(given)! : summed;
  if (given && bands.length > 0) {
    const faults = createRefusals();
    for (let area = 0; area < total.length; area++) {
      const apart = Math.abs(total[area]! - summed[area]!);
      if (apart > Math.max(20, total[area]! * 0.02))
        faults.add(
          rows.rows[area]!,
          given.heading.text,
          `the total is ${thousands(total[area]!)}, but the ages add up to ${thousands(summed[area]!)}`,
        );
    }
    if (faults.count() > 0) return refusedForRows(faults, around.noun, around.name, layout.id);
  }
  const named = one(match, 'area name');
  return {
    ...takenFrom(match, around, rows),
    kind: 'residents',
    codes: rows.codes,
    names: named ? rows.texts.get(named)! : rows.codes.map(() => ''),
    total,
    bands,
  };
}

/** The bands by age, females and males of one age added together; or what two columns of the same people are called. */
function bandsOf(match: Match, rows: AreaRows): AgeBand[] | string {
  const bands = new Map<string, AgeBand>();
  const counted = new Map<string, string>();
  for (const found of every(match, 'age band')) {
    // Some publications wrap the ages in words of their own; their layout then says which ages it means.
    const ages = agesOf(found.heading.stem) ?? agesOf(found.column.label.toLowerCase());
    if (!ages) return `the heading “${found.heading.text}”, taken for an age band, names no ages such as “16 to 64”`;
    const label = bandLabel(ages);
    const people = `${ages.sex ?? 'everyone'} ${label}`;
    const twin = counted.get(people) ?? (ages.sex ? counted.get(`everyone ${label}`) : undefined);
    if (twin !== undefined) return `the columns “${twin}” and “${found.heading.text}” count the same people`;
    counted.set(people, found.heading.text);
    const values = rows.numbers.get(found)!;
    const band = bands.get(label);
    if (band) for (let area = 0; area < values.length; area++) band.residents[area]! += values[area]!;
    else bands.set(label, {label, from: ages.from, to: ages.to, residents: values.slice()});
  }
  return [...bands.values()].sort((one, two) => one.from - two.from);
}

function brokenBands(bands: readonly AgeBand[]): string | null {
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    const expected = before ? (before.to === null ? Number.POSITIVE_INFINITY : before.to + 1) : 0;
    if (band.from < expected) return `the ages “${before!.label}” and “${band.label}” overlap`;
    if (band.from > expected)
      return before
        ? `there are no ages between “${before.label}” and “${band.label}”`
        : `the youngest age is ${band.from}`;
  }
  const oldest = bands.at(-1);
  if (oldest && oldest.to !== null && oldest.to < 84) return `there is nobody older than ${oldest.to}`;
  return null;
}
