import {availableParallelism} from 'node:os';
import type {Hierarchy} from '../core/graph/hierarchy/hierarchy.ts';
import {LANES} from '../core/graph/hierarchy/sweep.ts';
import {atTimeOfDay, hasSameNodes, type ModeGraph} from '../core/graph/mode-graph.ts';
import type {Progress} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
import type {Compute, PlaceTimes, Snapped, TimesRequest} from '../engine/compute.ts';
import {startThread, type Thread} from './compute-team.ts';
import {searchTeam} from './search-team.ts';

/** Beyond so many threads memory is the limit, not computing. */
const MOST_THREADS = 8;
/** Graphs kept for the next request: the three modes over one edition of streets, and one edit of speeds. */
const GRAPHS_KEPT = 4;
/**
 * Preparing a hierarchy takes as long as plain searches to between 80 places and 370 (`npm run bench travel`), on one
 * thread while those would run on all. From so many places for each thread on it pays, and ever after it costs nothing.
 */
const PAYS_FROM = 200;

type Tell = (progress: Progress) => void;

/**
 * Threads that measure travel times side by side. One of them prepares the graph in shared memory, all search it; places
 * are handed out a few at a time, so that no thread waits for another. The engine's own thread stays free to answer.
 * What took long to prepare is kept in a folder of its own, if one is given.
 */
export function computePool(keepIn: string | null, threads = Math.min(MOST_THREADS, availableParallelism())): Compute {
  let team: Thread[] = [];
  const graphs = new Map<string, Promise<ModeGraph>>();
  const hierarchies = new WeakMap<ModeGraph, Promise<Hierarchy>>();
  /** Graphs for which nothing was kept: not looked for twice. */
  const notKept = new WeakSet<ModeGraph>();
  let lastRequest = 0;

  /** Threads start with the first request; after a failure of native code, say, all start anew. */
  function members(): Thread[] {
    if (team.length === 0 || team.some((thread) => thread.dead())) {
      for (const thread of team) thread.end();
      team = Array.from({length: threads}, startThread);
    }
    return team;
  }

  function graphFor({graphKey, streets, mode, speeds}: TimesRequest, onProgress: Tell): Promise<ModeGraph> {
    const graph = graphs.get(graphKey) ?? members()[0]!.ask('prepare', {streets: streets(), mode, speeds}, onProgress);
    graphs.delete(graphKey);
    graphs.set(graphKey, graph);
    graph.catch(() => graphs.delete(graphKey));
    for (const oldest of [...graphs.keys()].slice(0, -GRAPHS_KEPT)) graphs.delete(oldest);
    return graph;
  }

  /** What was prepared for this graph now or in another session, or is now because there are places enough; else nothing. */
  async function hierarchyFor(
    graph: ModeGraph,
    graphKey: string,
    places: number,
    onProgress: Tell,
  ): Promise<Hierarchy | null> {
    const held = hierarchies.get(graph);
    if (held) return held;
    const keeping = keepIn === null ? null : {folder: keepIn, graphKey};
    const kept = keeping && !notKept.has(graph) ? await members()[0]!.ask('recall', {graph, keeping}) : null;
    if (kept) hierarchies.set(graph, Promise.resolve(kept));
    else notKept.add(graph);
    if (kept || places < PAYS_FROM * threads) return kept;
    const like = await hierarchyLike(graph);
    const hierarchy = hierarchies.get(graph) ?? members()[0]!.ask('raise', {graph, like, keeping}, onProgress);
    hierarchies.set(graph, hierarchy);
    hierarchy.catch(() => hierarchies.delete(graph));
    return hierarchy;
  }

  /** Of the same streets and mode with other speeds, if one is held: its order spares two thirds of the preparation. */
  async function hierarchyLike(graph: ModeGraph): Promise<Hierarchy | null> {
    for (const other of await Promise.allSettled(graphs.values())) {
      if (other.status === 'rejected' || other.value === graph || !hasSameNodes(other.value, graph)) continue;
      const hierarchy = hierarchies.get(other.value);
      if (hierarchy) return hierarchy;
    }
    return null;
  }

  async function times(request: TimesRequest, signal: AbortSignal, onProgress: Tell): ReturnType<Compute['times']> {
    const prepared = await graphFor(request, onProgress);
    const {graphKey, areas, places, placesInAll, limitSeconds} = request;
    const count = places.lng.length;
    const hierarchy = await hierarchyFor(prepared, graphKey, placesInAll, onProgress);
    const graph = atTimeOfDay(prepared, request.timeFactor);
    const atOnce = hierarchy ? LANES : 1;
    const number = ++lastRequest;
    const found: PlaceTimes[] = [];
    const snapped: Snapped = {areas: new Uint8Array(areas.lng.length), places: new Uint8Array(count)};
    let next = 0;
    let done = 0;

    async function work(thread: Thread): Promise<void> {
      if (signal.aborted) return;
      const begin = {request: number, graphKey, graph, hierarchy, areas, limitSeconds};
      snapped.areas = await thread.ask('begin', begin);
      while (next < count && !signal.aborted) {
        const first = next;
        const end = Math.min(count, first + atOnce);
        next = end;
        const {seconds, metres, snaps} = await thread.ask('measure', {
          request: number,
          lng: places.lng.slice(first, end),
          lat: places.lat.slice(first, end),
        });
        const width = areas.lng.length;
        for (let place = first; place < end; place++) {
          const from = (place - first) * width;
          found[place] = {seconds: seconds.subarray(from, from + width), metres: metres.subarray(from, from + width)};
          snapped.places[place] = snaps[place - first]!;
          onProgress({done: ++done, of: count, doing: 'Measuring travel times'});
        }
      }
      await thread.ask('end', {request: number});
    }

    await Promise.all(members().slice(0, Math.max(1, count)).map(work));
    return {times: found, snapped};
  }

  const searches = searchTeam();
  return {
    search: searches.search,
    times: (request, signal, onProgress) => Promise.race([times(request, signal, onProgress), stopped(signal)]),
    close() {
      searches.close();
      for (const thread of team) thread.end();
      team = [];
      graphs.clear();
    },
  };
}

/** Ends the wait at once when a planner stops; what threads have in hand they finish for nobody. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new PlanError('cancelled', 'Stopped. Nothing was changed.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, {once: true});
  });
}
