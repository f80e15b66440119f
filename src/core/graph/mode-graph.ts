/**
 * The streets as one mode may use them, ready to be searched.
 *
 * The *core* is the largest part of the public streets in which every place can be reached from every other. What is not
 * in it but can be driven into from it and out of again (private roads, tracks, streets behind a gate) is kept as *last
 * legs*: a journey may begin and end on them but not lead through. The rest, islands and streets cut off by the edge of
 * the extract, is left out and counted.
 *
 * A journey is therefore: last legs, until the first public street; core streets; last legs, from the last public street.
 * Core nodes come first, so that a search of the core touches `coreNodes` nodes and no more. Everything lies in shared
 * memory, and the object may be posted to a worker thread as it is.
 */
import Flatbush from 'flatbush';
import type {Job} from '../job.ts';
import {reachedFrom, strongComponents} from './components.ts';
import {HIGHWAY_CLASSES} from './highway-class.ts';
import {type Rows, toRows} from './rows.ts';
import {sharedInt32, sharedUint8, sharedUint32} from './shared-arrays.ts';
import type {SpeedSettings} from './speeds.ts';
import {type StreetArcs, streetArcs} from './street-arcs.ts';
import {ALONG_EDGE, type StreetMode, type StreetNetwork} from './street-network.ts';

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
  /** For each `2 * edge + back`: what it is (`ARC`), how long it takes, and the node it leads to. */
  arcRole: Uint8Array;
  arcDeciseconds: Uint32Array;
  arcHead: Int32Array;
  /** A flatbush index of the boxes of the edges in `boxEdge`: those where a journey may begin or end. */
  boxes: ArrayBufferLike;
  boxEdge: Uint32Array;
  accessKmh: number;
  furthestAccessMetres: number;
  report: ModeReport;
}

export const ARC = {unused: 0, core: 1, lastLeg: 2} as const;

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
  const numbered = number(arcs, roles);
  yield {done: 3, of: steps, doing};
  const isCore = (i: number) => roles.role[i] === ARC.core;
  const isLastLeg = (i: number) => roles.role[i] === ARC.lastLeg;
  const {list, nodes, coreNodes, vertexOf} = numbered;
  const rows = {
    core: toRows(coreNodes, list, false, isCore),
    coreReverse: toRows(coreNodes, list, true, isCore),
    lastLeg: toRows(nodes, list, false, isLastLeg),
    lastLegReverse: toRows(nodes, list, true, isLastLeg),
  };
  yield {done: 4, of: steps, doing};
  const byArc = arcsOf(network, list, roles.role);
  const {boxes, boxEdge} = indexEdges(network, byArc.arcRole, mode);
  return {
    mode,
    network,
    nodes,
    coreNodes,
    vertexOf,
    ...rows,
    ...byArc,
    boxes,
    boxEdge,
    accessKmh: settings.accessKmh,
    furthestAccessMetres: settings.furthestAccessMetres,
    report: reportOf(byArc.arcRole, arcs, roles.parts),
  };
}

/** What each listed arc is: core, last leg, or cut off. */
function rolesOf(arcs: StreetArcs): {role: Uint8Array; inCore: Uint8Array; parts: number} {
  const {tail, head, isPublic, spots} = arcs;
  const open = (i: number) => isPublic[i] === 1;
  const {of, sizes} = strongComponents(spots, tail, head, open);
  // Of equally large parts the one with the street read first, so that runs repeat.
  let largest = of[0] ?? 0;
  for (let s = 1; s < spots; s++) if (sizes[of[s]!]! > sizes[largest]!) largest = of[s]!;
  const inCore = new Uint8Array(spots);
  if (sizes.length > 0 && sizes[largest]! > 1) for (let s = 0; s < spots; s++) if (of[s] === largest) inCore[s] = 1;
  const out = reachedFrom(inCore, tail, head, () => true);
  const back = reachedFrom(inCore, head, tail, () => true);
  const role = new Uint8Array(tail.length);
  for (let i = 0; i < role.length; i++) {
    const a = tail[i]!;
    const b = head[i]!;
    if (open(i) && inCore[a] === 1 && inCore[b] === 1) role[i] = ARC.core;
    else if (out[a] === 1 && back[a] === 1 && out[b] === 1 && back[b] === 1) role[i] = ARC.lastLeg;
  }
  return {role, inCore, parts: sizes.filter((size) => size > 1).length};
}

/** Nodes for the spots that are used, those of the core first. */
function number(arcs: StreetArcs, {role, inCore}: {role: Uint8Array; inCore: Uint8Array}) {
  const used = new Uint8Array(arcs.spots);
  for (let i = 0; i < role.length; i++) if (role[i] !== ARC.unused) used[arcs.tail[i]!] = used[arcs.head[i]!] = 1;
  const nodeOf = new Int32Array(arcs.spots).fill(-1);
  let nodes = 0;
  for (let s = 0; s < arcs.spots; s++) if (inCore[s] === 1) nodeOf[s] = nodes++;
  const coreNodes = nodes;
  for (let s = 0; s < arcs.spots; s++) if (used[s] === 1 && nodeOf[s]! < 0) nodeOf[s] = nodes++;
  const vertexOf = sharedUint32(nodes);
  for (let s = 0; s < arcs.spots; s++) if (nodeOf[s]! >= 0) vertexOf[nodeOf[s]!] = arcs.vertexOf[s]!;
  const list = {...arcs, tail: arcs.tail.map((s) => nodeOf[s]!), head: arcs.head.map((s) => nodeOf[s]!)};
  return {list, nodes, coreNodes, vertexOf};
}

function arcsOf(
  network: StreetNetwork,
  list: {arc: Int32Array; head: Int32Array; deciseconds: Int32Array},
  role: Uint8Array,
) {
  const count = 2 * network.edgeFrom.length;
  const arcRole = sharedUint8(count);
  const arcDeciseconds = sharedUint32(count);
  const arcHead = sharedInt32(count).fill(-1);
  for (let i = 0; i < role.length; i++) {
    const arc = list.arc[i]!;
    if (role[i] === ARC.unused || arc < 0) continue;
    arcRole[arc] = role[i]!;
    arcDeciseconds[arc] = list.deciseconds[i]!;
    arcHead[arc] = list.head[i]!;
  }
  return {arcRole, arcDeciseconds, arcHead};
}

/** Nobody's front door is on a motorway, on a ferry or in a tunnel. */
const NO_FRONTAGE = new Set(
  ['motorway', 'motorway_link', 'ferry'].map((name) => (HIGHWAY_CLASSES as readonly string[]).indexOf(name)),
);

function indexEdges(
  network: StreetNetwork,
  arcRole: Uint8Array,
  mode: StreetMode,
): {boxes: ArrayBufferLike; boxEdge: Uint32Array} {
  const edges: number[] = [];
  for (let e = 0; e < network.edgeFrom.length; e++) {
    if (arcRole[2 * e] === ARC.unused && arcRole[2 * e + 1] === ARC.unused) continue;
    if (NO_FRONTAGE.has(network.edgeClass[e]!)) continue;
    if (mode === 'drive' && (network.edgeFlags[e]! & ALONG_EDGE.tunnel) !== 0) continue;
    edges.push(e);
  }
  const boxEdge = sharedUint32(edges.length);
  boxEdge.set(edges);
  if (edges.length === 0) return {boxes: new ArrayBuffer(0), boxEdge};
  const index = new Flatbush(edges.length, 16, Int32Array, SharedArrayBuffer);
  const {vertexLng, vertexLat, shapeLng, shapeLat, shapeFirst} = network;
  for (const e of edges) {
    const from = network.edgeFrom[e]!;
    const to = network.edgeTo[e]!;
    let west = Math.min(vertexLng[from]!, vertexLng[to]!);
    let east = Math.max(vertexLng[from]!, vertexLng[to]!);
    let south = Math.min(vertexLat[from]!, vertexLat[to]!);
    let north = Math.max(vertexLat[from]!, vertexLat[to]!);
    for (let s = shapeFirst[e]!; s < shapeFirst[e + 1]!; s++) {
      west = Math.min(west, shapeLng[s]!);
      east = Math.max(east, shapeLng[s]!);
      south = Math.min(south, shapeLat[s]!);
      north = Math.max(north, shapeLat[s]!);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return {boxes: index.data, boxEdge};
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
