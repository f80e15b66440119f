/**
 * One pass over the rows of a selection, from the highest down, for several journeys' ends at once.
 *
 * `labels` holds `LANES` weights for each row, one for each end, to begin with what is known from the climb; afterwards
 * the least weight of all ways. A row needs only rows before it. Eight lanes share what is read of the rows, and fill one
 * line of a processor's cache.
 */
import type {Selection} from './selection.ts';

export const LANES = 8;

export function sweep({first, higher, weight}: Selection, labels: Float64Array, fromRow: number, toRow: number): void {
  let i = first[fromRow]!;
  for (let row = fromRow; row < toRow; row++) {
    const at = row * LANES;
    let a = labels[at]!;
    let b = labels[at + 1]!;
    let c = labels[at + 2]!;
    let d = labels[at + 3]!;
    let e = labels[at + 4]!;
    let f = labels[at + 5]!;
    let g = labels[at + 6]!;
    let h = labels[at + 7]!;
    for (const end = first[row + 1]!; i < end; i++) {
      const from = higher[i]! * LANES;
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
}
