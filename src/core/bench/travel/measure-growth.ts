/** One graph of several: what preparing, one end from everywhere, and all pairs of ever more places take. */
import {prepareHierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {give, passOver} from '../../graph/hierarchy/pass.ts';
import {LANES} from '../../graph/hierarchy/sweep.ts';
import {drain} from '../../job.ts';
import {type AllPairs, PairsOf} from './all-pairs.ts';
import {best, timed} from './measure-graph.ts';
import {everyNode, withoutWalks} from './node-times.ts';

import {readingMs} from './reading.ts';
import {hasRoutingKit, routingKitMatrix} from './routingkit.ts';
import type {Both} from './streets-of.ts';

export interface Growth {
  name: string;
  nodes: number;
  arcs: number;
  prepareSeconds: number;
  shortcuts: number;
  /** The most that the process had held when this was prepared, the graph and its making included. */
  preparingBytes: number;
  hierarchyBytes: number;
  routingKit: {prepareSeconds: number; shortcuts: number} | undefined;
  /** From every node to one end, `LANES` ends a pass; and reading the same bytes once, shared by as many. */
  everywhereMs: number;
  readMs: number | undefined;
  pairs: AllPairs[];
}

export function measureGrowth(name: string, graph: Both, places: readonly number[]): Growth {
  const {rows, reverse} = graph;
  const arcs = rows.node.length;
  const {value: hierarchy, ms} = timed(() => drain(prepareHierarchy(rows)));
  const preparingBytes = process.resourceUsage().maxRSS * 1024;
  const {placeOf, up, down} = hierarchy;
  const bytesOf = ({first, higher, weight}: typeof up) => first.byteLength + higher.byteLength + weight.byteLength;
  const other = hasRoutingKit() ? routingKitMatrix(reverse, [0], [0]) : undefined;
  const everyone = passOver(everyNode(hierarchy), withoutWalks(0));
  const everywhere = best(3, () => {
    for (let lane = 0; lane < LANES; lane++) give(everyone, lane, lane, 0);
    everyone.sweep(0, hierarchy.nodes);
  });
  const reading = readingMs(everyone.labels.byteLength + bytesOf(up));
  const pairsOf = new PairsOf(graph, hierarchy);
  try {
    return {
      name,
      nodes: hierarchy.nodes,
      arcs,
      prepareSeconds: ms / 1000,
      shortcuts: up.higher.length + down.higher.length - arcs,
      preparingBytes,
      hierarchyBytes: placeOf.byteLength + bytesOf(up) + bytesOf(down),
      routingKit: other && {prepareSeconds: other.prepareSeconds, shortcuts: other.arcs - arcs},
      everywhereMs: everywhere / LANES,
      readMs: reading && reading / LANES,
      pairs: places.map((count) => pairsOf.measure(count)),
    };
  } finally {
    pairsOf.end();
  }
}
