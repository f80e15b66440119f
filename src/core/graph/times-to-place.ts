/**
 * Travel times and distances from many areas to one place.
 *
 * A journey is: the access leg of the area, the fastest way along the streets, the access leg of the place. Searched once
 * from the place against the direction of travel. Where two ways take the same tenths of a second, the shorter counts, so
 * metres always belong to the path that the seconds belong to.
 *
 * Tenths are added exactly and rounded to whole seconds once, at the end, halves up; a journey is within a limit when its
 * whole seconds are (t ≤ T). Beyond the limit, and where no way exists, the time is `UNREACHED`.
 */
import type {Job} from '../job.ts';
import {type Entry, isBetter, type PocketLabel, pocket} from './last-legs.ts';
import type {ModeGraph} from './mode-graph.ts';
import type {Reach} from './reach.ts';
import {alongOneStreet} from './same-street.ts';
import {type Labels, search, UNSEEN} from './search.ts';
import type {Snap} from './snap.ts';
import {type TravelTimes, UNREACHED} from './travel-times.ts';

export interface TimesToPlace {
  seconds: Uint16Array;
  metres: Uint32Array;
}

/** The longest limit: one second below the sentinel. */
export const LONGEST_SECONDS = UNREACHED - 1;

export function* timesToPlace(
  graph: ModeGraph,
  place: Snap,
  areas: readonly Snap[],
  limitSeconds: number,
): Job<TimesToPlace> {
  return yield* measured(graph, place, areas, limitSeconds, 'to');
}

/** The same from one place to many: where the way out differs from the way in. */
export function* timesFromPlace(
  graph: ModeGraph,
  place: Snap,
  areas: readonly Snap[],
  limitSeconds: number,
): Job<TimesToPlace> {
  return yield* measured(graph, place, areas, limitSeconds, 'from');
}

/**
 * Whole seconds from many areas to the place of a reach, as `timesToPlace` gives them: the streets need no second search.
 * Valid up to the limit of the reach.
 */
export function secondsByReach(
  graph: ModeGraph,
  {place, alongStreets}: Reach,
  areas: readonly Snap[],
  limitSeconds: number,
): Uint16Array {
  if (place.reason !== 'snapped') return new Uint16Array(areas.length).fill(UNREACHED);
  // Without distances, ways of the same time are alike.
  const core = {deciseconds: alongStreets, decimetres: new Uint32Array(alongStreets.length)};
  return joined(graph, place, areas, limitSeconds, 'to', core).seconds;
}

/** Every area to every place, one place after the other; `hierarchy/many-times.ts` gives the same, prepared. */
export function* travelTimes(
  graph: ModeGraph,
  places: readonly Snap[],
  areas: readonly Snap[],
  limitSeconds: number,
): Job<TravelTimes> {
  const seconds = new Uint16Array(places.length * areas.length);
  const metres = new Uint32Array(places.length * areas.length);
  for (let p = 0; p < places.length; p++) {
    const job = timesToPlace(graph, places[p]!, areas, limitSeconds);
    let step = job.next();
    while (!step.done) {
      yield {done: p, of: places.length, doing: 'Measuring travel times'};
      step = job.next();
    }
    seconds.set(step.value.seconds, p * areas.length);
    metres.set(step.value.metres, p * areas.length);
    yield {done: p + 1, of: places.length, doing: 'Measuring travel times'};
  }
  return {areas: areas.length, sites: places.length, seconds, metres};
}

function* measured(
  graph: ModeGraph,
  place: Snap,
  areas: readonly Snap[],
  limitSeconds: number,
  way: 'to' | 'from',
): Job<TimesToPlace> {
  if (!(limitSeconds >= 0 && limitSeconds <= LONGEST_SECONDS)) {
    throw new RangeError(`A limit of ${limitSeconds} seconds is not between 0 and ${LONGEST_SECONDS}.`);
  }
  const to = way === 'to';
  if (place.reason !== 'snapped')
    return {seconds: new Uint16Array(areas.length).fill(UNREACHED), metres: new Uint32Array(areas.length)};
  // Half a second more than the limit still rounds down to it.
  const limit = Math.ceil((limitSeconds * 10 + 5 - place.accessDeciseconds) / graph.timeFactor);
  const core = yield* search(to ? graph.coreReverse : graph.core, to ? place.arrive : place.leave, limit);
  return joined(graph, place, areas, limitSeconds, way, core);
}

/** Areas joined to what was searched from the place. */
function joined(
  graph: ModeGraph,
  place: Snap,
  areas: readonly Snap[],
  limitSeconds: number,
  way: 'to' | 'from',
  core: Labels,
): TimesToPlace {
  const result = {seconds: new Uint16Array(areas.length).fill(UNREACHED), metres: new Uint32Array(areas.length)};
  const to = way === 'to';
  const lastLegs = pocket(
    to ? graph.lastLegReverse : graph.lastLeg,
    graph.coreNodes,
    to ? place.arriveLastLeg : place.leaveLastLeg,
  );
  for (let a = 0; a < areas.length; a++) {
    const area = areas[a]!;
    if (area.reason !== 'snapped') continue;
    const best = new Best(to ? alongOneStreet(graph, area, place) : alongOneStreet(graph, place, area));
    best.through(core, to ? area.leave : area.arrive);
    best.throughPocket(lastLegs, to ? area.leaveLastLeg : area.arriveLastLeg);
    if (best.deciseconds === UNSEEN) continue;
    const seconds = wholeSeconds(
      best.deciseconds * graph.timeFactor + area.accessDeciseconds + place.accessDeciseconds,
    );
    if (seconds > limitSeconds) continue;
    result.seconds[a] = seconds;
    result.metres[a] = Math.floor((best.decimetres + area.accessDecimetres + place.accessDecimetres + 5) / 10);
  }
  return result;
}

/** Tenths of a second as whole seconds, halves up. */
export function wholeSeconds(deciseconds: number): number {
  return Math.floor((deciseconds + 5) / 10);
}

/** The best way found so far between two points on streets. */
class Best {
  deciseconds = UNSEEN;
  decimetres = 0;

  constructor(direct: Omit<Entry, 'node'> | undefined) {
    if (direct !== undefined) this.#offer(direct.deciseconds, direct.decimetres);
  }

  through(labels: Labels, entries: readonly Entry[]): void {
    for (const {node, deciseconds, decimetres} of entries) {
      const ds = labels.deciseconds[node]!;
      if (ds !== UNSEEN) this.#offer(ds + deciseconds, labels.decimetres[node]! + decimetres);
    }
  }

  throughPocket(labels: ReadonlyMap<number, PocketLabel>, entries: readonly Entry[]): void {
    for (const {node, deciseconds, decimetres} of entries) {
      const label = labels.get(node);
      if (label !== undefined) this.#offer(label.deciseconds + deciseconds, label.decimetres + decimetres);
    }
  }

  #offer(ds: number, dm: number): void {
    if (!isBetter(ds, dm, this.deciseconds, this.decimetres)) return;
    this.deciseconds = ds;
    this.decimetres = dm;
  }
}
