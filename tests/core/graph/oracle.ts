/**
 * A second opinion on travel times, written from the methods and not from the code: objects and lists, a forward search
 * over what a traveller knows (stage, spot, the streets travelled last), nothing prepared. Slow and plain on purpose.
 * What one turn costs is taken from the code; which turns there are, and which are forbidden, is worked out here.
 */
import {decisecondsAlong} from '../../../src/core/graph/edge-time.ts';
import type {Snap} from '../../../src/core/graph/snap.ts';
import type {SpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES, type StreetMode, type StreetNetwork} from '../../../src/core/graph/street-network.ts';
import {bearingOf, rankOf, turnAngle, turnSeconds} from '../../../src/core/graph/turn-costs.ts';

interface Arc {
  /** Its place in the list of arcs. */
  at: number;
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
  readonly #into: Arc[][] = [];
  readonly #vertexOf: number[] = [];
  readonly #network: StreetNetwork;
  readonly #settings: SpeedSettings;
  readonly #mode: StreetMode;
  /** Streets in order, and whether they are forbidden (or the only way on), by the last street but one. */
  readonly #restrictions = new Map<number, {run: number[]; only: boolean}[]>();
  #memory = 1;
  readonly #costOfTurn = new Map<string, number>();

  constructor(network: StreetNetwork, mode: StreetMode, settings: SpeedSettings) {
    this.#network = network;
    this.#settings = settings;
    this.#mode = mode;
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
          at: this.arcs.length,
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
        for (const b of here) {
          const at = this.arcs.length;
          if (a !== b) this.arcs.push({at, a, b, ds: 0, dm: 0, edge: -1, back: 0, isPublic: false, role: 'cut off'});
        }
    }
    this.#isCore = this.#roles(spots.size);
    for (const key of spots.keys()) this.#vertexOf.push(Number.parseInt(key, 10));
    for (let s = 0; s < spots.size; s++) {
      this.#from.push([]);
      this.#into.push([]);
    }
    for (const arc of this.arcs) {
      if (arc.role === 'cut off') continue;
      this.#from[arc.a]!.push(arc);
      this.#into[arc.b]!.push(arc);
      if (arc.edge >= 0) this.#byStreet.set(`${arc.edge} ${arc.back}`, arc);
    }
    for (let r = 0; r < network.turnKind.length; r++) {
      if (((network.turnModes[r]! >> m) & 1) === 0) continue;
      const run = [...network.turnEdges.slice(network.turnFirst[r], network.turnFirst[r + 1])];
      const streets = run.map((id) => this.#byStreet.get(`${id >> 1} ${id & 1}`));
      if (streets.some((street, i) => street === undefined || (i > 0 && streets[i - 1]!.b !== street.a))) continue;
      const before = run.at(-2)!;
      const others = this.#restrictions.get(before) ?? [];
      this.#restrictions.set(before, [...others, {run, only: network.turnKind[r] === 1}]);
      this.#memory = Math.max(this.#memory, run.length - 1);
    }
  }

  /** Tenths of a second for a turn after the streets of `trail`; undefined where it may not or need not be made. */
  #turn(trail: readonly Arc[], to: Arc): number | undefined {
    const from = trail.at(-1)!;
    if (this.#isForbidden(trail, to)) return undefined;
    if (this.#mode !== 'drive') return 0;
    if (from.edge >= 0 && to.edge === from.edge && to.back !== from.back) {
      const others = this.#from[to.a]!.filter((arc) => arc !== to && (arc.role === 'core' || to.role !== 'core'));
      if (others.some((arc) => !this.#isForbidden(trail, arc))) return undefined;
    }
    const key = from.edge < 0 || to.edge < 0 ? '' : `${idOf(from)} ${idOf(to)}`;
    const known = this.#costOfTurn.get(key);
    if (known !== undefined) return known;
    const cost = this.#turnCost(from, to);
    if (key !== '' && cost !== undefined) this.#costOfTurn.set(key, cost);
    return cost;
  }

  #isForbidden(trail: readonly Arc[], to: Arc): boolean {
    const here = this.#restrictions.get(idOf(trail.at(-1)!));
    if (here === undefined) return false;
    const ids = trail.map(idOf);
    const endsWith = (list: number[], run: number[]) =>
      run.length <= list.length && run.every((id, i) => list[list.length - run.length + i] === id);
    const onlyWays = here.filter(({run, only}) => only && endsWith(ids, run.slice(0, -1)));
    for (const {run} of onlyWays) {
      const allowed = onlyWays
        .filter((other) => other.run.slice(0, -1).join() === run.slice(0, -1).join())
        .map((other) => other.run.at(-1)!);
      if (!allowed.includes(idOf(to))) return true;
    }
    return here.some(({run, only}) => !only && endsWith([...ids, idOf(to)], run));
  }

  #turnCost(from: Arc, to: Arc): number | undefined {
    if (from.edge < 0 || to.edge < 0) return from.edge < 0 && to.edge < 0 ? undefined : 0;
    const core = (arcs: Arc[]) => arcs.filter((arc) => arc.role === 'core' && arc.edge >= 0);
    const waysOut = core(this.#from[to.a]!).length;
    const ranks = [...core(this.#from[to.a]!), ...core(this.#into[to.a]!)].map((arc) =>
      rankOf(this.#network, idOf(arc)),
    );
    const around = this.#byStreet.get(`${from.edge} ${1 - from.back}`);
    const angle = turnAngle(
      Math.fround(bearingOf(this.#network, idOf(from), true)),
      Math.fround(bearingOf(this.#network, idOf(to), false)),
    );
    const turn = {
      from: idOf(from),
      to: idOf(to),
      angle,
      toIsPublic: to.role === 'core',
      canTurnRound: around?.role === 'core',
    };
    const junction = {vertex: this.#vertexOf[to.a]!, waysOut, topRank: Math.max(0, ...ranks)};
    return Math.round(10 * turnSeconds(this.#network, this.#settings.turns, junction, turn));
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
    const known = [0, 1, 2].map(() => new Map<number, State>());
    const buckets: State[][] = [];
    const offer = (stage: number, trail: readonly Arc[], cost: Cost) => {
      const key = trail.reduce((so, {at}) => so * (this.arcs.length + 1) + at + 1, 0);
      if (!Number.isSafeInteger(key)) throw new Error('Such long turn restrictions need another kind of key.');
      const before = known[stage]!.get(key);
      if (before !== undefined && !less(cost, before.cost)) return;
      const state = {stage, trail, cost, key};
      known[stage]!.set(key, state);
      while (buckets.length <= cost.ds) buckets.push([]);
      buckets[cost.ds]!.push(state);
    };
    for (const {edge, fraction} of from.on) {
      for (const back of [0, 1]) {
        const arc = this.#byStreet.get(`${edge} ${back}`);
        if (arc !== undefined)
          offer(arc.role === 'core' ? 1 : 0, [arc], part(arc, back === 0 ? 1 - fraction : fraction));
      }
    }
    for (let ds = 0; ds < buckets.length; ds++) {
      const bucket = buckets[ds]!;
      for (let i = 0; i < bucket.length; i++) {
        const {stage, trail, cost, key} = bucket[i]!;
        if (known[stage]!.get(key) !== bucket[i]) continue;
        const spot = trail.at(-1)!.b;
        // At the first public street the first leg is over; from any public street the last leg may begin.
        if (stage === 0 && this.#isCore[spot]) offer(1, trail, cost);
        if (stage === 1) offer(2, trail, cost);
        for (const arc of this.#from[spot]!) {
          const goes =
            arc.role === 'core' ? stage === 1 : stage === 0 ? !this.#isCore[spot] : stage === 2 && !this.#isCore[arc.b];
          const turn = goes ? this.#turn(trail, arc) : undefined;
          if (turn === undefined) continue;
          const next = [...trail, arc].slice(-this.#memory);
          offer(stage, next, {ds: cost.ds + turn + arc.ds, dm: cost.dm + arc.dm});
        }
      }
    }
    const at = Map.groupBy(
      known.flatMap((each) => [...each.values()]),
      ({trail}) => trail.at(-1)!.b,
    );
    return to.map((place) => this.#arrival(at, from, place));
  }

  /** The best way on to a place, from what is known at each spot. */
  #arrival(known: ReadonlyMap<number, readonly State[]>, from: Snap, to: Snap): Cost | undefined {
    let best: Cost | undefined;
    for (const {edge, fraction} of to.on) {
      for (const back of [0, 1]) {
        const arc = this.#byStreet.get(`${edge} ${back}`);
        if (arc === undefined) continue;
        const along = back === 0 ? fraction : 1 - fraction;
        const stages = arc.role === 'core' ? [1] : [0, 2];
        for (const {stage, trail, cost} of known.get(arc.a) ?? []) {
          if (!stages.includes(stage)) continue;
          const turn = this.#turn(trail, arc);
          if (turn !== undefined) best = least(best, plus(plus(cost, {ds: turn, dm: 0}), part(arc, along)));
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

interface State {
  stage: number;
  trail: readonly Arc[];
  cost: Cost;
  key: number;
}

function idOf(arc: Arc): number {
  return arc.edge < 0 ? -1 : 2 * arc.edge + arc.back;
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
