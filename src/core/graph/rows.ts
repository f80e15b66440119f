import {sharedUint32} from './shared-arrays.ts';

/**
 * Arcs in compressed rows: those that leave node n stand at `first[n]` to `first[n + 1] - 1`.
 *
 * Rows of the reverse graph are the same with `node` saying where an arc comes from.
 */
export interface Rows {
  first: Uint32Array;
  /** The node at the other end. */
  node: Uint32Array;
  deciseconds: Uint32Array;
  decimetres: Uint32Array;
  /** Which street, and which way along it: `2 * edge + back`; `NO_STREET` where an arc passes a gate. */
  arc: Uint32Array;
}

export const NO_STREET = 0xffffffff;

/** Arcs as a list, before they are laid in rows. */
export interface ArcList {
  tail: Int32Array;
  head: Int32Array;
  deciseconds: Int32Array;
  decimetres: Int32Array;
  arc: Int32Array;
}

/** The places of the listed arcs in the order of the node they belong to; within a node in the order of the list. */
export function grouped(
  nodes: number,
  node: Int32Array,
  listed: (index: number) => boolean,
): {first: Uint32Array; order: Uint32Array} {
  const first = sharedUint32(nodes + 1);
  for (let i = 0; i < node.length; i++) if (listed(i)) first[node[i]! + 1]!++;
  for (let n = 0; n < nodes; n++) first[n + 1]! += first[n]!;
  const at = first.slice(0, nodes);
  const order = new Uint32Array(first[nodes]!);
  for (let i = 0; i < node.length; i++) if (listed(i)) order[at[node[i]!]!++] = i;
  return {first, order};
}

/** Rows by tail, or (`reverse`) by head, of the arcs that are `listed`. */
export function toRows(nodes: number, arcs: ArcList, reverse: boolean, listed: (index: number) => boolean): Rows {
  const {first, order} = grouped(nodes, reverse ? arcs.head : arcs.tail, listed);
  const other = reverse ? arcs.tail : arcs.head;
  const rows: Rows = {
    first,
    node: sharedUint32(order.length),
    deciseconds: sharedUint32(order.length),
    decimetres: sharedUint32(order.length),
    arc: sharedUint32(order.length),
  };
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    rows.node[at] = other[i]!;
    rows.deciseconds[at] = arcs.deciseconds[i]!;
    rows.decimetres[at] = arcs.decimetres[i]!;
    rows.arc[at] = arcs.arc[i]!;
  }
  return rows;
}
