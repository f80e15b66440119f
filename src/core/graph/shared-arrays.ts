/**
 * Typed arrays in shared memory, so that every worker thread reads one network and one graph.
 *
 * They are made here and only here. Who shares a graph must treat it as written once: no thread may change it.
 */

type Shared = SharedArrayBuffer;

export function sharedInt32(length: number): Int32Array<Shared> {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUint32(length: number): Uint32Array<Shared> {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUint16(length: number): Uint16Array<Shared> {
  return new Uint16Array(new SharedArrayBuffer(length * 2));
}

export function sharedUint8(length: number): Uint8Array<Shared> {
  return new Uint8Array(new SharedArrayBuffer(length));
}

export function sharedFloat64(length: number): Float64Array<Shared> {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}
