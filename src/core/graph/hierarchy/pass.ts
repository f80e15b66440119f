/**
 * A selection with room for the labels of one pass: by WebAssembly where the machine has its instructions for two doubles
 * at once, which every one does that is not older than 2010; else in plain TypeScript, which is also what the kernel is
 * held against. Both add and compare the same doubles in the same order, so they give the same bits.
 */
import type {Selection} from './selection.ts';
import {LANES, sweep} from './sweep.ts';
import {SWEEP_KERNEL} from './sweep-kernel.ts';

export interface Pass {
  /** `LANES` weights for each row. */
  labels: Float64Array;
  sweep: (fromRow: number, toRow: number) => void;
}

export function passOver(selection: Selection): Pass {
  return kernelPass(selection) ?? plainPass(selection);
}

export function plainPass(selection: Selection): Pass {
  const labels = new Float64Array((selection.nodes + selection.places) * LANES);
  return {labels, sweep: (fromRow, toRow) => sweep(selection, labels, fromRow, toRow)};
}

/** As much of it as is used: every host has it, and the types that come with Node do not say so. */
declare const WebAssembly: {
  validate: (code: Uint8Array) => boolean;
  Module: new (code: Uint8Array) => object;
  Memory: new (size: {initial: number}) => {buffer: ArrayBuffer};
  Instance: new (module: object, given: {env: object}) => {exports: {sweep: Kernel}};
};

/** Where the labels and the rows' arrays stand, and the rows to pass over. */
type Kernel = (labels: number, first: number, higher: number, weight: number, fromRow: number, toRow: number) => void;

const PAGE = 65_536;
const MOST_PAGES = 65_536;

const CODE = Uint8Array.from(atob(SWEEP_KERNEL), (letter) => letter.charCodeAt(0));
const KERNEL = WebAssembly.validate(CODE) ? new WebAssembly.Module(CODE) : undefined;

/** `undefined` where the machine cannot run the kernel, or has no room for it: rows must lie in one piece of four gigabytes at most. */
export function kernelPass({first, higher, weight, nodes, places}: Selection): Pass | undefined {
  const labelBytes = (nodes + places) * LANES * 8;
  const pages = Math.ceil((labelBytes + weight.byteLength + first.byteLength + higher.byteLength) / PAGE);
  const memory = pages > MOST_PAGES ? undefined : memoryOf(pages);
  if (KERNEL === undefined || memory === undefined) return undefined;
  const {exports} = new WebAssembly.Instance(KERNEL, {env: {memory}});
  const weightAt = labelBytes;
  const firstAt = weightAt + weight.byteLength;
  const higherAt = firstAt + first.byteLength;
  new Float64Array(memory.buffer, weightAt, weight.length).set(weight);
  new Uint32Array(memory.buffer, firstAt, first.length).set(first);
  new Uint32Array(memory.buffer, higherAt, higher.length).set(higher);
  return {
    labels: new Float64Array(memory.buffer, 0, labelBytes / 8),
    sweep: (fromRow, toRow) => exports.sweep(0, firstAt, higherAt, weightAt, fromRow, toRow),
  };
}

function memoryOf(pages: number): {buffer: ArrayBuffer} | undefined {
  try {
    return new WebAssembly.Memory({initial: pages});
  } catch {
    // Much more room is set aside than is asked for; where there is not so much, the plain pass makes do with less.
    return undefined;
  }
}
