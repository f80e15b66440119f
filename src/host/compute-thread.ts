import {parentPort, type TransferListItem} from 'node:worker_threads';
import type {Hierarchy} from '../core/graph/hierarchy/hierarchy.ts';
import {ManyTimes} from '../core/graph/hierarchy/many-times.ts';
import {type ModeGraph, modeGraph} from '../core/graph/mode-graph.ts';
import {unpackNetwork} from '../core/graph/pack-network.ts';
import {type Snap, snap, snapCode} from '../core/graph/snap.ts';
import type {SpeedSettings} from '../core/graph/speeds.ts';
import {travelTimes} from '../core/graph/times-to-place.ts';
import {drain, type Progress} from '../core/job.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import type {Mode} from '../domain/mode.ts';
import {type Keeping, keptHierarchy, preparedHierarchy} from './kept-hierarchy.ts';

/** What the pool asks of a thread. Each message is answered once, in the order asked. */
export type ToThread =
  /** Make the graph of a mode out of packed streets, in shared memory. */
  | {task: 'prepare'; streets: StreetsPart[]; mode: Mode; speeds: SpeedSettings}
  /** What gives the same times faster, as it was kept from before. */
  | {task: 'recall'; graph: ModeGraph; keeping: Keeping}
  /** Make it of a graph, after the order of one like it if there is one, and keep it. */
  | {task: 'raise'; graph: ModeGraph; like: Hierarchy | null; keeping: Keeping | null}
  /** Work for this request begins: take the graph, with its hierarchy if there is one, and join the areas to it. */
  | {
      task: 'begin';
      request: number;
      graphKey: string;
      graph: ModeGraph;
      hierarchy: Hierarchy | null;
      areas: {lng: Float64Array; lat: Float64Array};
      limitSeconds: number;
    }
  | {task: 'measure'; request: number; lng: Float64Array; lat: Float64Array}
  | {task: 'end'; request: number};

/** What a thread answers, by task. */
export interface Answers {
  prepare: ModeGraph;
  recall: Hierarchy | null;
  raise: Hierarchy;
  /** How each area joins the streets, as `SNAP_CODE` has it. */
  begin: Uint8Array;
  /** The times of one place after the other, in one array. */
  measure: {seconds: Uint16Array; metres: Uint32Array; snaps: Uint8Array};
  end: null;
}

export type FromThread = {value: Answers[keyof Answers]} | {failure: string} | {progress: Progress};

/** How often a thread says how far it is. */
const TELL_MS = 100;

type Areas = Extract<ToThread, {task: 'begin'}>['areas'];

/** A graph with its areas joined to it: kept from one request to the next, since most ask of the same. */
interface Joined {
  graphKey: string;
  graph: ModeGraph;
  areas: Areas;
  snaps: Snap[];
  /** Once there is a hierarchy. */
  many: ManyTimes | null;
}

const requests = new Map<number, {joined: Joined; limitSeconds: number}>();
let last: Joined | null = null;

const tasks: {[T in ToThread['task']]: (message: Extract<ToThread, {task: T}>) => Answers[T]} = {
  prepare: ({streets, mode, speeds}) => drain(modeGraph(unpackNetwork(streets), mode, speeds), telling()),
  recall: ({graph, keeping}) => keptHierarchy(graph, keeping),
  raise: ({graph, like, keeping}) => preparedHierarchy(graph, like, keeping, telling()),
  begin({request, graphKey, graph, hierarchy, areas, limitSeconds}) {
    const joined: Joined =
      last?.graphKey === graphKey && last.graph.timeFactor === graph.timeFactor && sameAreas(last.areas, areas)
        ? last
        : join(graphKey, graph, areas);
    if (hierarchy) joined.many ??= new ManyTimes(joined.graph, hierarchy, joined.snaps, 'to');
    last = joined;
    requests.set(request, {joined, limitSeconds});
    return Uint8Array.from(joined.snaps, snapCode);
  },
  measure({request, lng, lat}) {
    const {joined, limitSeconds} = requests.get(request)!;
    const {graph, snaps, many} = joined;
    const places = Array.from(lng, (each, place) => snap(graph, each, lat[place]!));
    const times = many?.times(places, limitSeconds) ?? travelTimes(graph, places, snaps, limitSeconds);
    const {seconds, metres} = drain(times);
    return {seconds, metres, snaps: Uint8Array.from(places, snapCode)};
  },
  end({request}) {
    requests.delete(request);
    return null;
  },
};

function telling(): (progress: Progress) => void {
  let told = performance.now();
  return (progress) => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    post({progress});
  };
}

function join(graphKey: string, graph: ModeGraph, areas: Areas): Joined {
  const snaps = Array.from(areas.lng, (lng, area) => snap(graph, lng, areas.lat[area]!));
  return {graphKey, graph, areas, snaps, many: null};
}

function sameAreas(one: Areas, other: Areas): boolean {
  return sameNumbers(one.lng, other.lng) && sameNumbers(one.lat, other.lat);
}

function sameNumbers(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function answer(message: ToThread): Answers[keyof Answers] {
  return (tasks[message.task] as (message: ToThread) => Answers[keyof Answers])(message);
}

function post(message: FromThread, owned: TransferListItem[] = []): void {
  parentPort!.postMessage(message, owned);
}

parentPort!.on('message', (message: ToThread) => {
  try {
    const value = answer(message);
    const times = value !== null && 'seconds' in value ? [value.seconds.buffer, value.metres.buffer] : [];
    post({value}, times as TransferListItem[]);
  } catch (error) {
    post({failure: error instanceof Error ? (error.stack ?? error.message) : String(error)});
  }
});
