/**
 * How long it takes from everywhere on the streets to one place: what an isochrone is drawn from.
 *
 * Times are those of journeys *towards* the place, because planners ask who can get to a site; on one-way streets the
 * way out is another question. They count the place's own access leg, and no access leg at the other end.
 */
import type {Job} from '../job.ts';
import {type Entry, pocket} from './last-legs.ts';
import type {ModeGraph} from './mode-graph.ts';
import {type Labels, search, spread, UNSEEN} from './search.ts';
import type {Snap} from './snap.ts';

export interface Reach {
  place: Snap;
  /** Tenths of a second from each node of the graph; `UNSEEN` beyond the limit. */
  deciseconds: Uint32Array;
}

export function* reachOf(graph: ModeGraph, place: Snap, limitSeconds: number): Job<Reach> {
  const deciseconds = new Uint32Array(graph.nodes).fill(UNSEEN);
  if (place.reason !== 'snapped') return {place, deciseconds};
  const limit = Math.ceil((limitSeconds * 10 - place.accessDeciseconds) / graph.timeFactor);
  const core = yield* search(graph.coreReverse, place.arrive, limit);
  const pockets = yield* intoPockets(graph, place, core, limit);
  for (let n = 0; n < graph.nodes; n++) {
    const ds = (n < graph.coreNodes ? core : pockets).deciseconds[n]!;
    if (ds !== UNSEEN) deciseconds[n] = Math.round(ds * graph.timeFactor) + place.accessDeciseconds;
  }
  return {place, deciseconds};
}

/** Times of the nodes that stand on last legs only. Core nodes are held at zero, so that nothing leads through them. */
function* intoPockets(graph: ModeGraph, place: Snap, core: Labels, limit: number): Job<Labels> {
  const rows = graph.lastLegReverse;
  const labels: Labels = {
    deciseconds: new Uint32Array(graph.nodes).fill(UNSEEN).fill(0, 0, graph.coreNodes),
    decimetres: new Uint32Array(graph.nodes),
  };
  const starts: Entry[] = [...pocket(rows, graph.coreNodes, place.arriveLastLeg).values()].filter(
    (l) => l.node >= graph.coreNodes,
  );
  for (let n = 0; n < graph.coreNodes; n++) {
    const ds = core.deciseconds[n]!;
    if (ds === UNSEEN) continue;
    for (let i = rows.first[n]!; i < rows.first[n + 1]!; i++) {
      if (rows.node[i]! < graph.coreNodes) continue;
      starts.push({
        node: rows.node[i]!,
        deciseconds: ds + rows.deciseconds[i]!,
        decimetres: core.decimetres[n]! + rows.decimetres[i]!,
      });
    }
  }
  yield* spread(rows, labels, starts, limit);
  return labels;
}
