/** The boxes of the edges where a journey may begin or end, for finding those near a point. */
import Flatbush from 'flatbush';
import {HIGHWAY_CLASSES} from './highway-class.ts';
import {sharedUint32} from './shared-arrays.ts';
import {ALONG_EDGE, type StreetMode, type StreetNetwork} from './street-network.ts';
import {ARC} from './street-roles.ts';

/** Nobody's front door is on a motorway, on a ferry or in a tunnel. */
const NO_FRONTAGE = new Set(
  ['motorway', 'motorway_link', 'ferry'].map((name) => (HIGHWAY_CLASSES as readonly string[]).indexOf(name)),
);

export function indexEdges(
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
