/**
 * A network that edges are added to and cut in, without touching the one it began as. What changes is kept beside it until
 * `network()` puts a new one together.
 *
 * An edge keeps its number when it is cut: it ends at the cut, and a new edge goes on from there. Turn restrictions are
 * led over the pieces: who comes from a street comes over its last piece, who turns into it takes the first.
 */
import {METRES_PER_DEGREE} from '../metres.ts';
import {DEGREE, type StreetNetwork} from '../street-network.ts';

interface Edge {
  from: number;
  to: number;
  /** Points between the ends, in ten-millionths of a degree. */
  shape: [number, number][];
  decimetres: number;
  class: number;
  flags: number;
  use: number;
  limit: number;
  limitBack: number;
  name: number;
  way: number;
}

export interface NewEdge extends Pick<Edge, 'from' | 'to' | 'decimetres' | 'class' | 'use' | 'limit' | 'name'> {
  bends: readonly [number, number][];
}

export interface OnEdge {
  edge: number;
  /** The point lies between points `segment` and `segment + 1` of the edge. */
  segment: number;
  lng: number;
  lat: number;
}

export class GrownStreets {
  readonly #network: StreetNetwork;
  /** Edges that are not, or not any more, as the network has them. */
  readonly #edges = new Map<number, Edge>();
  /** The pieces of edges that were cut, from end to end. */
  readonly #pieces = new Map<number, number[]>();
  readonly #lng: number[] = [];
  readonly #lat: number[] = [];
  readonly #names: string[] = [];
  #count: number;

  constructor(network: StreetNetwork) {
    this.#network = network;
    this.#count = network.edgeFrom.length;
  }

  use(edge: number): number {
    return this.#edges.get(edge)?.use ?? this.#network.edgeUse[edge]!;
  }

  ends(edge: number): [number, number] {
    const own = this.#edges.get(edge);
    return own ? [own.from, own.to] : [this.#network.edgeFrom[edge]!, this.#network.edgeTo[edge]!];
  }

  /** Where a vertex stands, in degrees. */
  at(vertex: number): [number, number] {
    const [lng, lat] = this.#units(vertex);
    return [lng / DEGREE, lat / DEGREE];
  }

  #units(vertex: number): [number, number] {
    const {vertexLng, vertexLat} = this.#network;
    const own = vertex - vertexLng.length;
    return own < 0 ? [vertexLng[vertex]!, vertexLat[vertex]!] : [this.#lng[own]!, this.#lat[own]!];
  }

  /** A new vertex. */
  place(lng: number, lat: number): number {
    return this.#place(Math.round(lng * DEGREE), Math.round(lat * DEGREE));
  }

  #place(lng: number, lat: number): number {
    this.#lng.push(lng);
    this.#lat.push(lat);
    return this.#network.vertexLng.length + this.#lng.length - 1;
  }

  /** The place of a name in the list of names, added if it is given; 0 for none. */
  named(name: string): number {
    if (name === '') return 0;
    this.#names.push(name);
    return this.#network.nameFirst.length - 1 + this.#names.length - 1;
  }

  addEdge({bends, ...edge}: NewEdge): void {
    const shape = bends.map(([lng, lat]): [number, number] => [Math.round(lng * DEGREE), Math.round(lat * DEGREE)]);
    this.#edges.set(this.#count++, {...edge, shape, flags: 0, limitBack: edge.limit, way: 0});
  }

  /** The nearest point of the edges that may be joined, or nothing within so many metres. Of equally near ones the first. */
  nearest(lng: number, lat: number, within: number, mayJoin: (edge: number) => boolean): OnEdge | null {
    const lngMetres = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    let best = within;
    let found: OnEdge | null = null;
    for (let edge = 0; edge < this.#count; edge++) {
      if (!this.#isNear(edge, lng, lat, within, lngMetres) || !mayJoin(edge)) continue;
      let segment = -1;
      let before: [number, number] | null = null;
      for (const [x, y] of this.#points(edge)) {
        if (before) {
          const [ax, ay] = [(before[0] / DEGREE - lng) * lngMetres, (before[1] / DEGREE - lat) * METRES_PER_DEGREE];
          const [dx, dy] = [((x - before[0]) / DEGREE) * lngMetres, ((y - before[1]) / DEGREE) * METRES_PER_DEGREE];
          const square = dx * dx + dy * dy;
          const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
          const metres = Math.hypot(ax + t * dx, ay + t * dy);
          if (metres < best) {
            best = metres;
            const at = (a: number, b: number) => (a + t * (b - a)) / DEGREE;
            found = {edge, segment, lng: at(before[0], x), lat: at(before[1], y)};
          }
        }
        before = [x, y];
        segment++;
      }
    }
    return found;
  }

  #isNear(edge: number, lng: number, lat: number, within: number, lngMetres: number): boolean {
    // An edge whose length does not reach here from either end can't be near: cheap, and nearly all of them.
    const own = this.#edges.get(edge);
    const reach = within + (own?.decimetres ?? this.#network.edgeDecimetres[edge]!) / 10;
    const [x, y] = this.#units(own?.from ?? this.#network.edgeFrom[edge]!);
    return (
      Math.abs(x / DEGREE - lng) * lngMetres <= reach * 1.01 &&
      Math.abs(y / DEGREE - lat) * METRES_PER_DEGREE <= reach * 1.01
    );
  }

  *#points(edge: number): Iterable<[number, number]> {
    const {from, to, shape} = this.#edge(edge);
    yield this.#units(from);
    yield* shape;
    yield this.#units(to);
  }

  #edge(edge: number): Edge {
    const own = this.#edges.get(edge);
    if (own) return own;
    const {shapeFirst, shapeLng, shapeLat} = this.#network;
    const shape: [number, number][] = [];
    for (let s = shapeFirst[edge]!; s < shapeFirst[edge + 1]!; s++) shape.push([shapeLng[s]!, shapeLat[s]!]);
    return {
      from: this.#network.edgeFrom[edge]!,
      to: this.#network.edgeTo[edge]!,
      shape,
      decimetres: this.#network.edgeDecimetres[edge]!,
      class: this.#network.edgeClass[edge]!,
      flags: this.#network.edgeFlags[edge]!,
      use: this.#network.edgeUse[edge]!,
      limit: this.#network.edgeLimit[edge]!,
      limitBack: this.#network.edgeLimitBack[edge]!,
      name: this.#network.edgeName[edge]!,
      way: this.#network.edgeWay[edge]!,
    };
  }

  /** Cuts an edge at a point between two of its points; gives the new vertex. Both pieces together are as long as before. */
  cut(edge: number, segment: number, lng: number, lat: number): number {
    const whole = this.#edge(edge);
    const points = [...this.#points(edge)];
    const vertex = this.#place(lng, lat);
    const before = planarLength([...points.slice(0, segment + 1), [lng, lat]]);
    const after = planarLength([[lng, lat], ...points.slice(segment + 1)]);
    const share = before + after === 0 ? 0 : before / (before + after);
    const decimetres = Math.round(whole.decimetres * share);
    const second = this.#count++;
    this.#edges.set(edge, {...whole, to: vertex, shape: whole.shape.slice(0, segment), decimetres});
    this.#edges.set(second, {
      ...whole,
      from: vertex,
      shape: whole.shape.slice(segment),
      decimetres: whole.decimetres - decimetres,
    });
    const first = this.#wholeOf(edge);
    const pieces = this.#pieces.get(first) ?? [first];
    pieces.splice(pieces.indexOf(edge) + 1, 0, second);
    this.#pieces.set(first, pieces);
    return vertex;
  }

  /** The edge of the network that a piece was cut from. */
  #wholeOf(edge: number): number {
    if (edge < this.#network.edgeFrom.length) return edge;
    for (const [whole, pieces] of this.#pieces) if (pieces.includes(edge)) return whole;
    return edge;
  }

  network(): StreetNetwork {
    if (this.#count === this.#network.edgeFrom.length) return this.#network;
    const old = this.#network;
    const grown = this.#grown();
    const vertices = old.vertexLng.length + this.#lng.length;
    const longer = <T extends Uint8Array | Int32Array>(array: T, into: T): T => {
      into.set(array);
      return into;
    };
    const vertexLng = longer(old.vertexLng, new Int32Array(vertices));
    const vertexLat = longer(old.vertexLat, new Int32Array(vertices));
    vertexLng.set(this.#lng, old.vertexLng.length);
    vertexLat.set(this.#lat, old.vertexLat.length);
    return {
      ...old,
      ...grown,
      ...this.#withNames(),
      ...this.#turns(),
      vertexLng,
      vertexLat,
      vertexFlags: longer(old.vertexFlags, new Uint8Array(vertices)),
      vertexPassing: longer(old.vertexPassing, new Uint8Array(vertices)),
    };
  }

  #grown() {
    const count = this.#count;
    const points: [number, number][] = [];
    const out = {
      edgeFrom: new Uint32Array(count),
      edgeTo: new Uint32Array(count),
      edgeDecimetres: new Uint32Array(count),
      edgeClass: new Uint8Array(count),
      edgeFlags: new Uint8Array(count),
      edgeUse: new Uint16Array(count),
      edgeLimit: new Uint16Array(count),
      edgeLimitBack: new Uint16Array(count),
      edgeName: new Uint32Array(count),
      edgeWay: new Float64Array(count),
      shapeFirst: new Uint32Array(count + 1),
    };
    for (let edge = 0; edge < count; edge++) {
      const of = this.#edge(edge);
      out.edgeFrom[edge] = of.from;
      out.edgeTo[edge] = of.to;
      out.edgeDecimetres[edge] = of.decimetres;
      out.edgeClass[edge] = of.class;
      out.edgeFlags[edge] = of.flags;
      out.edgeUse[edge] = of.use;
      out.edgeLimit[edge] = of.limit;
      out.edgeLimitBack[edge] = of.limitBack;
      out.edgeName[edge] = of.name;
      out.edgeWay[edge] = of.way;
      for (const point of of.shape) points.push(point);
      out.shapeFirst[edge + 1] = points.length;
    }
    return {
      ...out,
      shapeLng: Int32Array.from(points, ([lng]) => lng),
      shapeLat: Int32Array.from(points, ([, lat]) => lat),
    };
  }

  #withNames(): Pick<StreetNetwork, 'nameFirst' | 'nameBytes'> {
    const {nameFirst, nameBytes} = this.#network;
    const added = this.#names.map((name) => new TextEncoder().encode(name));
    const first = new Uint32Array(nameFirst.length + added.length);
    first.set(nameFirst);
    const bytes = new Uint8Array(nameBytes.length + added.reduce((sum, each) => sum + each.length, 0));
    bytes.set(nameBytes);
    let end = nameBytes.length;
    added.forEach((each, at) => {
      bytes.set(each, end);
      end += each.length;
      first[nameFirst.length + at] = end;
    });
    return {nameFirst: first, nameBytes: bytes};
  }

  #turns(): Pick<StreetNetwork, 'turnFirst' | 'turnEdges'> {
    const {turnFirst, turnEdges} = this.#network;
    if (this.#pieces.size === 0) return {turnFirst, turnEdges};
    const first = new Uint32Array(turnFirst.length);
    const edges: number[] = [];
    for (let turn = 0; turn < turnFirst.length - 1; turn++) {
      const [start, end] = [turnFirst[turn]!, turnFirst[turn + 1]!];
      for (let at = start; at < end; at++) {
        const arcs = this.#arcs(turnEdges[at]!);
        if (at === start) edges.push(arcs.at(-1)!);
        else if (at === end - 1) edges.push(arcs[0]!);
        else edges.push(...arcs);
      }
      first[turn + 1] = edges.length;
    }
    return {turnFirst: first, turnEdges: Uint32Array.from(edges)};
  }

  /** The arcs that an arc of the old network is now, in the order of travel. */
  #arcs(arc: number): number[] {
    const pieces = this.#pieces.get(arc >> 1) ?? [arc >> 1];
    const back = arc & 1;
    return (back ? [...pieces].reverse() : pieces).map((edge) => 2 * edge + back);
  }
}

function planarLength(points: readonly (readonly [number, number])[]): number {
  const narrow = Math.cos((((points[0]?.[1] ?? 0) / DEGREE) * Math.PI) / 180);
  return points.reduce((sum, [lng, lat], at) => {
    const [x, y] = points[Math.max(0, at - 1)]!;
    return sum + Math.hypot((lng - x) * narrow, lat - y);
  }, 0);
}
