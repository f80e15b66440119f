/**
 * The streets from which a place is reached in time, the parts at the frontier included, laid on a grid.
 *
 * A street's time at a point is the lesser of going on to either end and from there to the place. Points are taken close
 * enough together that no cell between two of them stays empty.
 */
import {METRES_PER_DEGREE} from '../graph/metres.ts';
import type {ModeGraph} from '../graph/mode-graph.ts';
import type {Reach} from '../graph/reach.ts';
import {UNSEEN} from '../graph/search.ts';
import {DEGREE} from '../graph/street-network.ts';
import {ARC} from '../graph/street-roles.ts';
import {mark, type TimeGrid} from './time-grid.ts';

const DEGREES = 1 / DEGREE;

/** West, south, east, north in degrees. */
type Extent = [number, number, number, number];

/** Streets to draw, and from which ends the place is reached: tenths of a second, `Infinity` where it is not. */
interface Streets {
  edges: Int32Array;
  there: Float64Array;
  back: Float64Array;
}

export class StreetTimes {
  readonly #graph: ModeGraph;
  readonly #reach: Reach;
  readonly #most: number;
  readonly #streets: Streets;
  /** West, south, east, north of the points in time. */
  readonly #around = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  /** Where points go; before there is one they only widen what is around them. */
  #grid: TimeGrid | undefined;

  /** `mostMinutes`: what takes longer is not drawn. */
  constructor(graph: ModeGraph, reach: Reach, mostMinutes: number) {
    this.#graph = graph;
    this.#reach = reach;
    this.#most = mostMinutes * 600;
    this.#streets = reachedStreets(graph, reach);
    this.#eachPoint(Infinity);
  }

  /** `undefined` where no street is reached in time. */
  get extent(): Extent | undefined {
    const [west, south, east, north] = this.#around;
    return west! > east! ? undefined : [west!, south!, east!, north!];
  }

  /** Notes the time of every street in the cells that it passes through. */
  layOn(grid: TimeGrid): void {
    this.#grid = grid;
    this.#eachPoint(0.75 * grid.cellMetres);
  }

  #put(lng: number, lat: number, deciseconds: number): void {
    if (deciseconds > this.#most) return;
    if (this.#grid !== undefined) {
      mark(this.#grid, lng, lat, deciseconds / 600);
      return;
    }
    const around = this.#around;
    if (lng < around[0]!) around[0] = lng;
    if (lat < around[1]!) around[1] = lat;
    if (lng > around[2]!) around[2] = lng;
    if (lat > around[3]!) around[3] = lat;
  }

  #eachPoint(spacing: number): void {
    const {edges, there, back} = this.#streets;
    const {arcRole, arcDeciseconds, timeFactor} = this.#graph;
    const takes = (arc: number) => arcDeciseconds[arc]! * timeFactor;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      const thereTakes = takes(2 * edge);
      const backTakes = takes(2 * edge + 1);
      const isWhole = Math.min(there[i]! + thereTakes, back[i]! + backTakes) <= this.#most;
      if (isWhole && this.#grid === undefined) this.#putCorners(edge);
      else this.#along(edge, there[i]!, thereTakes, back[i]!, backTakes, 0, 1, spacing);
    }
    // The streets that the place itself lies on: also straight to it.
    const {place} = this.#reach;
    for (const {edge, fraction} of place.on) {
      const access = place.accessDeciseconds;
      if (arcRole[2 * edge] !== ARC.unused) {
        const before = fraction * takes(2 * edge);
        this.#along(edge, access - takes(2 * edge) + before, takes(2 * edge), Infinity, 0, 0, fraction, spacing);
      }
      if (arcRole[2 * edge + 1] !== ARC.unused) {
        const before = fraction * takes(2 * edge + 1);
        this.#along(edge, Infinity, 0, access - before, takes(2 * edge + 1), fraction, 1, spacing);
      }
    }
  }

  /** All corners of a street that is in time from end to end. */
  #putCorners(edge: number): void {
    const {network} = this.#graph;
    for (const vertex of [network.edgeFrom[edge]!, network.edgeTo[edge]!])
      this.#put(network.vertexLng[vertex]! / DEGREE, network.vertexLat[vertex]! / DEGREE, 0);
    for (let s = network.shapeFirst[edge]!; s < network.shapeFirst[edge + 1]!; s++)
      this.#put(network.shapeLng[s]! / DEGREE, network.shapeLat[s]! / DEGREE, 0);
  }

  /** Points of a street between two shares of its length, at its corners and in between, where they are in time. */
  #along(
    edge: number,
    there: number,
    thereTakes: number,
    back: number,
    backTakes: number,
    fromShare: number,
    toShare: number,
    spacing: number,
  ): void {
    const {network} = this.#graph;
    const {vertexLng, vertexLat, shapeLng, shapeLat, shapeFirst} = network;
    const from = network.edgeFrom[edge]!;
    const to = network.edgeTo[edge]!;
    const length = network.edgeDecimetres[edge]! / 10;
    const first = shapeFirst[edge]!;
    const points = shapeFirst[edge + 1]! - first + 2;
    const lngMetres = metresPerDegreeOfLng(vertexLat[from]!);
    let lng = vertexLng[from]! * DEGREES;
    let lat = vertexLat[from]! * DEGREES;
    let share = 0;
    if (fromShare === 0) {
      const ds = Math.min(there + thereTakes, back);
      this.#put(lng, lat, ds);
    }
    for (let p = 1; p < points; p++) {
      const isLast = p === points - 1;
      const nextLng = (isLast ? vertexLng[to]! : shapeLng[first + p - 1]!) * DEGREES;
      const nextLat = (isLast ? vertexLat[to]! : shapeLat[first + p - 1]!) * DEGREES;
      const eastward = (nextLng - lng) * lngMetres;
      const northward = (nextLat - lat) * METRES_PER_DEGREE;
      const metres = Math.sqrt(eastward * eastward + northward * northward);
      const nextShare = isLast || length === 0 ? 1 : Math.min(1, share + metres / length);
      const parts = metres > spacing ? Math.ceil(metres / spacing) : 1;
      for (let part = 1; part <= parts; part++) {
        const t = part / parts;
        const here = share + t * (nextShare - share);
        if (here < fromShare || here > toShare) continue;
        const ds = Math.min(there + (1 - here) * thereTakes, back + here * backTakes);
        this.#put(lng + t * (nextLng - lng), lat + t * (nextLat - lat), ds);
      }
      lng = nextLng;
      lat = nextLat;
      share = nextShare;
    }
  }
}

/** Metres in a degree of longitude, by the hundredth of a degree of latitude: streets are too many for a cosine each. */
const LNG_METRES = Float64Array.from(
  {length: 18_001},
  (_, hundredth) => METRES_PER_DEGREE * Math.cos(((hundredth / 100 - 90) / 180) * Math.PI),
);

function metresPerDegreeOfLng(lat: number): number {
  return LNG_METRES[Math.round(lat * (100 / DEGREE)) + 9000]!;
}

function reachedStreets({network, arcRole, arcHead}: ModeGraph, {deciseconds}: Reach): Streets {
  const count = network.edgeFrom.length;
  const toEnd = (arc: number) => (arcRole[arc] === ARC.unused ? UNSEEN : deciseconds[arcHead[arc]!]!);
  const streets = {edges: new Int32Array(count), there: new Float64Array(count), back: new Float64Array(count)};
  let reached = 0;
  for (let edge = 0; edge < count; edge++) {
    const there = toEnd(2 * edge);
    const back = toEnd(2 * edge + 1);
    if (there === UNSEEN && back === UNSEEN) continue;
    streets.edges[reached] = edge;
    streets.there[reached] = there === UNSEEN ? Infinity : there;
    streets.back[reached++] = back === UNSEEN ? Infinity : back;
  }
  return {
    edges: streets.edges.subarray(0, reached),
    there: streets.there.subarray(0, reached),
    back: streets.back.subarray(0, reached),
  };
}
