/** From streets and placed nodes to a network: streets cut where they meet, their lines measured, their turns resolved. */
import {GrowingFloat64, GrowingInt32} from '../graph/growing.ts';
import {metresBetween} from '../graph/metres.ts';
import {sharedFloat64, sharedInt32, sharedUint8, sharedUint16, sharedUint32} from '../graph/shared-arrays.ts';
import {DEGREE, type StreetNetwork} from '../graph/street-network.ts';
import type {Job} from '../job.ts';
import {markBuiltUp} from './osm-built-up.ts';
import {type StreetCollector, UNPLACED} from './osm-collect.ts';
import {resolveTurns} from './osm-turn-table.ts';

export function* buildNetwork(streets: StreetCollector): Job<StreetNetwork> {
  const pieces = new Pieces(streets);
  for (let way = 0; way < streets.waysTaken; way++) {
    pieces.cut(way);
    if (way % 2000 === 0) yield {done: way, of: streets.waysTaken, doing: 'Joining streets'};
  }
  const edges = pieces.edges();
  const vertices = pieces.vertices();
  markBuiltUp(edges, vertices.vertexLng.length);
  const turns = resolveTurns(streets, pieces, edges);
  yield {done: streets.waysTaken, of: streets.waysTaken, doing: 'Joining streets'};
  return {...vertices, ...edges, ...packNames(streets.nameList), ...turns};
}

export class Pieces {
  readonly #streets: StreetCollector;
  /** For each reference of each way, the place of its node in the list of nodes. */
  readonly #points: Int32Array;
  readonly #isVertex: Uint8Array;
  readonly #vertexOf: Int32Array;
  readonly #vertexNodes = new GrowingInt32();
  readonly #from = new GrowingInt32();
  readonly #to = new GrowingInt32();
  readonly #metres = new GrowingFloat64();
  readonly #way = new GrowingInt32();
  readonly #shapeFirst = new GrowingInt32();
  readonly #shape = new GrowingInt32();
  readonly edgeFirstOfWay: Int32Array;
  /** Metres of each way, all its pieces together. */
  readonly #metresOfWay: Float64Array;

  constructor(streets: StreetCollector) {
    this.#streets = streets;
    const refs = streets.refs.view();
    const {nodes, lng} = streets;
    this.#points = new Int32Array(refs.length);
    for (let i = 0; i < refs.length; i++) {
      const at = nodes.indexOf(refs[i]!);
      this.#points[i] = lng[at] === UNPLACED ? -1 : at;
    }
    this.#isVertex = this.#meetings();
    this.#vertexOf = new Int32Array(nodes.ids.length).fill(-1);
    this.edgeFirstOfWay = new Int32Array(streets.waysTaken + 1);
    this.#metresOfWay = new Float64Array(streets.waysTaken);
  }

  #end(way: number): number {
    return way + 1 < this.#streets.waysTaken ? this.#streets.refFirst.view()[way + 1]! : this.#points.length;
  }

  /** Nodes where a street ends, streets meet, or something stands that matters to travel. */
  #meetings(): Uint8Array {
    const {refFirst, waysTaken, passing, nodeFlags} = this.#streets;
    const first = refFirst.view();
    const points = this.#points;
    const seen = new Uint8Array(this.#streets.nodes.ids.length);
    for (let n = 0; n < seen.length; n++) if (passing[n] !== 0 || nodeFlags[n] !== 0) seen[n] = 2;
    for (let way = 0; way < waysTaken; way++) {
      const start = first[way]!;
      const end = this.#end(way);
      for (let i = start; i < end; i++) {
        const n = points[i]!;
        if (n < 0) continue;
        const isEnd = i === start || i === end - 1 || points[i - 1]! < 0 || points[i + 1]! < 0;
        seen[n] = isEnd || seen[n]! > 0 ? 2 : 1;
      }
    }
    return seen;
  }

  cut(way: number): void {
    const {refFirst, lng, lat} = this.#streets;
    const end = this.#end(way);
    this.edgeFirstOfWay[way] = this.#from.length;
    let from = -1;
    let last = -1;
    let metres = 0;
    let total = 0;
    let shapeStart = this.#shape.length;
    for (let i = refFirst.view()[way]!; i < end; i++) {
      const n = this.#points[i]!;
      if (n < 0) {
        this.#streets.missingPoints++;
        from = -1;
        continue;
      }
      if (from < 0) {
        from = n;
        last = n;
        metres = 0;
        shapeStart = this.#shape.length;
        continue;
      }
      if (n === last) continue;
      metres += metresBetween(lng[last]! / DEGREE, lat[last]! / DEGREE, lng[n]! / DEGREE, lat[n]! / DEGREE);
      last = n;
      if (this.#isVertex[n] !== 2) {
        this.#shape.push(n);
        continue;
      }
      this.#from.push(this.#vertex(from));
      this.#to.push(this.#vertex(n));
      this.#metres.push(metres);
      this.#way.push(way);
      this.#shapeFirst.push(shapeStart);
      total += metres;
      from = n;
      metres = 0;
      shapeStart = this.#shape.length;
    }
    this.edgeFirstOfWay[way + 1] = this.#from.length;
    this.#metresOfWay[way] = total;
  }

  #vertex(node: number): number {
    const known = this.#vertexOf[node]!;
    if (known >= 0) return known;
    this.#vertexNodes.push(node);
    this.#vertexOf[node] = this.#vertexNodes.length - 1;
    return this.#vertexNodes.length - 1;
  }

  vertexOfNode(id: number): number {
    const at = this.#streets.nodes.indexOf(id);
    return at < 0 ? -1 : this.#vertexOf[at]!;
  }

  vertices() {
    const nodes = this.#vertexNodes.view();
    const {lng, lat, passing, nodeFlags} = this.#streets;
    const vertexLng = sharedInt32(nodes.length);
    const vertexLat = sharedInt32(nodes.length);
    const vertexFlags = sharedUint8(nodes.length);
    const vertexPassing = sharedUint8(nodes.length);
    for (let v = 0; v < nodes.length; v++) {
      const n = nodes[v]!;
      vertexLng[v] = lng[n]!;
      vertexLat[v] = lat[n]!;
      vertexFlags[v] = nodeFlags[n]!;
      vertexPassing[v] = passing[n]!;
    }
    return {vertexLng, vertexLat, vertexFlags, vertexPassing};
  }

  edges() {
    const count = this.#from.length;
    const {classes, flags, uses, names, wayIds, lng, lat} = this.#streets;
    const edges = {
      edgeFrom: sharedUint32(count),
      edgeTo: sharedUint32(count),
      edgeDecimetres: sharedUint32(count),
      edgeClass: sharedUint8(count),
      edgeFlags: sharedUint8(count),
      edgeUse: sharedUint16(count),
      edgeLimit: sharedUint16(count),
      edgeLimitBack: sharedUint16(count),
      edgeName: sharedUint32(count),
      edgeWay: sharedFloat64(count),
      shapeFirst: sharedUint32(count + 1),
      shapeLng: sharedInt32(this.#shape.length),
      shapeLat: sharedInt32(this.#shape.length),
    };
    edges.edgeFrom.set(this.#from.view());
    edges.edgeTo.set(this.#to.view());
    edges.shapeFirst.set(this.#shapeFirst.view());
    edges.shapeFirst[count] = this.#shape.length;
    const metres = this.#metres.view();
    const ways = this.#way.view();
    const all = {
      classes: classes.view(),
      flags: flags.view(),
      uses: uses.view(),
      names: names.view(),
      ids: wayIds.view(),
    };
    for (let e = 0; e < count; e++) {
      const way = ways[e]!;
      edges.edgeDecimetres[e] = Math.round(metres[e]! * 10);
      edges.edgeClass[e] = all.classes[way]!;
      edges.edgeFlags[e] = all.flags[way]!;
      edges.edgeUse[e] = all.uses[way]!;
      edges.edgeName[e] = all.names[way]!;
      edges.edgeWay[e] = all.ids[way]!;
      edges.edgeLimit[e] = this.#limit(way, 0);
      edges.edgeLimitBack[e] = this.#limit(way, 1);
    }
    const shape = this.#shape.view();
    for (let s = 0; s < shape.length; s++) {
      edges.shapeLng[s] = lng[shape[s]!]!;
      edges.shapeLat[s] = lat[shape[s]!]!;
    }
    return edges;
  }

  /** The limit as tagged, or the speed that brings a ferry over in its timetabled time. */
  #limit(way: number, back: number): number {
    const duration = this.#streets.durations.view()[way]!;
    if (duration > 0) return Math.max(1, Math.min(65535, Math.round((this.#metresOfWay[way]! / duration) * 360)));
    return (back === 0 ? this.#streets.limits : this.#streets.limitsBack).view()[way]!;
  }
}

function packNames(list: readonly string[]) {
  const encoder = new TextEncoder();
  const nameFirst = sharedUint32(list.length + 1);
  const encoded = list.map((name) => encoder.encode(name));
  let size = 0;
  for (let n = 0; n < encoded.length; n++) {
    nameFirst[n] = size;
    size += encoded[n]!.length;
  }
  nameFirst[list.length] = size;
  const nameBytes = sharedUint8(size);
  for (let n = 0; n < encoded.length; n++) nameBytes.set(encoded[n]!, nameFirst[n]!);
  return {nameFirst, nameBytes};
}
