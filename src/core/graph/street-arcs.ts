/**
 * The arcs of one mode: every direction of every street it may use, between spots.
 *
 * A spot is a vertex, except where something stands that the mode does not pass freely: there every street that meets
 * has a spot of its own, so that nothing leads through. A gate that opens as a last leg joins those spots by arcs of no
 * length that are themselves last legs.
 */
import {decisecondsAlong} from './edge-time.ts';
import {GrowingInt32} from './growing.ts';
import type {ArcList} from './rows.ts';
import type {SpeedSettings} from './speeds.ts';
import {
  AT_VERTEX,
  PASS,
  passOf,
  STREET_MODES,
  type StreetMode,
  type StreetNetwork,
  USE,
  usage,
} from './street-network.ts';

export interface StreetArcs extends ArcList {
  /** 1: open to all comers; 0: only as a first or last leg. */
  isPublic: Uint8Array;
  spots: number;
  vertexOf: Int32Array;
}

export function streetArcs(network: StreetNetwork, mode: StreetMode, settings: SpeedSettings): StreetArcs {
  const place = STREET_MODES.indexOf(mode);
  const vertexOf = new GrowingInt32();
  for (let v = 0; v < network.vertexLng.length; v++) vertexOf.push(v);
  const tail = new GrowingInt32();
  const head = new GrowingInt32();
  const deciseconds = new GrowingInt32();
  const decimetres = new GrowingInt32();
  const arc = new GrowingInt32();
  const isPublic = new GrowingInt32();
  const gates = new Map<number, number[]>();

  const stepFree = mode === 'walk' && settings.stepFreeKmh > 0;
  const isClosed = (vertex: number) => stepFree && (network.vertexFlags[vertex]! & AT_VERTEX.notStepFree) !== 0;
  const spotAt = (vertex: number): number => {
    const pass = isClosed(vertex) ? PASS.blocked : passOf(network.vertexPassing[vertex]!, place);
    if (pass === PASS.free) return vertex;
    vertexOf.push(vertex);
    const spot = vertexOf.length - 1;
    if (pass === PASS.lastLeg) gates.set(vertex, [...(gates.get(vertex) ?? []), spot]);
    return spot;
  };
  const add = (from: number, to: number, ds: number, dm: number, id: number, open: number) => {
    tail.push(from);
    head.push(to);
    deciseconds.push(ds);
    decimetres.push(dm);
    arc.push(id);
    isPublic.push(open);
  };

  for (let edge = 0; edge < network.edgeFrom.length; edge++) {
    const use = network.edgeUse[edge]!;
    const there = usage(use, place, 0);
    const back = usage(use, place, 1);
    if (there === USE.no && back === USE.no) continue;
    const from = spotAt(network.edgeFrom[edge]!);
    const to = spotAt(network.edgeTo[edge]!);
    const dm = network.edgeDecimetres[edge]!;
    const dsThere = there === USE.no ? -1 : decisecondsAlong(network, edge, 0, mode, settings);
    const dsBack = back === USE.no ? -1 : decisecondsAlong(network, edge, 1, mode, settings);
    if (dsThere >= 0) add(from, to, dsThere, dm, 2 * edge, there === USE.yes ? 1 : 0);
    if (dsBack >= 0) add(to, from, dsBack, dm, 2 * edge + 1, back === USE.yes ? 1 : 0);
  }
  for (const spots of gates.values()) {
    for (const a of spots) for (const b of spots) if (a !== b) add(a, b, 0, 0, -1, 0);
  }
  return {
    tail: tail.view(),
    head: head.view(),
    deciseconds: deciseconds.view(),
    decimetres: decimetres.view(),
    arc: arc.view(),
    isPublic: Uint8Array.from(isPublic.view()),
    spots: vertexOf.length,
    vertexOf: vertexOf.view(),
  };
}
