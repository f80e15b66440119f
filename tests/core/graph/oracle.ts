/**
 * A second opinion on travel times, written from the methods and not from the code: objects and lists, a forward search
 * over (stage, spot) pairs, nothing prepared. Slow and plain on purpose.
 */
import {decisecondsAlong} from '../../../src/core/graph/edge-time.ts';
import type {Snap} from '../../../src/core/graph/snap.ts';
import type {SpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES, type StreetMode, type StreetNetwork} from '../../../src/core/graph/street-network.ts';

interface Arc {
  a: number;
  b: number;
  ds: number;
  dm: number;
  edge: number;
  back: number;
  isPublic: boolean;
  role: 'core' | 'last leg' | 'cut off';
}

export interface Cost {
  ds: number;
  dm: number;
}

export class Oracle {
  readonly arcs: Arc[] = [];
  readonly #from: Arc[][] = [];
  readonly #isCore: boolean[];
  readonly #byStreet = new Map<string, Arc>();

  constructor(network: StreetNetwork, mode: StreetMode, settings: SpeedSettings) {
    const m = STREET_MODES.indexOf(mode);
    const spots = new Map<string, number>();
    const spot = (vertex: number, edge: number, end: string) => {
      const pass = (network.vertexPassing[vertex]! >> (2 * m)) & 3;
      const key = pass === 0 ? `${vertex}` : `${vertex} at the ${end} of ${edge}`;
      if (!spots.has(key)) spots.set(key, spots.size);
      return spots.get(key)!;
    };
    // Plain vertices first, in their order: the tie between equally large parts goes to the first.
    for (let v = 0; v < network.vertexLng.length; v++)
      if (((network.vertexPassing[v]! >> (2 * m)) & 3) === 0) spots.set(`${v}`, spots.size);
    const gates = new Map<number, number[]>();
    for (let edge = 0; edge < network.edgeFrom.length; edge++) {
      const rights = [0, 1].map((back) => (network.edgeUse[edge]! >> (4 * m + 2 * back)) & 3);
      if (rights.every((right) => right === 0)) continue;
      const ends = [network.edgeFrom[edge]!, network.edgeTo[edge]!] as const;
      const at = [spot(ends[0], edge, 'start'), spot(ends[1], edge, 'end')] as const;
      for (const end of [0, 1] as const) {
        if (((network.vertexPassing[ends[end]]! >> (2 * m)) & 3) !== 2) continue;
        gates.set(ends[end], [...(gates.get(ends[end]) ?? []), at[end]]);
      }
      for (const back of [0, 1] as const) {
        const ds = decisecondsAlong(network, edge, back, mode, settings);
        if (rights[back] === 0 || ds < 0) continue;
        const dm = network.edgeDecimetres[edge]!;
        this.arcs.push({
          a: at[back],
          b: at[1 - back]!,
          ds,
          dm,
          edge,
          back,
          isPublic: rights[back] === 1,
          role: 'cut off',
        });
      }
    }
    for (const here of gates.values()) {
      for (const a of here)
        for (const b of here)
          if (a !== b) this.arcs.push({a, b, ds: 0, dm: 0, edge: -1, back: 0, isPublic: false, role: 'cut off'});
    }
    this.#isCore = this.#roles(spots.size);
    for (let s = 0; s < spots.size; s++) this.#from.push([]);
    for (const arc of this.arcs) {
      if (arc.role === 'cut off') continue;
      this.#from[arc.a]!.push(arc);
      if (arc.edge >= 0) this.#byStreet.set(`${arc.edge} ${arc.back}`, arc);
    }
  }

  #roles(spots: number): boolean[] {
    const open = this.arcs.filter((arc) => arc.isPublic);
    let core = new Set<number>();
    const placed = new Set<number>();
    for (let s = 0; s < spots; s++) {
      if (placed.has(s)) continue;
      const there = reach([s], open, 'a', 'b', spots);
      const back = reach([s], open, 'b', 'a', spots);
      const both = new Set([...there].filter((x) => back.has(x)));
      for (const x of both) placed.add(x);
      if (both.size > core.size) core = both;
    }
    if (core.size < 2) core = new Set();
    const out = reach([...core], this.arcs, 'a', 'b', spots);
    const back = reach([...core], this.arcs, 'b', 'a', spots);
    for (const arc of this.arcs) {
      if (arc.isPublic && core.has(arc.a) && core.has(arc.b)) arc.role = 'core';
      else if ([arc.a, arc.b].every((x) => out.has(x) && back.has(x))) arc.role = 'last leg';
    }
    return Array.from({length: spots}, (_, s) => core.has(s));
  }

  /** From one snapped place to several, streets only: no access legs, no rounding. */
  costs(from: Snap, to: readonly Snap[]): (Cost | undefined)[] {
    const known = new Map<number, Cost>();
    const buckets: number[][] = [];
    const offer = (stage: number, spot: number, cost: Cost) => {
      const state = spot * 3 + stage;
      const before = known.get(state);
      if (before !== undefined && !less(cost, before)) return;
      known.set(state, cost);
      buckets[cost.ds] ??= [];
      buckets[cost.ds]!.push(state);
    };
    for (const {edge, fraction} of from.on) {
      for (const back of [0, 1]) {
        const arc = this.#byStreet.get(`${edge} ${back}`);
        if (arc !== undefined)
          offer(arc.role === 'core' ? 1 : 0, arc.b, part(arc, back === 0 ? 1 - fraction : fraction));
      }
    }
    for (let ds = 0; ds < buckets.length; ds++) {
      const bucket = buckets[ds] ?? [];
      for (let i = 0; i < bucket.length; i++) {
        const cost = known.get(bucket[i]!)!;
        if (cost.ds !== ds) continue;
        const stage = bucket[i]! % 3;
        const spot = (bucket[i]! - stage) / 3;
        // At the first public street the first leg is over; from any public street the last leg may begin.
        if (stage === 0 && this.#isCore[spot]) offer(1, spot, cost);
        if (stage === 1) offer(2, spot, cost);
        for (const arc of this.#from[spot]!) {
          const onward = {ds: cost.ds + arc.ds, dm: cost.dm + arc.dm};
          if (arc.role === 'core' && stage === 1) offer(1, arc.b, onward);
          if (arc.role === 'last leg' && stage === 0 && !this.#isCore[spot]) offer(0, arc.b, onward);
          if (arc.role === 'last leg' && stage === 2 && !this.#isCore[arc.b]) offer(2, arc.b, onward);
        }
      }
    }
    return to.map((place) => this.#arrival(known, from, place));
  }

  #arrival(known: Map<number, Cost>, from: Snap, to: Snap): Cost | undefined {
    let best: Cost | undefined;
    for (const {edge, fraction} of to.on) {
      for (const back of [0, 1]) {
        const arc = this.#byStreet.get(`${edge} ${back}`);
        if (arc === undefined) continue;
        const along = back === 0 ? fraction : 1 - fraction;
        for (const stage of arc.role === 'core' ? [1] : [0, 2]) {
          const cost = known.get(arc.a * 3 + stage);
          if (cost !== undefined) best = least(best, plus(cost, part(arc, along)));
        }
        for (const start of from.on) {
          const onward = along - (back === 0 ? start.fraction : 1 - start.fraction);
          if (start.edge === edge && onward >= 0) best = least(best, part(arc, onward));
        }
      }
    }
    return best;
  }
}

function reach(start: number[], arcs: readonly Arc[], tail: 'a' | 'b', head: 'a' | 'b', spots: number): Set<number> {
  const from: number[][] = Array.from({length: spots}, () => []);
  for (const arc of arcs) from[arc[tail]]!.push(arc[head]);
  const reached = new Set(start);
  for (const spot of reached) for (const next of from[spot]!) reached.add(next);
  return reached;
}

function part(arc: Arc, share: number): Cost {
  return {ds: Math.round(share * arc.ds), dm: Math.round(share * arc.dm)};
}

function plus(a: Cost, b: Cost): Cost {
  return {ds: a.ds + b.ds, dm: a.dm + b.dm};
}

function less(a: Cost, b: Cost): boolean {
  return a.ds < b.ds || (a.ds === b.ds && a.dm < b.dm);
}

function least(a: Cost | undefined, b: Cost): Cost {
  return a === undefined || less(b, a) ? b : a;
}
