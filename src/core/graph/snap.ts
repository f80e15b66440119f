/**
 * Where a place meets the streets of a mode.
 *
 * A place is joined to the nearest point along a street that the mode may use, and the way there is walked in a straight
 * line: the access leg. From that point a journey may leave both ways along the street, where the mode is allowed to. If
 * the nearest point is a junction, it may leave by every street there. A place further away than the graph's
 * `furthestAccessMetres` is unreachable, and the snap says so: it is never moved to a street that is too far to believe.
 */
import {type Entry, pocket, streetsTo} from './last-legs.ts';
import {headsOf, type ModeGraph} from './mode-graph.ts';
import {edgesAround, nearestOnEdge, type PointOnEdge} from './nearest-edge.ts';
import {ARC} from './street-roles.ts';

/** `no-streets`: the mode has no streets at all. `too-far`: none within the furthest access leg. */
export type SnapReason = 'snapped' | 'too-far' | 'no-streets';

/** A walk of ten minutes to a street: a place further away is joined to it, but its times are mostly that walk. */
export const FAR_FROM_STREETS_METRES = 800;

/** How a place joins the streets, as the small number that is kept of it. */
export const SNAP_CODE = {joined: 0, tooFar: 1, noStreets: 2, farWalk: 3} as const;

export function snapCode({reason, accessMetres}: Pick<Snap, 'reason' | 'accessMetres'>): number {
  if (reason !== 'snapped') return reason === 'too-far' ? SNAP_CODE.tooFar : SNAP_CODE.noStreets;
  return accessMetres > FAR_FROM_STREETS_METRES ? SNAP_CODE.farWalk : SNAP_CODE.joined;
}

/** Does this code say that there is no way to the streets at all? */
export function isOffStreets(code: number): boolean {
  return code === SNAP_CODE.tooFar || code === SNAP_CODE.noStreets;
}

/** Where a journey from or to a place meets a node, and along which streets. */
export interface SnapEntry extends Entry {
  /** The street the place lies on, as `2 * edge + back`, and how far along the edge. */
  arc: number;
  fraction: number;
  /** Last legs between that street and the node, in the order of travel. */
  via: readonly number[];
}

export interface Snap {
  reason: SnapReason;
  lng: number;
  lat: number;
  /** The point on the street; the place itself where it is not snapped. */
  onLng: number;
  onLat: number;
  accessMetres: number;
  accessDeciseconds: number;
  accessDecimetres: number;
  /** The street the point lies on; every street that meets there if it is a junction. */
  on: readonly {edge: number; fraction: number}[];
  /** Public nodes where a journey from here enters the core, and where one to here leaves it. */
  leave: readonly SnapEntry[];
  arrive: readonly SnapEntry[];
  /** Nodes that a journey from here, or to here, first meets on a last leg. */
  leaveLastLeg: readonly SnapEntry[];
  arriveLastLeg: readonly SnapEntry[];
}

export function snap(graph: ModeGraph, lng: number, lat: number): Snap {
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
    throw new RangeError(`A place at ${lng}, ${lat} is not on Earth.`);
  const point = nearestOnEdge(graph, lng, lat, graph.furthestAccessMetres);
  if (point === undefined) return unsnapped(graph.boxEdge.length === 0 ? 'no-streets' : 'too-far', lng, lat);
  const on = placesAt(graph, point);
  const from = on.flatMap(({edge, fraction}) => leaving(graph, edge, fraction));
  const to = on.flatMap(({edge, fraction}) => arriving(graph, edge, fraction));
  return {
    reason: 'snapped',
    lng,
    lat,
    onLng: point.lng,
    onLat: point.lat,
    accessMetres: point.metres,
    accessDeciseconds: Math.round((point.metres * 36) / graph.accessKmh),
    accessDecimetres: Math.round(point.metres * 10),
    on,
    leave: doors(graph, from, true),
    arrive: doors(graph, to, false),
    leaveLastLeg: from.filter(({arc}) => graph.arcRole[arc] === ARC.lastLeg),
    arriveLastLeg: to.filter(({arc}) => graph.arcRole[arc] === ARC.lastLeg),
  };
}

function unsnapped(reason: SnapReason, lng: number, lat: number): Snap {
  const none = {on: [], leave: [], arrive: [], leaveLastLeg: [], arriveLastLeg: []};
  return {
    reason,
    lng,
    lat,
    onLng: lng,
    onLat: lat,
    accessMetres: 0,
    accessDeciseconds: 0,
    accessDecimetres: 0,
    ...none,
  };
}

function placesAt(graph: ModeGraph, point: PointOnEdge): {edge: number; fraction: number}[] {
  const {edgeFrom, edgeTo} = graph.network;
  if (point.fraction > 0 && point.fraction < 1) return [{edge: point.edge, fraction: point.fraction}];
  const vertex = point.fraction === 0 ? edgeFrom[point.edge]! : edgeTo[point.edge]!;
  const places: {edge: number; fraction: number}[] = [];
  for (const edge of edgesAround(graph, vertex)) {
    if (edgeFrom[edge] === vertex) places.push({edge, fraction: 0});
    if (edgeTo[edge] === vertex) places.push({edge, fraction: 1});
  }
  return places;
}

/** The two ends of a street that can be reached from a point on it. */
function leaving(graph: ModeGraph, edge: number, fraction: number): SnapEntry[] {
  const entries: SnapEntry[] = [];
  for (let back = 0; back < 2; back++) {
    const arc = 2 * edge + back;
    if (graph.arcRole[arc] === ARC.unused) continue;
    const share = back === 0 ? 1 - fraction : fraction;
    entries.push({...part(graph, arc, share), node: graph.arcHead[arc]!, arc, fraction, via: []});
  }
  return entries;
}

/** The nodes from which a point on a street can be reached along it. */
function arriving(graph: ModeGraph, edge: number, fraction: number): SnapEntry[] {
  const entries: SnapEntry[] = [];
  for (let back = 0; back < 2; back++) {
    const arc = 2 * edge + back;
    const role = graph.arcRole[arc]!;
    if (role === ARC.unused) continue;
    const along = part(graph, arc, back === 0 ? fraction : 1 - fraction);
    const rows = role === ARC.core ? graph.coreReverse : graph.lastLegReverse;
    for (const head of headsOf(graph, arc)) {
      for (let i = rows.first[head]!; i < rows.first[head + 1]!; i++) {
        if (rows.arc[i] !== arc) continue;
        // What an arc takes beyond the street itself is its turn, and that is made in full.
        const turn = rows.deciseconds[i]! - graph.arcDeciseconds[arc]!;
        entries.push({...along, node: rows.node[i]!, deciseconds: turn + along.deciseconds, arc, fraction, via: []});
      }
    }
  }
  return entries;
}

function part(graph: ModeGraph, arc: number, share: number): {deciseconds: number; decimetres: number} {
  return {
    deciseconds: Math.round(share * graph.arcDeciseconds[arc]!),
    decimetres: Math.round(share * graph.network.edgeDecimetres[arc >> 1]!),
  };
}

/** Core nodes, met at once or through the pocket of last legs. */
function doors(graph: ModeGraph, entries: readonly SnapEntry[], out: boolean): SnapEntry[] {
  const direct = entries.filter(({arc}) => graph.arcRole[arc] === ARC.core);
  const lastLegs = entries.filter(({arc}) => graph.arcRole[arc] === ARC.lastLeg);
  if (lastLegs.length === 0) return direct;
  for (const label of pocket(out ? graph.lastLeg : graph.lastLegReverse, graph.coreNodes, lastLegs).values()) {
    if (label.node >= graph.coreNodes) continue;
    const {node, deciseconds, decimetres, start} = label;
    const searched = streetsTo(label);
    direct.push({
      node,
      deciseconds,
      decimetres,
      arc: start.arc,
      fraction: start.fraction,
      via: out ? searched : searched.reverse(),
    });
  }
  return direct;
}
