/**
 * Plain Dijkstra over rows: the least time from the starts to every node, and the least distance among the fastest ways.
 *
 * With reverse rows it is the time from every node to the starts. Exact, unprepared, and the measure of every faster
 * engine. Nodes further than `limit` deciseconds are left `UNSEEN`. O(arcs · log nodes).
 */
import type {Job} from '../job.ts';
import {type Entry, isBetter} from './last-legs.ts';
import {Queue} from './queue.ts';
import type {Rows} from './rows.ts';

export const UNSEEN = 0xffffffff;

export interface Labels {
  deciseconds: Uint32Array;
  decimetres: Uint32Array;
}

/** One kind of place in the labels for each node of `rows`. */
export function* search(rows: Rows, starts: readonly Entry[], limit: number): Job<Labels> {
  const nodes = rows.first.length - 1;
  const labels: Labels = {
    deciseconds: new Uint32Array(nodes).fill(UNSEEN),
    decimetres: new Uint32Array(nodes),
  };
  yield* spread(rows, labels, starts, limit);
  return labels;
}

/** As `search`, going on from labels that are there already. */
export function* spread(rows: Rows, labels: Labels, starts: readonly Entry[], limit: number): Job<void> {
  const {deciseconds, decimetres} = labels;
  const {first, node: heads, deciseconds: times, decimetres: lengths} = rows;
  const queue = new Queue();
  for (const {node, deciseconds: ds, decimetres: dm} of starts) {
    if (ds > limit || !isBetter(ds, dm, deciseconds[node]!, decimetres[node]!)) continue;
    deciseconds[node] = ds;
    decimetres[node] = dm;
    queue.push(ds, node);
  }
  let settled = 0;
  while (queue.length > 0) {
    const node = queue.take();
    const ds = deciseconds[node]!;
    if (queue.key !== ds) continue;
    if (++settled % 20_000 === 0) yield {done: settled, of: first.length - 1, doing: 'Measuring travel times'};
    const dm = decimetres[node]!;
    for (let i = first[node]!; i < first[node + 1]!; i++) {
      const to = heads[i]!;
      const toDs = ds + times[i]!;
      if (toDs > limit || toDs > deciseconds[to]!) continue;
      const toDm = dm + lengths[i]!;
      if (toDs === deciseconds[to] && toDm >= decimetres[to]!) continue;
      deciseconds[to] = toDs;
      decimetres[to] = toDm;
      queue.push(toDs, to);
    }
  }
}
