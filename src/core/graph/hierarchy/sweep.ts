/**
 * One pass over the rows of a selection, from the highest down, for several journeys' ends at once.
 *
 * `labels` holds `LANES` weights for each row, one for each end. Where `given` says so they begin with what is known from
 * the climb, and the mark is taken away; else with no way. Afterwards they are the least weight of all ways. A row needs
 * only rows before it. Sixteen lanes share what is read of the rows.
 */
import type {Ascent} from './hierarchy.ts';
import {NO_WAY} from './weight.ts';

export const LANES = 16;

export function sweep(ascent: Ascent, labels: Float64Array, given: Uint8Array, fromRow: number, toRow: number): void {
  for (let row = fromRow; row < toRow; row++) {
    if (given[row] === 0) labels.fill(NO_WAY, row * LANES, (row + 1) * LANES);
    given[row] = 0;
    sweepRow(ascent, labels, row, 0);
    sweepRow(ascent, labels, row, LANES / 2);
  }
}

/** Eight lanes of a row from `lane` on. */
function sweepRow({first, higher, weight}: Ascent, labels: Float64Array, row: number, lane: number): void {
  const at = row * LANES + lane;
  let a = labels[at]!;
  let b = labels[at + 1]!;
  let c = labels[at + 2]!;
  let d = labels[at + 3]!;
  let e = labels[at + 4]!;
  let f = labels[at + 5]!;
  let g = labels[at + 6]!;
  let h = labels[at + 7]!;
  const end = first[row + 1]!;
  for (let i = first[row]!; i < end; i++) {
    const from = higher[i]! * LANES + lane;
    const w = weight[i]!;
    const a1 = labels[from]! + w;
    const b1 = labels[from + 1]! + w;
    const c1 = labels[from + 2]! + w;
    const d1 = labels[from + 3]! + w;
    const e1 = labels[from + 4]! + w;
    const f1 = labels[from + 5]! + w;
    const g1 = labels[from + 6]! + w;
    const h1 = labels[from + 7]! + w;
    if (a1 < a) a = a1;
    if (b1 < b) b = b1;
    if (c1 < c) c = c1;
    if (d1 < d) d = d1;
    if (e1 < e) e = e1;
    if (f1 < f) f = f1;
    if (g1 < g) g = g1;
    if (h1 < h) h = h1;
  }
  labels[at] = a;
  labels[at + 1] = b;
  labels[at + 2] = c;
  labels[at + 3] = d;
  labels[at + 4] = e;
  labels[at + 5] = f;
  labels[at + 6] = g;
  labels[at + 7] = h;
}
