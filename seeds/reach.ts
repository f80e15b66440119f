import type {Blocks} from './blocks.ts';
import type {Chance} from './chance.ts';
import {isDrivable, type Laid} from './street.ts';

/** What cannot be reached from the market place, by car or on foot, is not built. */
export function dropStrays(blocks: Blocks, at: Laid, market: number): void {
  for (const byCar of [true, false]) {
    const reached = reach(blocks, at, market, byCar);
    for (const s of [...at.values()]) {
      const e = blocks.edges[s.edge]!;
      if (isDrivable(s.class) === byCar && !(reached.has(e.a) && reached.has(e.b))) at.delete(s.edge);
    }
  }
}

/** A few terraces are one-way, as long as everyone can still drive to and from the market place. */
export function layOneWays(blocks: Blocks, at: Laid, market: number, next: Chance): void {
  for (const s of at.values()) {
    if (s.class !== 'residential' || s.stub || next() > 0.07) continue;
    s.oneWay = next() < 0.5 ? 1 : -1;
  }
  for (;;) {
    const out = reach(blocks, at, market, true, 1);
    const back = reach(blocks, at, market, true, -1);
    const stuck = [...at.values()].filter(
      (s) =>
        s.oneWay !== 0 && [blocks.edges[s.edge]!.a, blocks.edges[s.edge]!.b].some((c) => !out.has(c) || !back.has(c)),
    );
    if (stuck.length === 0) return;
    for (const s of stuck) s.oneWay = 0;
  }
}

/** Corners reached from one: along the traffic (+1), against it (−1) or regardless (0). */
function reach(blocks: Blocks, at: Laid, from: number, byCar: boolean, flow: 0 | 1 | -1 = 0): Set<number> {
  const seen = new Set([from]);
  const todo = [from];
  for (let c = todo.pop(); c !== undefined; c = todo.pop()) {
    for (const i of blocks.edgesAt[c]!) {
      const s = at.get(i);
      if (!s || (byCar && (!isDrivable(s.class) || s.stub)) || (s.stub && !s.stub.path)) continue;
      const forward = blocks.edges[i]!.a === c ? 1 : -1;
      if (s.oneWay !== 0 && flow !== 0 && s.oneWay !== forward * flow) continue;
      const to = forward === 1 ? blocks.edges[i]!.b : blocks.edges[i]!.a;
      if (!seen.has(to)) todo.push(to);
      seen.add(to);
    }
  }
  return seen;
}
