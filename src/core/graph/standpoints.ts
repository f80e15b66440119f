/**
 * The nodes of a mode's graph: where one can stand, and as far as it matters, how one came there.
 *
 * Where turns cost nothing and none is forbidden, a spot is one node. Where they matter it is one node for each street
 * that leads there, and one more for each trail that a restriction via streets makes one remember. What was a property of
 * the turn becomes a property of an arc, and every search stays a search of a plain graph.
 */
import {GrowingInt32} from './growing.ts';
import {type ArcList, grouped} from './rows.ts';
import type {Trail, TurnBans} from './turn-bans.ts';

export interface Standpoints extends ArcList {
  nodes: number;
  coreNodes: number;
  /** The spot where each node stands. */
  spotOf: Int32Array;
  /** For each arc of the list, the arc of `StreetArcs` that it travels. */
  travels: Int32Array;
  /** For each arc of `StreetArcs`, the node at its end for one who remembers nothing before it; -1 where unused. */
  headOf: Int32Array;
  /** Nodes at the end of the same arc for those who remember: pairs of arc and node. */
  remembered: Int32Array;
}

export interface Turning {
  /** Whether every street into a spot needs a node of its own. */
  isSplit: (spot: number) => boolean;
  /** Tenths of a second to turn from one arc of the list into another; -1 where that is no turn. Never asked of unsplit spots. */
  deciseconds: (from: number, to: number) => number;
  /** Whether a turn is one on the spot that is made only for want of any other way on. */
  isLastResort: (from: number, to: number) => boolean;
  /** Whether a way on is open to whoever could travel `to`, and so better than turning round into it. */
  isAsOpen: (arc: number, to: number) => boolean;
  bans: TurnBans;
}

/** `used` are the arcs kept; `inCore` the spots of the core, whose nodes come first. */
export function standpoints(
  arcs: ArcList,
  spots: number,
  used: (i: number) => boolean,
  inCore: Uint8Array,
  turning: Turning,
): Standpoints {
  const builder = new Builder(arcs, spots, used, inCore, turning);
  return builder.build();
}

class Builder {
  readonly #arcs: ArcList;
  readonly #inCore: Uint8Array;
  readonly #turning: Turning;
  readonly #out: {first: Uint32Array; order: Uint32Array};
  readonly #into: {first: Uint32Array; order: Uint32Array};
  readonly #spots: number;
  /** For each node: its spot, the arc it came by (-1: any), and what it remembers. */
  readonly #spot: number[] = [];
  readonly #cameBy: number[] = [];
  readonly #trail: (Trail | undefined)[] = [];
  readonly #headOf: Int32Array;
  readonly #nodeOfTrail = new Map<string, number>();
  readonly #remembered: number[] = [];

  constructor(arcs: ArcList, spots: number, used: (i: number) => boolean, inCore: Uint8Array, turning: Turning) {
    this.#arcs = arcs;
    this.#spots = spots;
    this.#inCore = inCore;
    this.#turning = turning;
    this.#out = grouped(spots, arcs.tail, used);
    this.#into = grouped(spots, arcs.head, used);
    this.#headOf = new Int32Array(arcs.tail.length).fill(-1);
  }

  build(): Standpoints {
    for (let spot = 0; spot < this.#spots; spot++) this.#stand(spot);
    const list = {
      tail: new GrowingInt32(),
      head: new GrowingInt32(),
      deciseconds: new GrowingInt32(),
      travels: new GrowingInt32(),
    };
    // Trails are found on the way, and put at the end; they are travelled on from in their turn.
    for (let node = 0; node < this.#spot.length; node++) this.#goOn(node, list);
    const {order, coreNodes} = this.#coreFirst();
    const travels = list.travels.view();
    return {
      nodes: this.#spot.length,
      coreNodes,
      spotOf: reordered(this.#spot, order),
      travels,
      headOf: this.#headOf.map((node) => (node < 0 ? -1 : order[node]!)),
      remembered: Int32Array.from(this.#remembered, (value, i) => (i % 2 === 0 ? value : order[value]!)),
      tail: list.tail.view().map((node) => order[node]!),
      head: list.head.view().map((node) => order[node]!),
      deciseconds: list.deciseconds.view(),
      decimetres: travels.map((i) => this.#arcs.decimetres[i]!),
      arc: travels.map((i) => this.#arcs.arc[i]!),
    };
  }

  #stand(spot: number): void {
    const from = this.#into.first[spot]!;
    const to = this.#into.first[spot + 1]!;
    if (from === to) return;
    const split = this.#turning.isSplit(spot);
    let anyone = -1;
    for (let i = from; i < to; i++) {
      const arc = this.#into.order[i]!;
      if (split || this.#turning.bans.begins(this.#arcs.arc[arc]!)) {
        this.#headOf[arc] = this.#add(spot, arc, undefined);
        continue;
      }
      if (anyone < 0) anyone = this.#add(spot, -1, undefined);
      this.#headOf[arc] = anyone;
    }
  }

  #add(spot: number, cameBy: number, trail: Trail | undefined): number {
    this.#spot.push(spot);
    this.#cameBy.push(cameBy);
    this.#trail.push(trail);
    return this.#spot.length - 1;
  }

  #goOn(node: number, list: Record<'tail' | 'head' | 'deciseconds' | 'travels', GrowingInt32>): void {
    const spot = this.#spot[node]!;
    const cameBy = this.#cameBy[node]!;
    const {bans, deciseconds} = this.#turning;
    const street = cameBy < 0 ? -1 : this.#arcs.arc[cameBy]!;
    const trail = this.#trail[node] ?? (street < 0 ? [] : [street]);
    const looks = trail.length > 1 || (street >= 0 && bans.begins(street));
    const ways: number[] = [];
    const turnsRound: number[] = [];
    for (let i = this.#out.first[spot]!; i < this.#out.first[spot + 1]!; i++) {
      const arc = this.#out.order[i]!;
      if (looks && bans.isForbidden(trail, this.#arcs.arc[arc]!)) continue;
      (cameBy >= 0 && this.#turning.isLastResort(cameBy, arc) ? turnsRound : ways).push(arc);
    }
    ways.push(...turnsRound.filter((round) => !ways.some((way) => this.#turning.isAsOpen(way, round))));
    for (const arc of ways) {
      const turn = cameBy < 0 ? 0 : deciseconds(cameBy, arc);
      if (turn < 0) continue;
      list.tail.push(node);
      list.head.push(looks ? this.#remembering(arc, bans.next(trail, this.#arcs.arc[arc]!)) : this.#headOf[arc]!);
      list.deciseconds.push(turn + this.#arcs.deciseconds[arc]!);
      list.travels.push(arc);
    }
  }

  #remembering(arc: number, trail: Trail): number {
    if (trail.length < 2) return this.#headOf[arc]!;
    const key = trail.join();
    const known = this.#nodeOfTrail.get(key);
    if (known !== undefined) return known;
    const node = this.#add(this.#arcs.head[arc]!, arc, trail);
    this.#nodeOfTrail.set(key, node);
    this.#remembered.push(arc, node);
    return node;
  }

  /** The final number of each node. */
  #coreFirst(): {order: Int32Array; coreNodes: number} {
    const order = new Int32Array(this.#spot.length);
    let next = 0;
    for (const core of [1, 0]) {
      for (let node = 0; node < order.length; node++)
        if (this.#inCore[this.#spot[node]!] === core) order[node] = next++;
    }
    return {order, coreNodes: this.#spot.reduce((sum, spot) => sum + this.#inCore[spot]!, 0)};
  }
}

function reordered(values: readonly number[], order: Int32Array): Int32Array {
  const out = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) out[order[i]!] = values[i]!;
  return out;
}
