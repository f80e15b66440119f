/**
 * A network as a few named runs of bytes, and back.
 *
 * Every array of the network is one part under its own name, its numbers as the machine holds them (little-endian on
 * every machine Closer runs on). The first part, `streets`, says the format and how many vertices and edges to expect, so
 * that parts of two editions are not mixed. Unpacking puts the arrays into shared memory.
 */
import type {StreetNetwork} from './street-network.ts';

export interface NetworkPart {
  name: string;
  bytes: Uint8Array;
}

const FORMAT = 1;

const ARRAYS = {
  vertexLng: Int32Array,
  vertexLat: Int32Array,
  vertexFlags: Uint8Array,
  vertexPassing: Uint8Array,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
  edgeDecimetres: Uint32Array,
  edgeClass: Uint8Array,
  edgeFlags: Uint8Array,
  edgeUse: Uint16Array,
  edgeLimit: Uint16Array,
  edgeLimitBack: Uint16Array,
  edgeName: Uint32Array,
  edgeWay: Float64Array,
  shapeFirst: Uint32Array,
  shapeLng: Int32Array,
  shapeLat: Int32Array,
  nameFirst: Uint32Array,
  nameBytes: Uint8Array,
  turnKind: Uint8Array,
  turnModes: Uint8Array,
  turnFirst: Uint32Array,
  turnEdges: Uint32Array,
} as const satisfies {[A in keyof StreetNetwork]: unknown};

const NAMES = Object.keys(ARRAYS) as (keyof StreetNetwork)[];

/** The parts share memory with the network: nothing is copied. */
export function packNetwork(network: StreetNetwork): NetworkPart[] {
  const head = new Uint32Array([FORMAT, network.vertexLng.length, network.edgeFrom.length]);
  const parts: NetworkPart[] = [{name: 'streets', bytes: new Uint8Array(head.buffer)}];
  for (const name of NAMES) {
    const array = network[name];
    parts.push({name, bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength)});
  }
  return parts;
}

export function unpackNetwork(parts: readonly NetworkPart[]): StreetNetwork {
  const byName = new Map(parts.map((part) => [part.name, part.bytes]));
  const head = byName.get('streets');
  if (head === undefined || head.length !== 12)
    throw new RangeError('A network needs its part “streets”, 12 bytes long.');
  const [format, vertices, edges] = new Uint32Array(head.slice().buffer);
  if (format !== FORMAT)
    throw new RangeError(`This network has format ${format}; this program reads format ${FORMAT}.`);
  const network: Record<string, unknown> = {};
  for (const name of NAMES) {
    const bytes = byName.get(name);
    if (bytes === undefined) throw new RangeError(`The network's part “${name}” is missing.`);
    const Kind = ARRAYS[name];
    if (bytes.length % Kind.BYTES_PER_ELEMENT !== 0) throw new RangeError(`The network's part “${name}” is cut short.`);
    const memory: ArrayBufferLike = new SharedArrayBuffer(bytes.length);
    new Uint8Array(memory).set(bytes);
    network[name] = new (Kind as new (memory: ArrayBufferLike) => unknown)(memory);
  }
  const whole = network as unknown as StreetNetwork;
  checkLengths(whole, vertices!, edges!);
  return whole;
}

function checkLengths(network: StreetNetwork, vertices: number, edges: number): void {
  for (const name of NAMES) {
    const expected = name.startsWith('vertex') ? vertices : name.startsWith('edge') ? edges : undefined;
    const {length} = network[name];
    if (expected !== undefined && length !== expected) {
      throw new RangeError(`The network's part “${name}” holds ${length} numbers where ${expected} belong.`);
    }
  }
  closes(network.shapeFirst, edges, network.shapeLng.length, 'shapeFirst');
  closes(network.turnFirst, network.turnKind.length, network.turnEdges.length, 'turnFirst');
  closes(network.nameFirst, network.nameFirst.length - 1, network.nameBytes.length, 'nameFirst');
}

function closes(first: Uint32Array, rows: number, end: number, name: string): void {
  if (first.length !== rows + 1 || first[rows] !== end) {
    throw new RangeError(`The network's part “${name}” does not fit the parts beside it.`);
  }
}
