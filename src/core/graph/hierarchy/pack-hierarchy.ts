/**
 * A hierarchy as a few named runs of bytes, and back, so that it can be kept beside the streets it was made of.
 *
 * The first part, `hierarchy`, says the format and how many nodes to expect. Whoever keeps the parts keeps them under
 * what made them: streets, mode, speeds and `GRAPH_EDITION`. Unpacking puts the arrays into shared memory.
 */
import type {NetworkPart} from '../pack-network.ts';
import {sharedFloat64, sharedUint32} from '../shared-arrays.ts';
import type {Ascent, Hierarchy} from './hierarchy.ts';

const FORMAT = 1;

/** The parts share memory with the hierarchy: nothing is copied. */
export function packHierarchy({nodes, placeOf, up, down}: Hierarchy): NetworkPart[] {
  const part = (name: string, array: Uint32Array | Float64Array): NetworkPart => ({
    name,
    bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  });
  const ascent = (name: string, {first, higher, weight}: Ascent) => [
    part(`${name} first`, first),
    part(`${name} higher`, higher),
    part(`${name} weight`, weight),
  ];
  return [
    part('hierarchy', Uint32Array.of(FORMAT, nodes)),
    part('places', placeOf),
    ...ascent('up', up),
    ...ascent('down', down),
  ];
}

export function unpackHierarchy(parts: readonly NetworkPart[]): Hierarchy {
  const byName = new Map(parts.map(({name, bytes}) => [name, bytes]));
  const numbers = <A extends Uint32Array | Float64Array>(
    name: string,
    size: number,
    make: (length: number) => A,
  ): A => {
    const bytes = byName.get(name);
    if (bytes === undefined) throw new RangeError(`The hierarchy's part “${name}” is missing.`);
    if (bytes.length % size !== 0) throw new RangeError(`The hierarchy's part “${name}” is cut short.`);
    const array = make(bytes.length / size);
    new Uint8Array(array.buffer).set(bytes);
    return array;
  };
  const [format, nodes] = numbers('hierarchy', 4, sharedUint32);
  if (format !== FORMAT) {
    throw new RangeError(`This hierarchy has format ${format}; this program reads format ${FORMAT}.`);
  }
  const ascent = (name: string): Ascent => {
    const first = numbers(`${name} first`, 4, sharedUint32);
    const higher = numbers(`${name} higher`, 4, sharedUint32);
    const weight = numbers(`${name} weight`, 8, sharedFloat64);
    const arcs = first[nodes!];
    if (first.length !== nodes! + 1 || higher.length !== arcs || weight.length !== arcs) {
      throw new RangeError(`The hierarchy's part “${name}” does not fit the parts beside it.`);
    }
    return {first, higher, weight};
  };
  const placeOf = numbers('places', 4, sharedUint32);
  if (placeOf.length !== nodes) {
    throw new RangeError(`The hierarchy's part “places” holds ${placeOf.length} numbers where ${nodes} belong.`);
  }
  return {nodes, placeOf, up: ascent('up'), down: ascent('down')};
}
