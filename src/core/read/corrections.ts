import type {Feature} from './area-rows.ts';
import type {Heading} from './heading.ts';

/** A cell as a planner says it should read, by the row that people see and the heading as it is written. */
export interface Correction {
  row: number;
  heading: string;
  value: string;
}

/** The records with corrected cells in the place of what the file says; a heading that is not there changes nothing. */
export function* corrected(
  records: Iterator<Feature>,
  headings: readonly Heading[],
  corrections: readonly Correction[],
): Generator<Feature> {
  const byRow = new Map<number, Correction[]>();
  for (const each of corrections) byRow.set(each.row, [...(byRow.get(each.row) ?? []), each]);
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    const wanted = byRow.get(record.row);
    if (!wanted) {
      yield record;
      continue;
    }
    const cells = [...record.cells];
    for (const {heading, value} of wanted) {
      const at = headings.findIndex(({text}) => text === heading);
      if (at >= 0) cells[at] = value;
    }
    yield {...record, cells};
  }
}
