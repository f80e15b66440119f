import type {Job} from '../job.ts';
import {DEGREE, type StreetNetwork} from './street-network.ts';

/**
 * The part of a street network in and next to a box of longitude and latitude: every street of which an end or a point lies
 * in the box is kept whole, with where it meets others. A turn restriction stays where all of its streets do. A journey that
 * leaves the box further than by one street is cut, so the box should be wider than anyone who is counted will travel.
 * Names are kept as they are. O(vertices + points of streets).
 */
export function* clipNetwork(
  network: StreetNetwork,
  [west, south, east, north]: readonly [number, number, number, number],
): Job<StreetNetwork> {
  const inBox = (lng: number, lat: number): boolean =>
    lng >= west * DEGREE && lng <= east * DEGREE && lat >= south * DEGREE && lat <= north * DEGREE;
  const {vertexLng, vertexLat, edgeFrom, edgeTo, shapeFirst, shapeLng, shapeLat} = network;
  const doing = 'Cutting the streets to the place';

  const edgeOf = new Int32Array(edgeFrom.length).fill(-1);
  const vertexOf = new Int32Array(vertexLng.length).fill(-1);
  const edges: number[] = [];
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const [from, to] = [edgeFrom[edge]!, edgeTo[edge]!];
    let kept = inBox(vertexLng[from]!, vertexLat[from]!) || inBox(vertexLng[to]!, vertexLat[to]!);
    for (let at = shapeFirst[edge]!; !kept && at < shapeFirst[edge + 1]!; at++)
      kept = inBox(shapeLng[at]!, shapeLat[at]!);
    if (kept) {
      edgeOf[edge] = edges.push(edge) - 1;
      vertexOf[from] = 0;
      vertexOf[to] = 0;
    }
    if (edge % 16_384 === 16_383) yield {done: edge, of: edgeFrom.length, doing};
  }
  const vertices: number[] = [];
  for (let vertex = 0; vertex < vertexOf.length; vertex++)
    if (vertexOf[vertex] === 0) vertexOf[vertex] = vertices.push(vertex) - 1;

  const points = rowsOf(edges, shapeFirst);
  const turns = Array.from(network.turnKind.keys()).filter((turn) => {
    for (let at = network.turnFirst[turn]!; at < network.turnFirst[turn + 1]!; at++)
      if (edgeOf[network.turnEdges[at]! >> 1] === -1) return false;
    return true;
  });
  const turning = rowsOf(turns, network.turnFirst);
  yield {done: edgeFrom.length, of: edgeFrom.length, doing};

  return {
    vertexLng: picked(vertexLng, vertices),
    vertexLat: picked(vertexLat, vertices),
    vertexFlags: picked(network.vertexFlags, vertices),
    vertexPassing: picked(network.vertexPassing, vertices),
    edgeFrom: picked(edgeFrom, edges).map((vertex) => vertexOf[vertex]!),
    edgeTo: picked(edgeTo, edges).map((vertex) => vertexOf[vertex]!),
    edgeDecimetres: picked(network.edgeDecimetres, edges),
    edgeClass: picked(network.edgeClass, edges),
    edgeFlags: picked(network.edgeFlags, edges),
    edgeUse: picked(network.edgeUse, edges),
    edgeLimit: picked(network.edgeLimit, edges),
    edgeLimitBack: picked(network.edgeLimitBack, edges),
    edgeName: picked(network.edgeName, edges),
    edgeWay: picked(network.edgeWay, edges),
    shapeFirst: points.first,
    shapeLng: picked(shapeLng, points.members),
    shapeLat: picked(shapeLat, points.members),
    nameFirst: network.nameFirst.slice(),
    nameBytes: network.nameBytes.slice(),
    turnKind: picked(network.turnKind, turns),
    turnModes: picked(network.turnModes, turns),
    turnFirst: turning.first,
    turnEdges: picked(network.turnEdges, turning.members).map((half) => edgeOf[half >> 1]! * 2 + (half & 1)),
  };
}

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

function picked<A extends Numbers>(array: A, members: readonly number[]): A {
  const Kind = array.constructor as new (length: number) => A;
  const kept = new Kind(members.length);
  for (let at = 0; at < members.length; at++) kept[at] = array[members[at]!]!;
  return kept;
}

/** The members of some rows of a list of lists, one after another, and where those of each row begin. */
function rowsOf(rows: readonly number[], first: Uint32Array): {members: number[]; first: Uint32Array} {
  const members: number[] = [];
  const begins = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    for (let member = first[row]!; member < first[row + 1]!; member++) members.push(member);
    begins[at + 1] = members.length;
  });
  return {members, first: begins};
}
