/**
 * Contraction: nodes are taken out of the graph one after the other, least important first, and wherever the best way
 * between two neighbours led through the node, a shortcut takes its place.
 *
 * Every best way can then be travelled upwards in importance and down again, which is what makes searches short.
 * Importance is 1000 · level + arcs added per arc removed + streets added per street removed (in thousandths), worked out
 * anew only when a node's turn comes. The order decides how fast answers are, never what they are.
 * Geisberger, Sanders, Schultes, Delling, "Contraction hierarchies", 2008; importance as in RoutingKit.
 *
 * Done by WebAssembly where there is room for it, else in plain TypeScript; both leave the same arcs in the same order.
 */
import type {Job} from '../../job.ts';
import type {Rows} from '../rows.ts';
import type {ArcBlocks} from './blocks.ts';
import {Contraction} from './contraction.ts';
import {KernelContraction} from './kernel-contraction.ts';

/** A graph taken apart: what each node had left when its turn came leads to nodes of higher rank. */
export interface Contracted {
  rank: Uint32Array;
  /** Arcs from a node to higher ones, and arcs into it from higher ones. */
  out: ArcBlocks;
  into: ArcBlocks;
}

/** Nodes settled between two reports of progress: a few milliseconds. */
const SLICE = 20_000;

/** `order`: of an earlier contraction of the same nodes, to be kept, so that none need be weighed. */
export function* contract(rows: Rows, order?: Uint32Array): Job<Contracted> {
  return (yield* contracted(rows, KernelContraction, order)) ?? (yield* contracted(rows, Contraction, order))!;
}

/** Nothing where room ends. */
export function* contracted(
  rows: Rows,
  Way: typeof Contraction | typeof KernelContraction,
  order?: Uint32Array,
): Job<Contracted | undefined> {
  const of = 2 * (rows.first.length - 1);
  const doing = 'Preparing fast travel times';
  yield {done: 0, of, doing};
  const contraction = new Way(rows, order);
  for (let done = 0; done < of; ) {
    done = contraction.work(SLICE);
    if (done === 0) return undefined;
    yield {done, of, doing};
  }
  return contraction;
}
