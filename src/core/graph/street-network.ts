/**
 * Streets as read from OpenStreetMap, before anyone has said how they travel.
 *
 * A vertex is a place where streets meet, end, or something stands in the way; an edge is the street between two
 * vertices, kept once for both directions. What each mode may do, how fast, and what a turn may not, is kept as tagged;
 * `mode-graph.ts` makes a graph to search out of it for one mode and one table of speeds. Coordinates are whole
 * ten-millionths of a degree, as OpenStreetMap itself keeps them, so nothing is lost in reading.
 *
 * All arrays may lie in shared memory: worker threads read one network, and nobody writes to it.
 */
export interface StreetNetwork {
  vertexLng: Int32Array;
  vertexLat: Int32Array;
  /** What stands at the vertex: bits of `AT_VERTEX`. */
  vertexFlags: Uint8Array;
  /** What passing the vertex asks of each mode: two bits each, `PASS`, at `2 * mode`. */
  vertexPassing: Uint8Array;

  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  /** Length along the street's own line, in whole decimetres. */
  edgeDecimetres: Uint32Array;
  /** Place in `HIGHWAY_CLASSES`. */
  edgeClass: Uint8Array;
  /** Bits of `ALONG_EDGE`. */
  edgeFlags: Uint8Array;
  /** Who may use it: two bits, `USE`, for each mode and direction; see `usage`. */
  edgeUse: Uint16Array;
  /** Speed limit in hundredths of a km/h as signed, from→to and to→from; 0: none is tagged. A ferry's timetabled speed. */
  edgeLimit: Uint16Array;
  edgeLimitBack: Uint16Array;
  /** Place in the list of names; 0: no name. */
  edgeName: Uint32Array;
  /** OpenStreetMap's number of the way it is part of. */
  edgeWay: Float64Array;
  /** The points between the two ends: those of edge e are `shapeFirst[e]` to `shapeFirst[e + 1] - 1`. */
  shapeFirst: Uint32Array;
  shapeLng: Int32Array;
  shapeLat: Int32Array;

  /** Names as UTF-8: that of name n is `nameFirst[n]` to `nameFirst[n + 1] - 1`. */
  nameFirst: Uint32Array;
  nameBytes: Uint8Array;

  /** Turn restrictions: 0 forbids the turn, 1 forbids every other one (`TURN`), with the modes they hold for as bits. */
  turnKind: Uint8Array;
  turnModes: Uint8Array;
  /** The streets of restriction r in the order of travel, `turnFirst[r]` to `turnFirst[r + 1] - 1`, as `2 * edge + back`. */
  turnFirst: Uint32Array;
  turnEdges: Uint32Array;
}

/** Ten-millionths of a degree. */
export const DEGREE = 1e7;

export type StreetMode = 'drive' | 'walk' | 'cycle';

/** The order of the modes in every packed field. */
export const STREET_MODES: readonly StreetMode[] = ['drive', 'walk', 'cycle'];

/** Whether a mode may use an edge in one direction; `lastLeg`: only to reach or leave a place on it, never to pass through. */
export const USE = {no: 0, yes: 1, lastLeg: 2} as const;

/** Whether a mode gets past a vertex: freely, not at all, or only as its first or last leg. The codes differ from `USE`: 0 is free. */
export const PASS = {free: 0, blocked: 1, lastLeg: 2} as const;

export const AT_VERTEX = {
  signals: 1,
  stopOrGiveWay: 2,
  miniRoundabout: 4,
  /** One with signals. */
  crossing: 8,
  /** A stile or kissing gate, or tagged `wheelchair=no`. */
  notStepFree: 16,
} as const;

export const ALONG_EDGE = {
  steps: 1,
  roundabout: 2,
  ferry: 4,
  /** A cycle is pushed here, at walking speed. */
  pushCycle: 8,
  /** Houses stand along it, as far as tags or its neighbours tell. */
  builtUp: 16,
  tunnel: 32,
  /** Not step-free although it is no flight of steps: tagged `wheelchair=no`. */
  notStepFree: 64,
} as const;

export const TURN = {no: 0, only: 1} as const;

/** What `mode` (its place in `STREET_MODES`) may do on an edge, forwards or (`back` = 1) backwards. */
export function usage(use: number, mode: number, back: number): number {
  return (use >> (mode * 4 + back * 2)) & 3;
}

/** `use` with one mode's right in one direction set. */
export function withUse(use: number, mode: number, back: number, right: number): number {
  const shift = mode * 4 + back * 2;
  return (use & ~(3 << shift)) | (right << shift);
}

export function passOf(passing: number, mode: number): number {
  return (passing >> (mode * 2)) & 3;
}

/** The name of a street, empty where it has none. */
export function nameAt(network: StreetNetwork, name: number): string {
  const from = network.nameFirst[name]!;
  const to = network.nameFirst[name + 1]!;
  return new TextDecoder().decode(network.nameBytes.slice(from, to));
}

/** West, south, east, north in degrees; `undefined` for a network with no vertex. */
export function extentOf(network: StreetNetwork): [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = 0; v < network.vertexLng.length; v++) {
    const lng = network.vertexLng[v]!;
    const lat = network.vertexLat[v]!;
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  if (west > east) return undefined;
  return [west / DEGREE, south / DEGREE, east / DEGREE, north / DEGREE];
}

/** Calls `point` for each point of an edge from end to end, its vertices included, in degrees. */
export function eachPoint(network: StreetNetwork, edge: number, point: (lng: number, lat: number) => void): void {
  const {vertexLng, vertexLat, shapeLng, shapeLat} = network;
  const from = network.edgeFrom[edge]!;
  const to = network.edgeTo[edge]!;
  point(vertexLng[from]! / DEGREE, vertexLat[from]! / DEGREE);
  for (let s = network.shapeFirst[edge]!; s < network.shapeFirst[edge + 1]!; s++) {
    point(shapeLng[s]! / DEGREE, shapeLat[s]! / DEGREE);
  }
  point(vertexLng[to]! / DEGREE, vertexLat[to]! / DEGREE);
}
