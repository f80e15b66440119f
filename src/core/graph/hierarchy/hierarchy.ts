/**
 * A graph prepared for fast travel times: its nodes in order, the highest first, and for each node the arcs and shortcuts
 * to and from higher ones.
 *
 * Every best way leads upwards and then down again, so a search from a place needs only the few hundred nodes above it,
 * and the times of all nodes follow in one pass over them in their order. What it gives is exactly what the plain search
 * (`search.ts`) gives: the least time, and the least distance among the fastest ways. It holds for one graph, that is,
 * for one edition of streets, one mode and one table of speeds; the time of day does not matter.
 *
 * The order is not that of importance but one that a walk from the top downwards leaves its nodes in, so that a pass finds
 * what it needs nearby in memory: measured at several times the speed (Delling, Goldberg, Nowatzyk, Werneck, "PHAST",
 * 2013, order by level). Everything lies in shared memory.
 */
import type {Job} from '../../job.ts';
import type {Rows} from '../rows.ts';
import {sharedFloat64, sharedUint32} from '../shared-arrays.ts';
import {type ArcBlocks, DOUBLES, WORDS} from './blocks.ts';
import {contract} from './contract.ts';

export interface Hierarchy {
  nodes: number;
  /** The place of each node of the graph in the order. */
  placeOf: Uint32Array;
  /** Arcs that lead from a node to higher ones, and that come to it from higher ones. All by place. */
  up: Ascent;
  down: Ascent;
}

/** Arcs in compressed rows; `higher` is the place at the upper end, always less than the row's own. */
export interface Ascent {
  first: Uint32Array;
  higher: Uint32Array;
  /** Time and distance as one number: `weight.ts`. */
  weight: Float64Array;
}

/**
 * O(nodes · log nodes) in practice: 0.2 s for a county, a few seconds for a city.
 *
 * `like`: of the same nodes with other times. Its order serves as well for streets somewhat slower or faster, and saves two
 * thirds of the work; the answers do not depend on it.
 */
export function* prepareHierarchy(rows: Rows, like?: Hierarchy): Job<Hierarchy> {
  const {rank, out, into} = yield* contract(rows, like && byLevel(like));
  const nodes = rank.length;
  const last = {done: 2 * nodes, of: 2 * nodes, doing: 'Preparing fast travel times'};
  const order = downwards(rank, out, into);
  yield last;
  const placeOf = sharedUint32(nodes);
  for (let place = 0; place < nodes; place++) placeOf[order[place]!] = place;
  const up = ascent(order, placeOf, out);
  yield last;
  return {nodes, placeOf, up, down: ascent(order, placeOf, into)};
}

/**
 * An order of contraction that a hierarchy could have come from: level by level, so that what is taken out thins the whole
 * graph evenly, as searches for ways round need it.
 */
function byLevel({nodes, placeOf, up, down}: Hierarchy): Uint32Array {
  const level = new Uint32Array(nodes);
  let most = 0;
  for (let place = nodes - 1; place >= 0; place--) {
    const above = level[place]! + 1;
    for (const {first, higher} of [up, down]) {
      for (let i = first[place]!; i < first[place + 1]!; i++) {
        const at = higher[i]!;
        if (level[at]! < above) level[at] = above;
      }
    }
    most = Math.max(most, above);
  }
  const next = new Uint32Array(most + 1);
  for (let place = 0; place < nodes; place++) next[level[place]! + 1]!++;
  for (let l = 0; l < most; l++) next[l + 1]! += next[l]!;
  const order = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) order[next[level[placeOf[node]!]!]!++] = node;
  return order;
}

/** Every node after all that are above it, and near to those it was come upon from. */
function downwards(rank: Uint32Array, out: ArcBlocks, into: ArcBlocks): Uint32Array {
  const nodes = rank.length;
  const {first, below} = lowerEnds(nodes, out, into);
  const byRank = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) byRank[rank[node]!] = node;
  const next = first.slice(0, nodes);
  const isMet = new Uint8Array(nodes);
  const path = new Uint32Array(nodes);
  const order = new Uint32Array(nodes);
  // Filled from the end: what is left last stands first.
  let free = nodes;
  for (let r = nodes - 1; r >= 0; r--) {
    if (isMet[byRank[r]!] === 1) continue;
    let depth = 0;
    path[0] = byRank[r]!;
    isMet[path[0]] = 1;
    while (depth >= 0) {
      const node = path[depth]!;
      if (next[node]! === first[node + 1]!) {
        order[--free] = node;
        depth--;
        continue;
      }
      const lower = below[next[node]!++]!;
      if (isMet[lower] === 1) continue;
      isMet[lower] = 1;
      path[++depth] = lower;
    }
  }
  return order;
}

/** For each node those that have an arc to or from it and are lower. */
function lowerEnds(nodes: number, out: ArcBlocks, into: ArcBlocks): {first: Uint32Array; below: Uint32Array} {
  const first = new Uint32Array(nodes + 1);
  const each = (visit: (lower: number, higher: number) => void) => {
    for (const {words, at, count} of [out, into]) {
      for (let node = 0; node < nodes; node++) {
        const end = at[node]! + count[node]!;
        for (let arc = at[node]!; arc < end; arc++) visit(node, words[WORDS * arc]!);
      }
    }
  };
  each((_, higher) => first[higher + 1]!++);
  for (let n = 0; n < nodes; n++) first[n + 1]! += first[n]!;
  const at = first.slice(0, nodes);
  const below = new Uint32Array(first[nodes]!);
  each((lower, higher) => {
    below[at[higher]!++] = lower;
  });
  return {first, below};
}

function ascent(order: Uint32Array, placeOf: Uint32Array, {words, doubles, at, count}: ArcBlocks): Ascent {
  const nodes = order.length;
  const first = sharedUint32(nodes + 1);
  for (let place = 0; place < nodes; place++) first[place + 1] = first[place]! + count[order[place]!]!;
  const higher = sharedUint32(first[nodes]!);
  const weight = sharedFloat64(first[nodes]!);
  for (let place = 0; place < nodes; place++) {
    const from = at[order[place]!]!;
    for (let i = 0; i < count[order[place]!]!; i++) {
      const row = first[place]! + i;
      higher[row] = placeOf[words[WORDS * (from + i)]!]!;
      weight[row] = doubles[DOUBLES * (from + i) + 1]!;
    }
  }
  return {first, higher, weight};
}
