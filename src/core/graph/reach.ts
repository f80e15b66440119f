/**
 * How long it takes from everywhere on the streets to one place: what an isochrone is drawn from.
 *
 * Times are those of journeys *towards* the place, because planners ask who can get to a site; on one-way streets the
 * way out is another question. They count the place's own access leg, and no access leg at the other end.
 */
import type {Job} from '../job.ts';
import {type Entry, pocket} from './last-legs.ts';
import type {ModeGraph} from './mode-graph.ts';
import {UNSEEN} from './search.ts';
import {searchTimes} from './search-times.ts';
import type {Snap} from './snap.ts';

export interface Reach {
  place: Snap;
  /** Tenths of a second from each node of the graph along empty streets, without access legs; `UNSEEN` beyond the limit. */
  alongStreets: Uint32Array;
  /** The same as a journey at the time of day asked about takes, the place's access leg included. */
  deciseconds: Uint32Array;
}

export function* reachOf(graph: ModeGraph, place: Snap, limitSeconds: number): Job<Reach> {
  const {nodes, coreNodes, timeFactor} = graph;
  const alongStreets = new Uint32Array(nodes).fill(UNSEEN);
  const deciseconds = new Uint32Array(nodes).fill(UNSEEN);
  if (place.reason !== 'snapped') return {place, alongStreets, deciseconds};
  // Half a second more than the limit still rounds down to it.
  const limit = Math.ceil((limitSeconds * 10 + 5 - place.accessDeciseconds) / timeFactor);
  yield* searchTimes(graph.coreReverse, alongStreets, place.arrive, limit, 0);
  // Last legs lead on from the public streets, and nothing leads through them.
  yield* searchTimes(graph.lastLegReverse, alongStreets, intoPockets(graph, place, alongStreets), limit, coreNodes);
  for (let n = 0; n < nodes; n++) {
    const ds = alongStreets[n]!;
    if (ds !== UNSEEN) deciseconds[n] = Math.round(ds * timeFactor) + place.accessDeciseconds;
  }
  return {place, alongStreets, deciseconds};
}

/** Where journeys to the place leave last legs: for the public streets, or for the last legs that it lies on itself. */
function intoPockets(
  {coreNodes, lastLegReverse: rows}: ModeGraph,
  place: Snap,
  alongStreets: Uint32Array,
): Pick<Entry, 'node' | 'deciseconds'>[] {
  const starts: Pick<Entry, 'node' | 'deciseconds'>[] = [];
  for (const label of pocket(rows, coreNodes, place.arriveLastLeg).values()) {
    if (label.node >= coreNodes) starts.push(label);
  }
  for (let n = 0; n < coreNodes; n++) {
    const from = rows.first[n]!;
    const end = rows.first[n + 1]!;
    if (from === end || alongStreets[n] === UNSEEN) continue;
    for (let i = from; i < end; i++) {
      const node = rows.node[i]!;
      if (node >= coreNodes) starts.push({node, deciseconds: alongStreets[n]! + rows.deciseconds[i]!});
    }
  }
  return starts;
}
