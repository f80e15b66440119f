/** Streets as people speak of them: the stretch between two junctions, the whole of a name. */
import {METRES_PER_DEGREE} from '../metres.ts';
import {DEGREE, eachPoint, nameAt, type StreetNetwork} from '../street-network.ts';
import {metresFromLine} from './edges-along.ts';
import type {Line, Stretch} from './street-change.ts';

/** The edges that meet at each vertex of a network. */
export class Junctions {
  readonly #network: StreetNetwork;
  readonly #first: Uint32Array;
  readonly #edges: Uint32Array;

  constructor(network: StreetNetwork) {
    const {edgeFrom, edgeTo, vertexLng} = network;
    this.#network = network;
    this.#first = new Uint32Array(vertexLng.length + 1);
    for (let edge = 0; edge < edgeFrom.length; edge++) {
      this.#first[edgeFrom[edge]! + 1]!++;
      this.#first[edgeTo[edge]! + 1]!++;
    }
    for (let v = 0; v < vertexLng.length; v++) this.#first[v + 1]! += this.#first[v]!;
    const next = this.#first.slice();
    this.#edges = new Uint32Array(2 * edgeFrom.length);
    for (let edge = 0; edge < edgeFrom.length; edge++) {
      this.#edges[next[edgeFrom[edge]!]!++] = edge;
      this.#edges[next[edgeTo[edge]!]!++] = edge;
    }
  }

  at(vertex: number): Uint32Array {
    return this.#edges.subarray(this.#first[vertex]!, this.#first[vertex + 1]!);
  }

  /** Edges for cars where the street is for cars: a footpath that meets a road makes no junction of it. */
  #met(vertex: number, like: number): number[] {
    const {edgeUse} = this.#network;
    const isForCars = (edge: number) => (edgeUse[edge]! & 0b1111) !== 0;
    return [...this.at(vertex)].filter((edge) => !isForCars(like) || isForCars(edge));
  }

  /** The edge and those that go on from it under the same name and in the same class, as far as the next junction each way. */
  stretch(edge: number): number[] {
    const {edgeFrom, edgeTo, edgeName, edgeClass} = this.#network;
    const found = new Set([edge]);
    for (const start of [edgeFrom[edge]!, edgeTo[edge]!]) {
      let [vertex, last] = [start, edge];
      for (;;) {
        const met = this.#met(vertex, edge).filter((each) => each !== last);
        const [next] = met;
        if (met.length !== 1 || next === undefined || found.has(next)) break;
        if (edgeName[next] !== edgeName[edge] || edgeClass[next] !== edgeClass[edge]) break;
        found.add(next);
        vertex = edgeFrom[next] === vertex ? edgeTo[next]! : edgeFrom[next]!;
        last = next;
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  /** The other streets with a name that meet these edges, in the order they are met. */
  crossing(edges: readonly number[]): string[] {
    const {edgeFrom, edgeTo, edgeName} = this.#network;
    const own = new Set(edges.map((edge) => edgeName[edge]!));
    const names = new Set<number>();
    for (const edge of edges)
      for (const vertex of [edgeFrom[edge]!, edgeTo[edge]!])
        for (const met of this.at(vertex))
          if (edgeName[met] !== 0 && !own.has(edgeName[met]!)) names.add(edgeName[met]!);
    return [...names].map((name) => nameAt(this.#network, name));
  }

  /**
   * The part of a street between two that it meets, the shortest way along it; on a street of two carriageways both. Empty
   * where it does not lead from one to the other.
   */
  between(edges: readonly number[], one: ReadonlySet<number>, other: ReadonlySet<number>): number[] {
    const {edgeFrom, edgeTo, edgeDecimetres} = this.#network;
    const mine = new Set(edges);
    const vertices = new Set(edges.flatMap((edge) => [edgeFrom[edge]!, edgeTo[edge]!]));
    const meets = (vertex: number, names: ReadonlySet<number>) => this.at(vertex).some((edge) => names.has(edge));
    const found = new Set<number>();
    for (const start of vertices) {
      if (!meets(start, one)) continue;
      const reached = new Map<number, {metres: number; by: number; from: number}>([
        [start, {metres: 0, by: -1, from: -1}],
      ]);
      const open = [start];
      let end = -1;
      while (open.length > 0) {
        open.sort((a, b) => reached.get(b)!.metres - reached.get(a)!.metres);
        const vertex = open.pop()!;
        if (meets(vertex, other)) {
          end = vertex;
          break;
        }
        for (const edge of this.at(vertex)) {
          if (!mine.has(edge)) continue;
          const next = edgeFrom[edge] === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
          const metres = reached.get(vertex)!.metres + edgeDecimetres[edge]!;
          if (metres >= (reached.get(next)?.metres ?? Infinity)) continue;
          reached.set(next, {metres, by: edge, from: vertex});
          open.push(next);
        }
      }
      for (let at = end; at >= 0 && reached.get(at)!.by >= 0; at = reached.get(at)!.from)
        found.add(reached.get(at)!.by);
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** The edge nearest to a point within so many metres, whoever may use it; -1 where there is none. */
export function edgeAt(network: StreetNetwork, lng: number, lat: number, within: number): number {
  const {edgeFrom, vertexLng, vertexLat, edgeDecimetres} = network;
  const lngMetres = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let [best, found] = [within, -1];
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const reach = within + edgeDecimetres[edge]! / 9.9;
    const from = edgeFrom[edge]!;
    if (Math.abs(vertexLng[from]! / DEGREE - lng) * lngMetres > reach) continue;
    if (Math.abs(vertexLat[from]! / DEGREE - lat) * METRES_PER_DEGREE > reach) continue;
    const metres = metresFromLine(lineOfEdge(network, edge), lng, lat);
    if (metres < best) [best, found] = [metres, edge];
  }
  return found;
}

/** All edges with a name, whatever its capitals; the number of the road that stands behind it may be left out. */
export function edgesNamed(network: StreetNetwork, name: string): number[] {
  const wanted = name.trim().toLowerCase();
  const names = new Set<number>();
  for (let n = 1; n < network.nameFirst.length - 1; n++) {
    const name = nameAt(network, n).toLowerCase();
    if (name === wanted || name.replace(/ \([^)]*\)$/, '') === wanted) names.add(n);
  }
  const edges: number[] = [];
  if (names.size > 0) network.edgeName.forEach((each, edge) => void (names.has(each) && edges.push(edge)));
  return edges;
}

export function lineOfEdge(network: StreetNetwork, edge: number): Line {
  const line: [number, number][] = [];
  eachPoint(network, edge, (lng, lat) => line.push([lng, lat]));
  return line;
}

/** How a stretch is kept, so that it is found again: where its edges run, and the ways they are part of. */
export function stretchOf(network: StreetNetwork, edges: readonly number[]): Stretch {
  const ways = new Set(edges.map((edge) => network.edgeWay[edge]!).filter((way) => way > 0));
  return {lines: edges.map((edge) => lineOfEdge(network, edge)), ways: [...ways].sort((a, b) => a - b)};
}
