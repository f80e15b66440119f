/**
 * A selection with room for the labels of one pass: by WebAssembly where the machine has its instructions for two doubles
 * at once, which every one does that is not older than 2010; else in plain TypeScript, which is also what the kernel is
 * held against. Both add and compare the same doubles in the same order, so they give the same bits.
 */
import {PASS_KERNEL} from './pass-kernel.ts';
import type {Selection} from './selection.ts';
import {LANES, sweep} from './sweep.ts';
import {type Asked, type Taken, take, type Walks} from './take.ts';
import {instanceOf, memoryOf, PAGE} from './web-assembly.ts';
import {NO_WAY} from './weight.ts';

export interface Pass {
  /** `LANES` weights for each row; only what is given before the sweep, or comes of it, means anything. */
  labels: Float64Array;
  given: Uint8Array;
  sweep: (fromRow: number, toRow: number) => void;
  /** The areas' times of the lanes asked for, after the sweep. */
  take: (asked: Asked, taken: Taken) => void;
}

/** `areas`: their walks to the streets, which `take` adds. */
export function passOver(selection: Selection, areas: Walks): Pass {
  return kernelPass(selection, areas) ?? plainPass(selection, areas);
}

export function plainPass(selection: Selection, areas: Walks): Pass {
  const labels = new Float64Array(selection.rows * LANES);
  const given = new Uint8Array(selection.rows);
  return {
    labels,
    given,
    sweep: (fromRow, toRow) => sweep(selection, labels, given, fromRow, toRow),
    take: (asked, taken) => take(labels, selection.rowOf, areas, asked, taken),
  };
}

/** Gives a row what is known before the sweep. */
export function give({labels, given}: Pass, row: number, lane: number, weight: number): void {
  if (given[row] === 0) {
    given[row] = 1;
    labels.fill(NO_WAY, row * LANES, (row + 1) * LANES);
  }
  if (weight < labels[row * LANES + lane]!) labels[row * LANES + lane] = weight;
}

type Kernel = Record<'sweep' | 'take', (...numbers: number[]) => void>;

/** `undefined` where the machine cannot run the kernel, or has no room for it: all must lie in one piece of four gigabytes at most. */
export function kernelPass(selection: Selection, areas: Walks): Pass | undefined {
  const {rows, rowOf, first, higher, weight} = selection;
  const count = rowOf.length;
  const room = new Room();
  const labelsAt = room.of(rows * LANES * 8);
  const givenAt = room.of(rows);
  const [firstAt, higherAt, weightAt] = [first, higher, weight].map((array) => room.of(array.byteLength));
  // Times are taken four areas at once, with a look at the next four: rows and room for some that there are not.
  const width = Math.ceil(count / 4) * 4;
  const rowAt = room.of((width + 4) * 4);
  const timeAt = room.of(width * 8);
  const lengthAt = room.of(width * 8);
  const endsAt = room.of(2 * LANES * 8);
  const secondsAt = room.of(LANES * width * 2);
  const metresAt = room.of(LANES * width * 4);
  const memory = memoryOf(Math.ceil(room.used / PAGE));
  const kernel = memory && instanceOf<Kernel>(PASS_KERNEL, memory);
  if (kernel === undefined) return undefined;
  const {buffer} = memory!;
  new Uint32Array(buffer, firstAt, first.length).set(first);
  new Uint32Array(buffer, higherAt, higher.length).set(higher);
  new Float64Array(buffer, weightAt, weight.length).set(weight);
  new Uint32Array(buffer, rowAt, count).set(rowOf);
  new Float64Array(buffer, timeAt, count).set(areas.deciseconds);
  new Float64Array(buffer, lengthAt, count).set(areas.decimetres);
  const ends = new Float64Array(buffer, endsAt, 2 * LANES);
  return {
    labels: new Float64Array(buffer, labelsAt, rows * LANES),
    given: new Uint8Array(buffer, givenAt, rows),
    sweep: (fromRow, toRow) => kernel.sweep(labelsAt, firstAt!, higherAt!, weightAt!, givenAt, fromRow, toRow),
    take({lanes, walks, timeFactor, limitSeconds}, {seconds, metres}) {
      ends.set(walks.deciseconds);
      ends.set(walks.decimetres, LANES);
      const areasAt = [rowAt, timeAt, lengthAt, width];
      kernel.take(labelsAt, ...areasAt, endsAt, lanes, timeFactor, limitSeconds, secondsAt, metresAt);
      for (let lane = 0; lane < lanes; lane++) {
        seconds.set(new Uint16Array(buffer, secondsAt + 2 * lane * width, count), lane * count);
        metres.set(new Uint32Array(buffer, metresAt + 4 * lane * width, count), lane * count);
      }
    },
  };
}

/** Gives out places in memory, each at the start of a line of the processor's cache. */
class Room {
  used = 0;

  of(bytes: number): number {
    const at = this.used;
    this.used += Math.ceil(bytes / 128) * 128;
    return at;
  }
}
