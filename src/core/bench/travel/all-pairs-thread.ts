/** One thread of `all-pairs-process.ts`: takes blocks of places until none is left. Posts the first block alone. */
import {parentPort, workerData} from 'node:worker_threads';
import type {Hierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {ManyTimes} from '../../graph/hierarchy/many-times.ts';
import type {Taken} from '../../graph/hierarchy/take.ts';
import type {ModeGraph} from '../../graph/mode-graph.ts';
import {LONGEST_SECONDS} from '../../graph/times-to-place.ts';
import {drain} from '../../job.ts';
import {BLOCK} from './all-pairs.ts';
import {type Midway, placesMidway} from './midway.ts';

export interface Given {
  hierarchy: Hierarchy;
  places: Midway;
  /** The next place that nobody has taken. */
  next: Int32Array;
}

export type FromThread = Taken;

const {hierarchy, places: halves, next} = workerData as Given;
const places = placesMidway(halves);
// All that is asked of a graph for places on no street that it knows of.
const graph = {coreNodes: hierarchy.nodes, timeFactor: 1} as ModeGraph;
const many = new ManyTimes(graph, hierarchy, places, 'to');
const block: Taken = {
  seconds: new Uint16Array(BLOCK * places.length),
  metres: new Uint32Array(BLOCK * places.length),
};
for (let from = take(); from < places.length; from = take()) {
  drain(many.timesInto(block, places.slice(from, from + BLOCK), LONGEST_SECONDS));
  if (from === 0) parentPort!.postMessage(block);
}

function take(): number {
  return Atomics.add(next, 0, BLOCK);
}
