/**
 * Travel times and distances between many areas and many places, by a prepared graph: the same whole seconds and metres
 * as `timesToPlace` and `timesFromPlace`, pair by pair, many times faster once there are hundreds of places.
 *
 * Ways through public streets come from the hierarchy. Two kinds of way do not pass a node of it, along one street and
 * within one pocket of private streets; they are found as the plain search finds them, and put in before the pass.
 */
import type {Job} from '../../job.ts';
import {pocket} from '../last-legs.ts';
import type {ModeGraph} from '../mode-graph.ts';
import {alongOneStreet} from '../same-street.ts';
import type {Snap} from '../snap.ts';
import {LONGEST_SECONDS} from '../times-to-place.ts';
import {type TravelTimes, UNREACHED} from '../travel-times.ts';
import {Climb} from './climb.ts';
import type {Hierarchy} from './hierarchy.ts';
import {type Pass, passOver} from './pass.ts';
import {type Selection, select} from './selection.ts';
import {LANES} from './sweep.ts';
import {DECISECOND, NO_WAY, weightOf} from './weight.ts';

export type Way = 'to' | 'from';

/** Rows swept between two chances to stop: about a millisecond. */
const SLICE = 20_000;

/** Areas joined to a prepared graph, for any number of places. Holds room for one pass, so it serves one job at a time. */
export class ManyTimes {
  readonly #graph: ModeGraph;
  readonly #areas: readonly Snap[];
  readonly #isTo: boolean;
  readonly #rowOf: Int32Array;
  /** Rows of nodes; those of the areas follow. */
  readonly #nodes: number;
  readonly #pass: Pass;
  readonly #climb: Climb;
  readonly #accessDeciseconds: Float64Array;
  readonly #accessDecimetres: Float64Array;
  /** The areas on each street, and those whose journeys meet each node of a last leg. */
  readonly #onEdge = new Map<number, number[]>();
  readonly #onLastLeg = new Map<number, {area: number; weight: number}[]>();

  /** `way`: journeys from the areas to a place, or from a place to the areas. */
  constructor(
    graph: ModeGraph,
    hierarchy: Hierarchy,
    areas: readonly Snap[],
    way: Way,
    pass: (selection: Selection) => Pass = passOver,
  ) {
    if (hierarchy.nodes !== graph.coreNodes) {
      throw new RangeError(`A hierarchy of ${hierarchy.nodes} nodes for a graph of ${graph.coreNodes}.`);
    }
    const isTo = way === 'to';
    this.#graph = graph;
    this.#areas = areas;
    this.#isTo = isTo;
    const selection = select(
      hierarchy,
      isTo ? hierarchy.up : hierarchy.down,
      areas.map(({leave, arrive}) => (isTo ? leave : arrive)),
    );
    this.#climb = new Climb(hierarchy, isTo ? hierarchy.down : hierarchy.up);
    this.#rowOf = selection.rowOf;
    this.#nodes = selection.nodes;
    this.#pass = pass(selection);
    this.#accessDeciseconds = Float64Array.from(areas, ({accessDeciseconds}) => accessDeciseconds);
    this.#accessDecimetres = Float64Array.from(areas, ({accessDecimetres}) => accessDecimetres);
    for (const [area, {on, leaveLastLeg, arriveLastLeg}] of areas.entries()) {
      for (const {edge} of on) listed(this.#onEdge, edge).push(area);
      for (const {node, deciseconds, decimetres} of isTo ? leaveLastLeg : arriveLastLeg) {
        listed(this.#onLastLeg, node).push({area, weight: weightOf(deciseconds, decimetres)});
      }
    }
  }

  /** Every area with every place, `LANES` places a pass. */
  *times(places: readonly Snap[], limitSeconds: number): Job<TravelTimes> {
    if (!(limitSeconds >= 0 && limitSeconds <= LONGEST_SECONDS)) {
      throw new RangeError(`A limit of ${limitSeconds} seconds is not between 0 and ${LONGEST_SECONDS}.`);
    }
    const areas = this.#areas.length;
    const times: TravelTimes = {
      areas,
      sites: places.length,
      seconds: new Uint16Array(places.length * areas).fill(UNREACHED),
      metres: new Uint32Array(places.length * areas),
    };
    const rows = this.#nodes + areas;
    const {labels} = this.#pass;
    for (let p = 0; p < places.length; p += LANES) {
      const now = {done: p, of: places.length, doing: 'Measuring travel times'};
      const lanes = places.slice(p, p + LANES);
      labels.fill(NO_WAY);
      for (const [lane, place] of lanes.entries()) this.#begin(place, lane);
      for (let row = 0; row < rows; row += SLICE) {
        this.#pass.sweep(row, Math.min(row + SLICE, rows));
        yield now;
      }
      for (const [lane, place] of lanes.entries()) this.#take(place, lane, limitSeconds, times, p + lane);
      yield {...now, done: Math.min(p + LANES, places.length)};
    }
    return times;
  }

  /** Puts into a lane what is known before the pass. */
  #begin(place: Snap, lane: number): void {
    const isTo = this.#isTo;
    const graph = this.#graph;
    const {labels} = this.#pass;
    const rowOf = this.#rowOf;
    const nodes = this.#nodes;
    this.#climb.from(isTo ? place.arrive : place.leave, (at, weight) => {
      const row = rowOf[at]!;
      if (row >= 0) labels[row * LANES + lane] = weight;
    });
    const offer = (area: number, weight: number) => {
      const at = (nodes + area) * LANES + lane;
      if (weight < labels[at]!) labels[at] = weight;
    };
    for (const {edge} of place.on) {
      for (const area of this.#onEdge.get(edge) ?? []) {
        const snapped = this.#areas[area]!;
        const along = isTo ? alongOneStreet(graph, snapped, place) : alongOneStreet(graph, place, snapped);
        if (along !== undefined) offer(area, weightOf(along.deciseconds, along.decimetres));
      }
    }
    const lastLegs = pocket(
      isTo ? graph.lastLegReverse : graph.lastLeg,
      graph.coreNodes,
      isTo ? place.arriveLastLeg : place.leaveLastLeg,
    );
    for (const {node, deciseconds, decimetres} of lastLegs.values()) {
      for (const {area, weight} of this.#onLastLeg.get(node) ?? []) {
        offer(area, weightOf(deciseconds, decimetres) + weight);
      }
    }
  }

  /** Whole seconds and metres of a lane, as `timesToPlace` rounds them. */
  #take(place: Snap, lane: number, limitSeconds: number, times: TravelTimes, site: number): void {
    const {labels} = this.#pass;
    const {timeFactor} = this.#graph;
    const {accessDeciseconds, accessDecimetres} = place;
    const out = site * times.areas;
    let at = this.#nodes * LANES + lane;
    for (let area = 0; area < times.areas; area++, at += LANES) {
      const weight = labels[at]!;
      if (weight === NO_WAY) continue;
      const deciseconds = Math.floor(weight / DECISECOND);
      const seconds = Math.floor(
        (deciseconds * timeFactor + this.#accessDeciseconds[area]! + accessDeciseconds + 5) / 10,
      );
      if (seconds > limitSeconds) continue;
      const decimetres = weight - deciseconds * DECISECOND;
      times.seconds[out + area] = seconds;
      times.metres[out + area] = Math.floor((decimetres + this.#accessDecimetres[area]! + accessDecimetres + 5) / 10);
    }
  }
}

function listed<T>(lists: Map<number, T[]>, key: number): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
