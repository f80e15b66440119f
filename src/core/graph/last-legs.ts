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

export interface PocketLabel<E extends Entry = Entry> extends Entry {
  /** The label it was reached from; `undefined` at the start. */
  before: PocketLabel<E> | undefined;
  /** The street it was reached along, and the start that it was reached from. */
  arc: number;
  start: E;
}

/**
 * Every node reached along `rows` from `starts` by last legs alone, doors included. With the reverse rows: every node
 * that reaches them. `coreNodes` is where doors are told from the rest.
 */
export function pocket<E extends Entry>(
  rows: Rows,
  coreNodes: number,
  starts: readonly E[],
): Map<number, PocketLabel<E>> {
  const labels = new Map<number, PocketLabel<E>>();
  const queue = new Queue();
  const offer = (label: PocketLabel<E>) => {
    const known = labels.get(label.node);
    if (known !== undefined && !isBetter(label.deciseconds, label.decimetres, known.deciseconds, known.decimetres))
      return;
    labels.set(label.node, label);
    queue.push(label.deciseconds, label.node);
  };
  for (const start of starts) {
    const {node, deciseconds, decimetres} = start;
    offer({node, deciseconds, decimetres, before: undefined, arc: -1, start});
  }
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
        start: label.start,
      });
    }
  }
  return labels;
}

/** The streets from the start to a label, in the order they were searched. */
export function streetsTo(label: PocketLabel): number[] {
  const arcs: number[] = [];
  for (let at: PocketLabel | undefined = label; at !== undefined; at = at.before) if (at.arc >= 0) arcs.push(at.arc);
  return arcs.reverse();
}

/** Faster, or as fast and shorter: the one order of all searches, so that minutes and miles belong to the same path. */
export function isBetter(ds: number, dm: number, thanDs: number, thanDm: number): boolean {
  return ds < thanDs || (ds === thanDs && dm < thanDm);
}
