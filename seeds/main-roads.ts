import {type Blocks, isDivide, isSound} from './blocks.ts';
import {between, distance, footOn, type Line} from './plane.ts';
import {ROUTES} from './routes.ts';
import type {Laid} from './street.ts';

/** How a planned road finds its way along block edges, and how those are then drawn to its line. */
/** The run of usable edges that keeps nearest to a line. */
export function path(
  blocks: Blocks,
  line: Line,
  usable: (i: number) => boolean,
  onRoad: ReadonlySet<number>,
): {edge: number; forward: boolean}[] {
  const ends = new Set<number>();
  blocks.edges.forEach((e, i) => {
    if (usable(i)) for (const c of [e.a, e.b]) ends.add(c);
  });
  // A road begins and ends on one already laid, if there is one close by.
  const snap = (k: number) => nearest(ends, (c) => distance(blocks.corners[c]!, line[k]!) - (onRoad.has(c) ? 130 : 0));
  const [from, to] = [snap(0), snap(line.length - 1)];
  const cost = new Map([[from, 0]]);
  const came = new Map<number, number>();
  const open = new Set([from]);
  while (open.size > 0) {
    const c = nearest(open, (o) => cost.get(o)!);
    open.delete(c);
    if (c === to) break;
    for (const i of blocks.edgesAt[c]!) {
      if (!usable(i)) continue;
      const e = blocks.edges[i]!;
      const d = e.a === c ? e.b : e.a;
      const off = footOn(line, between(blocks.corners[c]!, blocks.corners[d]!, 0.5)).away / 28;
      const sum = cost.get(c)! + distance(blocks.corners[c]!, blocks.corners[d]!) * (1 + off * off);
      if (sum < (cost.get(d) ?? Number.POSITIVE_INFINITY)) {
        cost.set(d, sum);
        came.set(d, i);
        open.add(d);
      }
    }
  }
  const out: {edge: number; forward: boolean}[] = [];
  for (let c = to; c !== from; ) {
    const edge = came.get(c);
    if (edge === undefined) throw new RangeError('A main road finds no way along the blocks: move its line.');
    const forward = blocks.edges[edge]!.b === c;
    out.unshift({edge, forward});
    c = forward ? blocks.edges[edge]!.a : blocks.edges[edge]!.b;
  }
  return out;
}

/** A road that comes back to where it began is laid in two halves. */
export function halves(line: Line): Line[] {
  const half = Math.floor(line.length / 2);
  return distance(line[0]!, line[line.length - 1]!) > 1 ? [line] : [line.slice(0, half + 1), line.slice(half)];
}

/** Main roads are drawn to where they were planned, as far as the blocks beside them stay sound. */
export function drawToLines(blocks: Blocks, at: Laid): void {
  const beside: number[][] = blocks.corners.map(() => []);
  blocks.rings.forEach((ring, block) => {
    for (const c of ring) beside[c]!.push(block);
  });
  const lines = new Map(ROUTES.map((r) => [r.name, r.line]));
  for (let round = 0; round < 4; round++) {
    for (const s of at.values()) {
      const e = blocks.edges[s.edge]!;
      for (const c of [e.a, e.b]) {
        if (blocks.edgesAt[c]!.some((i) => isDivide(blocks, i))) continue;
        const here = blocks.corners[c]!;
        blocks.corners[c] = between(here, footOn(lines.get(s.name)!, here).at, 0.4);
        if (beside[c]!.some((b) => !isSound(blocks.rings[b]!, blocks.corners))) blocks.corners[c] = here;
      }
    }
  }
}

export function nearest(list: Iterable<number>, measure: (c: number) => number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const c of list) {
    const m = measure(c);
    if (m < least) [best, least] = [c, m];
  }
  return best;
}
