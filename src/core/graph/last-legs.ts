/**
 * The first and last legs of a journey, on streets that are only for those who go there.
 *
 * From a place on such a street, the search spreads along last legs until it meets the public streets: those meeting
 * points are its doors. It does not go on through them. Pockets of such streets are small, so this is a search of a few
 * dozen nodes, done once for each place.
 */
import {Queue} from './queue.ts';
import type {Rows} from './rows.ts';

/** A node of the graph and what it takes to get there from a place, or from there to the place. */
export interface Entry {
  node: number;
  deciseconds: number;
  decimetres: number;
}

export interface PocketLabel extends Entry {
  /** The label it was reached from; `undefined` at the start. */
  before: PocketLabel | undefined;
  /** The street it was reached along. */
  arc: number;
}

/**
 * Every node reached along `rows` from `starts` by last legs alone, doors included. With the reverse rows: every node
 * that reaches them. `coreNodes` is where doors are told from the rest.
 */
export function pocket(rows: Rows, coreNodes: number, starts: readonly Entry[]): Map<number, PocketLabel> {
  const labels = new Map<number, PocketLabel>();
  const queue = new Queue();
  const offer = (label: PocketLabel) => {
    const known = labels.get(label.node);
    if (known !== undefined && !isBetter(label.deciseconds, label.decimetres, known.deciseconds, known.decimetres))
      return;
    labels.set(label.node, label);
    queue.push(label.deciseconds, label.node);
  };
  for (const start of starts) offer({...start, before: undefined, arc: -1});
  while (queue.length > 0) {
    const node = queue.take();
    const label = labels.get(node)!;
    if (queue.key !== label.deciseconds || node < coreNodes) continue;
    for (let i = rows.first[node]!; i < rows.first[node + 1]!; i++) {
      offer({
        node: rows.node[i]!,
        deciseconds: label.deciseconds + rows.deciseconds[i]!,
        decimetres: label.decimetres + rows.decimetres[i]!,
        before: label,
        arc: rows.arc[i]!,
      });
    }
  }
  return labels;
}

/** Faster, or as fast and shorter: the one order of all searches, so that minutes and miles belong to the same path. */
export function isBetter(ds: number, dm: number, thanDs: number, thanDm: number): boolean {
  return ds < thanDs || (ds === thanDs && dm < thanDm);
}
