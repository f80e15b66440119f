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
import type {TravelTimes} from '../travel-times.ts';
import {Climb} from './climb.ts';
import type {Hierarchy} from './hierarchy.ts';
import {give, type Pass, passOver} from './pass.ts';
import {type Selection, select} from './selection.ts';
import {LANES} from './sweep.ts';
import type {Taken, Walks} from './take.ts';
import {weightOf} from './weight.ts';

export type Way = 'to' | 'from';

/** Rows swept between two chances to stop: a few milliseconds. */
const SLICE = 20_000;

/** Areas joined to a prepared graph, for any number of places. Holds room for one pass, so it serves one job at a time. */
export class ManyTimes {
  readonly #graph: ModeGraph;
  readonly #areas: readonly Snap[];
  readonly #isTo: boolean;
  readonly #selection: Selection;
  readonly #pass: Pass;
  readonly #climb: Climb;
  /** The areas on each street, and those whose journeys meet each node of a last leg. */
  readonly #onEdge = new Map<number, number[]>();
  readonly #onLastLeg = new Map<number, {area: number; weight: number}[]>();

  /** `way`: journeys from the areas to a place, or from a place to the areas. */
  constructor(
    graph: ModeGraph,
    hierarchy: Hierarchy,
    areas: readonly Snap[],
    way: Way,
    pass: (selection: Selection, areas: Walks) => Pass = passOver,
  ) {
    if (hierarchy.nodes !== graph.coreNodes) {
      throw new RangeError(`A hierarchy of ${hierarchy.nodes} nodes for a graph of ${graph.coreNodes}.`);
    }
    const isTo = way === 'to';
    this.#graph = graph;
    this.#areas = areas;
    this.#isTo = isTo;
    this.#selection = select(
      hierarchy,
      isTo ? hierarchy.up : hierarchy.down,
      areas.map(({leave, arrive}) => (isTo ? leave : arrive)),
    );
    this.#climb = new Climb(hierarchy, isTo ? 'down' : 'up');
    this.#pass = pass(this.#selection, walksOf(areas));
    for (const [area, {on, leaveLastLeg, arriveLastLeg}] of areas.entries()) {
      for (const {edge} of on) listed(this.#onEdge, edge).push(area);
      for (const {node, deciseconds, decimetres} of isTo ? leaveLastLeg : arriveLastLeg) {
        listed(this.#onLastLeg, node).push({area, weight: weightOf(deciseconds, decimetres)});
      }
    }
  }

  /** Every area with every place. */
  *times(places: readonly Snap[], limitSeconds: number): Job<TravelTimes> {
    const areas = this.#areas.length;
    const taken = {seconds: new Uint16Array(places.length * areas), metres: new Uint32Array(places.length * areas)};
    yield* this.timesInto(taken, places, limitSeconds);
    return {areas, sites: places.length, ...taken};
  }

  /** As `times`, into arrays of the caller's, one place after the other: for more places than fit in memory at once. */
  *timesInto({seconds, metres}: Taken, places: readonly Snap[], limitSeconds: number): Job<void> {
    if (!(limitSeconds >= 0 && limitSeconds <= LONGEST_SECONDS)) {
      throw new RangeError(`A limit of ${limitSeconds} seconds is not between 0 and ${LONGEST_SECONDS}.`);
    }
    const {rows} = this.#selection;
    const {timeFactor} = this.#graph;
    for (let p = 0; p < places.length; p += LANES) {
      const now = {done: p, of: places.length, doing: 'Measuring travel times'};
      const ends = places.slice(p, p + LANES);
      for (const [lane, place] of ends.entries()) this.#begin(place, lane);
      for (let row = 0; row < rows; row += SLICE) {
        this.#pass.sweep(row, Math.min(row + SLICE, rows));
        yield now;
      }
      const from = p * this.#areas.length;
      this.#pass.take(
        {lanes: ends.length, walks: walksOf(ends), timeFactor, limitSeconds},
        {seconds: seconds.subarray(from), metres: metres.subarray(from)},
      );
      yield {...now, done: p + ends.length};
    }
  }

  /** Puts into a lane what is known before the pass. */
  #begin(place: Snap, lane: number): void {
    const isTo = this.#isTo;
    const graph = this.#graph;
    const pass = this.#pass;
    const {rowOf, landings} = this.#selection;
    this.#climb.from(isTo ? place.arrive : place.leave, (at, weight) => {
      const end = landings.first[at + 1]!;
      for (let i = landings.first[at]!; i < end; i++) give(pass, landings.row[i]!, lane, weight + landings.weight[i]!);
    });
    for (const {edge} of place.on) {
      for (const area of this.#onEdge.get(edge) ?? []) {
        const snapped = this.#areas[area]!;
        const along = isTo ? alongOneStreet(graph, snapped, place) : alongOneStreet(graph, place, snapped);
        if (along !== undefined) give(pass, rowOf[area]!, lane, weightOf(along.deciseconds, along.decimetres));
      }
    }
    const lastLegs = pocket(
      isTo ? graph.lastLegReverse : graph.lastLeg,
      graph.coreNodes,
      isTo ? place.arriveLastLeg : place.leaveLastLeg,
    );
    for (const {node, deciseconds, decimetres} of lastLegs.values()) {
      for (const {area, weight} of this.#onLastLeg.get(node) ?? []) {
        give(pass, rowOf[area]!, lane, weightOf(deciseconds, decimetres) + weight);
      }
    }
  }
}

function walksOf(places: readonly Snap[]): Walks {
  return {
    deciseconds: Float64Array.from(places, ({accessDeciseconds}) => accessDeciseconds),
    decimetres: Float64Array.from(places, ({accessDecimetres}) => accessDecimetres),
  };
}

function listed<T>(lists: Map<number, T[]>, key: number): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
