import {type Entry, isBetter} from './last-legs.ts';
import type {ModeGraph} from './mode-graph.ts';
import type {Snap} from './snap.ts';
import {ARC} from './street-roles.ts';

/** Part of one street: `2 * edge + back`, between two shares of the edge's line. */
export interface Stretch extends Omit<Entry, 'node'> {
  arc: number;
  from: number;
  to: number;
}

/** The way between two places on one street, along it and without a turn; `undefined` where there is none. */
export function alongOneStreet(graph: ModeGraph, from: Snap, to: Snap): Stretch | undefined {
  let best: Stretch | undefined;
  for (const a of from.on) {
    for (const b of to.on) {
      if (a.edge !== b.edge) continue;
      const length = graph.network.edgeDecimetres[a.edge]!;
      for (let back = 0; back < 2; back++) {
        const arc = 2 * a.edge + back;
        const onward = back === 0 ? b.fraction - a.fraction : a.fraction - b.fraction;
        if (graph.arcRole[arc] === ARC.unused || onward < 0) continue;
        const deciseconds = Math.round(onward * graph.arcDeciseconds[arc]!);
        const decimetres = Math.round(onward * length);
        if (best === undefined || isBetter(deciseconds, decimetres, best.deciseconds, best.decimetres)) {
          best = {deciseconds, decimetres, arc, from: a.fraction, to: b.fraction};
        }
      }
    }
  }
  return best;
}
