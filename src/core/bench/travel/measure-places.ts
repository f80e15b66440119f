/** Places on real streets: what a planner's project asks for, against the plain search. */
import {prepareHierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {ManyTimes} from '../../graph/hierarchy/many-times.ts';
import type {ModeGraph} from '../../graph/mode-graph.ts';
import {type Snap, snap} from '../../graph/snap.ts';
import {DEGREE} from '../../graph/street-network.ts';
import {LONGEST_SECONDS, travelTimes} from '../../graph/times-to-place.ts';
import {drain} from '../../job.ts';
import {best, timed} from './measure-graph.ts';
import {random} from './streets-of.ts';

export interface PlacesMeasured {
  name: string;
  compared: number;
  differ: number;
  prepareMs: number;
  /** For 100 places and 2,000 areas. */
  plainMs: number;
  fastMs: number;
  clickMs: number;
}

const AREAS = 2000;
const PLACES = 100;
/** Places that the plain search is asked for. */
const ASKED = 20;

export function measurePlaces(name: string, graph: ModeGraph): PlacesMeasured {
  const next = random(99);
  const {vertexLng, vertexLat} = graph.network;
  const near = (): Snap => {
    const vertex = Math.floor(next() * vertexLng.length);
    return snap(graph, vertexLng[vertex]! / DEGREE + next() * 0.002, vertexLat[vertex]! / DEGREE);
  };
  const areas = Array.from({length: AREAS}, near);
  const places = Array.from({length: PLACES}, near);
  const prepared = timed(() => drain(prepareHierarchy(graph.core)));
  const many = new ManyTimes(graph, prepared.value, areas, 'to');
  const fast = drain(many.times(places, LONGEST_SECONDS));
  const plain = timed(() => drain(travelTimes(graph, places.slice(0, ASKED), areas, LONGEST_SECONDS)));
  let differ = 0;
  for (let i = 0; i < ASKED * AREAS; i++) {
    if (fast.seconds[i] !== plain.value.seconds[i] || fast.metres[i] !== plain.value.metres[i]) differ++;
  }
  return {
    name,
    compared: ASKED * AREAS,
    differ,
    prepareMs: prepared.ms,
    plainMs: (plain.ms * PLACES) / ASKED,
    fastMs: best(5, () => drain(many.times(places, LONGEST_SECONDS))),
    clickMs: best(5, () => drain(many.times([near()], LONGEST_SECONDS))),
  };
}
