/**
 * Streets that run between houses although no tag says so.
 *
 * Many through roads carry no limit, lamp or pavement in OpenStreetMap while every side street does. A street for cars
 * without a limit, no longer than 400 m between two junctions, is taken as built-up where a built-up street meets it at
 * each end and, of all streets that meet it, at least as many are built-up as not. Judged from the tags alone, all at
 * once: one street's inference is not the next one's ground.
 */
import {classCode} from '../graph/highway-class.ts';
import {ALONG_EDGE} from '../graph/street-network.ts';

/** Houses may end on the way between two places further apart. */
const LONGEST_DECIMETRES = 4000;

export interface BuiltUpEdges {
  edgeDecimetres: Uint32Array;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeClass: Uint8Array;
  edgeFlags: Uint8Array;
  edgeLimit: Uint16Array;
  edgeLimitBack: Uint16Array;
}

/** Classes that say something of their surroundings: a driveway or a path may be anywhere. */
const TELLING = new Set(
  ['trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'living_street', 'road'].map(classCode),
);

export function markBuiltUp(edges: BuiltUpEdges, vertices: number): void {
  const {edgeFrom, edgeTo, edgeDecimetres, edgeClass, edgeFlags, edgeLimit, edgeLimitBack} = edges;
  const built = new Uint16Array(vertices);
  const open = new Uint16Array(vertices);
  const isBuilt = (e: number) => (edgeFlags[e]! & ALONG_EDGE.builtUp) !== 0;
  for (let e = 0; e < edgeFrom.length; e++) {
    if (!TELLING.has(edgeClass[e]!)) continue;
    const side = isBuilt(e) ? built : open;
    side[edgeFrom[e]!]!++;
    side[edgeTo[e]!]!++;
  }
  const inferred: number[] = [];
  for (let e = 0; e < edgeFrom.length; e++) {
    if (!TELLING.has(edgeClass[e]!) || isBuilt(e) || edgeLimit[e] !== 0 || edgeLimitBack[e] !== 0) continue;
    if (edgeDecimetres[e]! > LONGEST_DECIMETRES) continue;
    const from = edgeFrom[e]!;
    const to = edgeTo[e]!;
    // Itself counts once at each end among the open ones.
    const openBeside = open[from]! + open[to]! - 2;
    const betweenHouses = built[from]! > 0 && built[to]! > 0 && built[from]! + built[to]! >= openBeside;
    if (betweenHouses) inferred.push(e);
  }
  for (const e of inferred) edgeFlags[e]! |= ALONG_EDGE.builtUp;
}
