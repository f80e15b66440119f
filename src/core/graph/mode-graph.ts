/**
 * The streets as one mode may use them, ready to be searched.
 *
 * The *core* is the largest part of the public streets in which every place can be reached from every other. What is not
 * in it but can be driven into from it and out of again (private roads, tracks, streets behind a gate) is kept as *last
 * legs*: a journey may begin and end on them but not lead through. The rest, islands and streets cut off by the edge of
 * the extract, is left out and counted.
 *
 * A journey is therefore: last legs, until the first public street; core streets; last legs, from the last public street.
 * Where it matters how one came to a vertex, because a turn costs time or is forbidden, the vertex is several nodes
 * (`standpoints.ts`), and an arc's time holds the turn into it. Core nodes come first, so that a search of the core touches `coreNodes` nodes and no more. Everything lies in shared
 * memory, and the object may be posted to a worker thread as it is.
 */
import type {Job} from '../job.ts';
import {indexEdges} from './edge-index.ts';
import {type Rows, toRows} from './rows.ts';
import {sharedInt32, sharedUint8, sharedUint32} from './shared-arrays.ts';
import type {SpeedSettings} from './speeds.ts';
import {type Standpoints, standpoints} from './standpoints.ts';
import {type StreetArcs, streetArcs} from './street-arcs.ts';
import type {StreetMode, StreetNetwork} from './street-network.ts';
import {ARC, rolesOf} from './street-roles.ts';
import {turningOf} from './turning.ts';

export interface ModeGraph {
  mode: StreetMode;
  network: StreetNetwork;
  nodes: number;
  /** Nodes 0 to `coreNodes - 1` stand on public streets. */
  coreNodes: number;
  /** The vertex where a node stands; several nodes may stand at one. */
  vertexOf: Uint32Array;
  core: Rows;
  coreReverse: Rows;
  lastLeg: Rows;
  lastLegReverse: Rows;
  /** For each `2 * edge + back`: what it is (`ARC`), how long it takes without a turn, and the node it leads to. */
  arcRole: Uint8Array;
  arcDeciseconds: Uint32Array;
  arcHead: Int32Array;
  /** More nodes at the end of a street, for those who must remember how they came: street and node, by street. */
  trailArc: Uint32Array;
  trailHead: Uint32Array;
  /** A flatbush index of the boxes of the edges in `boxEdge`: those where a journey may begin or end. */
  boxes: ArrayBufferLike;
  boxEdge: Uint32Array;
  accessKmh: number;
  furthestAccessMetres: number;
  /** How many times as long every journey takes at the time of day asked about. */
  timeFactor: number;
  report: ModeReport;
}

/**
 * The same streets at a time of day when every journey along them takes `factor` times as long; the walks at both ends do
 * not. Every way is lengthened alike, so the fastest stays the fastest: nothing is prepared anew, neither the graph nor
 * what was raised over it. With the factor 1 it is free flow to the digit.
 */
export function atTimeOfDay(graph: ModeGraph, factor: number): ModeGraph {
  return factor === graph.timeFactor ? graph : {...graph, timeFactor: factor};
}

/**
 * Goes up whenever the same streets and settings would give other times than before, so that kept results are not
 * mistaken for new ones.
 */
export const GRAPH_EDITION = 2;

export interface ModeReport {
  /** Edges of the core, of the last legs, and left out because they are cut off from the core. */
  coreEdges: number;
  lastLegEdges: number;
  cutOffEdges: number;
  /** Separate parts of the public streets beside the largest. */
  cutOffParts: number;
}

export function* modeGraph(network: StreetNetwork, mode: StreetMode, settings: SpeedSettings): Job<ModeGraph> {
  const steps = 5;
  const doing = 'Preparing streets';
  yield {done: 0, of: steps, doing};
  const arcs = streetArcs(network, mode, settings);
  yield {done: 1, of: steps, doing};
  const roles = rolesOf(arcs);
  yield {done: 2, of: steps, doing};
  const isUsed = (i: number) => roles.role[i] !== ARC.unused;
  const turning = turningOf(network, mode, settings, arcs, isUsed, (i) => roles.role[i] === ARC.core);
  const list = standpoints(arcs, arcs.spots, isUsed, roles.inCore, turning);
  yield {done: 3, of: steps, doing};
  const {nodes, coreNodes} = list;
  const isCore = (i: number) => roles.role[list.travels[i]!] === ARC.core;
  const isLastLeg = (i: number) => roles.role[list.travels[i]!] === ARC.lastLeg;
  const rows = {
    core: toRows(coreNodes, list, false, isCore),
    coreReverse: toRows(coreNodes, list, true, isCore),
    lastLeg: toRows(nodes, list, false, isLastLeg),
    lastLegReverse: toRows(nodes, list, true, isLastLeg),
  };
  yield {done: 4, of: steps, doing};
  const byArc = arcsOf(network, arcs, list, roles.role);
  const {boxes, boxEdge} = indexEdges(network, byArc.arcRole, mode);
  const stepFree = mode === 'walk' && settings.stepFreeKmh > 0;
  return {
    mode,
    network,
    nodes,
    coreNodes,
    vertexOf: inSharedMemory(list.spotOf.map((spot) => arcs.vertexOf[spot]!)),
    ...rows,
    ...byArc,
    boxes,
    boxEdge,
    accessKmh: stepFree ? Math.min(settings.accessKmh, settings.stepFreeKmh) : settings.accessKmh,
    furthestAccessMetres: settings.furthestAccessMetres,
    timeFactor: 1,
    report: reportOf(byArc.arcRole, arcs, roles.parts),
  };
}

function inSharedMemory(values: ArrayLike<number>): Uint32Array {
  const out = sharedUint32(values.length);
  out.set(values);
  return out;
}

function arcsOf(network: StreetNetwork, arcs: StreetArcs, list: Standpoints, role: Uint8Array) {
  const count = 2 * network.edgeFrom.length;
  const arcRole = sharedUint8(count);
  const arcDeciseconds = sharedUint32(count);
  const arcHead = sharedInt32(count).fill(-1);
  for (let i = 0; i < role.length; i++) {
    const arc = arcs.arc[i]!;
    if (role[i] === ARC.unused || arc < 0) continue;
    arcRole[arc] = role[i]!;
    arcDeciseconds[arc] = arcs.deciseconds[i]!;
    arcHead[arc] = list.headOf[i]!;
  }
  const trails = [];
  for (let t = 0; t < list.remembered.length; t += 2) {
    trails.push({arc: arcs.arc[list.remembered[t]!]!, head: list.remembered[t + 1]!});
  }
  trails.sort((a, b) => a.arc - b.arc);
  const trailArc = inSharedMemory(trails.map(({arc}) => arc));
  const trailHead = inSharedMemory(trails.map(({head}) => head));
  return {arcRole, arcDeciseconds, arcHead, trailArc, trailHead};
}

/** Whether two graphs have the same nodes: of the same streets and mode with other speeds, say. */
export function hasSameNodes(one: ModeGraph, other: ModeGraph): boolean {
  const {vertexOf} = other;
  return (
    one.mode === other.mode &&
    one.coreNodes === other.coreNodes &&
    one.vertexOf.length === vertexOf.length &&
    one.vertexOf.every((vertex, node) => vertex === vertexOf[node])
  );
}

/** Every node at the end of a street: that of someone who just set out, and those of people with a past. */
export function headsOf({arcHead, trailArc, trailHead}: ModeGraph, arc: number): number[] {
  const heads = [arcHead[arc]!];
  let low = 0;
  let high = trailArc.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trailArc[middle]! < arc) low = middle + 1;
    else high = middle;
  }
  for (; trailArc[low] === arc; low++) heads.push(trailHead[low]!);
  return heads;
}

function reportOf(arcRole: Uint8Array, arcs: StreetArcs, parts: number): ModeReport {
  const report: ModeReport = {coreEdges: 0, lastLegEdges: 0, cutOffEdges: 0, cutOffParts: Math.max(0, parts - 1)};
  for (let arc = 0; arc < arcRole.length; arc += 2) {
    if (arcRole[arc] === ARC.core || arcRole[arc + 1] === ARC.core) report.coreEdges++;
    else if (arcRole[arc] === ARC.lastLeg || arcRole[arc + 1] === ARC.lastLeg) report.lastLegEdges++;
  }
  const granted = new Set<number>();
  for (let i = 0; i < arcs.arc.length; i++) if (arcs.arc[i]! >= 0) granted.add(arcs.arc[i]! >> 1);
  report.cutOffEdges = granted.size - report.coreEdges - report.lastLegEdges;
  return report;
}
