import {grouped} from './rows.ts';

/**
 * Strongly connected components: two nodes share one when each can be reached from the other.
 *
 * Tarjan's algorithm with its own stack, so that a street a million nodes long cannot overflow the machine's. Components
 * are numbered in the order they are closed; O(nodes + arcs).
 */
export function strongComponents(
  nodes: number,
  tail: Int32Array,
  head: Int32Array,
  listed: (index: number) => boolean,
): {of: Int32Array; sizes: number[]} {
  const {first, order} = grouped(nodes, tail, listed);
  const of = new Int32Array(nodes).fill(-1);
  const sizes: number[] = [];
  const number = new Int32Array(nodes);
  const low = new Int32Array(nodes);
  const next = first.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  let opened = 0;
  let count = 0;
  for (let root = 0; root < nodes; root++) {
    if (number[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    number[root] = low[root] = ++count;
    open[opened++] = root;
    while (depth >= 0) {
      const node = path[depth]!;
      if (next[node]! < first[node + 1]!) {
        const to = head[order[next[node]!++]!]!;
        if (number[to] === 0) {
          number[to] = low[to] = ++count;
          open[opened++] = to;
          path[++depth] = to;
        } else if (of[to]! < 0 && number[to]! < low[node]!) low[node] = number[to]!;
        continue;
      }
      if (low[node] === number[node]) {
        let size = 0;
        for (let closed = -1; closed !== node; size++) {
          closed = open[--opened]!;
          of[closed] = sizes.length;
        }
        sizes.push(size);
      }
      depth--;
      if (depth >= 0 && low[node]! < low[path[depth]!]!) low[path[depth]!] = low[node]!;
    }
  }
  return {of, sizes};
}

/** The nodes that can be reached from the marked ones along the listed arcs; `start` is left as it is. */
export function reachedFrom(
  start: Uint8Array,
  tail: Int32Array,
  head: Int32Array,
  listed: (index: number) => boolean,
): Uint8Array {
  const nodes = start.length;
  const {first, order} = grouped(nodes, tail, listed);
  const reached = start.slice();
  const stack = new Int32Array(nodes);
  let depth = 0;
  for (let n = 0; n < nodes; n++) if (reached[n] === 1) stack[depth++] = n;
  while (depth > 0) {
    const node = stack[--depth]!;
    for (let i = first[node]!; i < first[node + 1]!; i++) {
      const to = head[order[i]!]!;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      stack[depth++] = to;
    }
  }
  return reached;
}
