/**
 * Contraction: nodes are taken out of the graph one after the other, least important first, and wherever the best way
 * between two neighbours led through the node, a shortcut takes its place.
 *
 * Every best way can then be travelled upwards in importance and down again, which is what makes searches short.
 * Importance is 1000 · level + arcs added per arc removed + streets added per street removed (in thousandths), worked out
 * anew only when a node's turn comes. The order decides how fast answers are, never what they are.
 * Geisberger, Sanders, Schultes, Delling, "Contraction hierarchies", 2008; importance as in RoutingKit.
 */
import type {Job} from '../../job.ts';
import type {Rows} from '../rows.ts';
import {Blocks, WIDE} from './blocks.ts';
import {DECISECOND} from './weight.ts';
import {WeightQueue} from './weight-queue.ts';
import {Witness} from './witness.ts';

/** A graph taken apart: what each node had left when its turn came leads to nodes of higher rank. */
export interface Contracted {
  rank: Uint32Array;
  /** Arcs from a node to higher ones, and arcs into it from higher ones. */
  out: Blocks;
  into: Blocks;
}

/** Nodes settled before a search for a way round is given up: when a node is weighed, and when its turn has come. */
const WEIGHING = 30;
const CONTRACTING = 120;

/** Nodes settled between two reports of progress: a few milliseconds. */
const SLICE = 20_000;

export function* contract(rows: Rows): Job<Contracted> {
  const nodes = rows.first.length - 1;
  const doing = 'Preparing fast travel times';
  yield {done: 0, of: 2 * nodes, doing};
  const contraction = new Contraction(rows);
  const queue = new WeightQueue();
  let worked = 0;
  for (let node = 0; node < nodes; node++) {
    queue.push(contraction.importance(node), node);
    if (contraction.settled - worked < SLICE) continue;
    worked = contraction.settled;
    yield {done: node, of: 2 * nodes, doing};
  }
  const rank = new Uint32Array(nodes);
  for (let next = 0; next < nodes; ) {
    const node = queue.take();
    const importance = contraction.importance(node);
    if (queue.length > 0 && importance > queue.least()) queue.push(importance, node);
    else {
      contraction.takeOut(node);
      rank[node] = next++;
    }
    if (contraction.settled - worked < SLICE) continue;
    worked = contraction.settled;
    yield {done: nodes + next, of: 2 * nodes, doing};
  }
  return {rank, out: contraction.out, into: contraction.into};
}

class Contraction {
  readonly out: Blocks;
  readonly into: Blocks;
  /** Nodes settled by all searches so far: how much work was done. */
  settled = 0;
  readonly #level: Uint32Array;
  readonly #witness: Witness;

  constructor(rows: Rows) {
    this.out = new Blocks(rows, false);
    this.into = new Blocks(rows, true);
    this.#level = new Uint32Array(rows.first.length - 1);
    this.#witness = new Witness(this.out);
  }

  importance(node: number): number {
    const {out, into} = this;
    const removed = out.count[node]! + into.count[node]!;
    if (removed === 0) return 1 + 1000 * this.#level[node]!;
    let removedStreets = 0;
    for (const {arcs, at, count} of [out, into]) {
      for (let i = at[node]!; i < at[node]! + count[node]! * WIDE; i += WIDE) removedStreets += arcs[i + 3]!;
    }
    const shortcuts = this.#shortcuts(node, WEIGHING);
    let addedStreets = 0;
    for (let s = 0; s < shortcuts.length; s += SHORTCUT) addedStreets += shortcuts[s + 4]!;
    const added = shortcuts.length / SHORTCUT;
    return (
      1 +
      1000 * this.#level[node]! +
      Math.floor((1000 * added) / removed) +
      Math.floor((1000 * addedStreets) / removedStreets)
    );
  }

  takeOut(node: number): void {
    const {out, into} = this;
    const level = this.#level;
    const shortcuts = this.#shortcuts(node, CONTRACTING);
    const above = level[node]! + 1;
    for (let i = out.at[node]!, n = out.count[node]!; n > 0; n--, i += WIDE) {
      const other = out.arcs[i]!;
      into.drop(other, node);
      if (level[other]! < above) level[other] = above;
    }
    for (let i = into.at[node]!, n = into.count[node]!; n > 0; n--, i += WIDE) {
      const other = into.arcs[i]!;
      out.drop(other, node);
      if (level[other]! < above) level[other] = above;
    }
    for (let s = 0; s < shortcuts.length; s += SHORTCUT) {
      const from = shortcuts[s]!;
      const to = shortcuts[s + 1]!;
      out.put(from, to, shortcuts[s + 2]!, shortcuts[s + 3]!, shortcuts[s + 4]!);
      into.put(to, from, shortcuts[s + 2]!, shortcuts[s + 3]!, shortcuts[s + 4]!);
    }
  }

  /** The shortcuts that taking the node out would ask for: from, to, deciseconds, decimetres, streets of each in turn. */
  #shortcuts(node: number, most: number): number[] {
    const found: number[] = [];
    const {arcs: outArcs} = this.out;
    const outAt = this.out.at[node]!;
    const outEnd = outAt + this.out.count[node]! * WIDE;
    const {arcs: inArcs} = this.into;
    const inAt = this.into.at[node]!;
    const inEnd = inAt + this.into.count[node]! * WIDE;
    if (outAt === outEnd || inAt === inEnd) return found;
    const beyond = this.#witness.aim(node);
    for (let i = inAt; i < inEnd; i += WIDE) {
      const from = inArcs[i]!;
      // Only back where it came from: no way round is needed.
      if (outEnd - outAt === WIDE && outArcs[outAt] === from) continue;
      const inWeight = inArcs[i + 1]! * DECISECOND + inArcs[i + 2]!;
      this.settled += this.#witness.spread(from, node, inWeight + beyond, most);
      for (let o = outAt; o < outEnd; o += WIDE) {
        const to = outArcs[o]!;
        if (to === from) continue;
        if (this.#witness.found(to) <= inWeight + outArcs[o + 1]! * DECISECOND + outArcs[o + 2]!) continue;
        found.push(from, to, inArcs[i + 1]! + outArcs[o + 1]!, inArcs[i + 2]! + outArcs[o + 2]!);
        found.push(inArcs[i + 3]! + outArcs[o + 3]!);
      }
    }
    return found;
  }
}

const SHORTCUT = 5;
