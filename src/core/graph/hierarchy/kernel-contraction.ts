/** One contraction under way by WebAssembly (`contract.as`). Where there is no room for it, `work` gives 0. */
import type {Rows} from '../rows.ts';
import {type ArcBlocks, eachArc, firstRooms} from './blocks.ts';
import {CONTRACT_KERNEL} from './contract-kernel.ts';
import {instanceOf, memoryOf, PAGE} from './web-assembly.ts';
import {MOST_WAITING} from './witness.ts';

type Kernel = Record<'begin' | 'placeOf' | 'keepOrder' | 'lay' | 'put' | 'work', (...numbers: number[]) => number>;

const MOST_SHORTCUTS = 2 ** 20;
/** Numbers that stand for a node's block of arcs: its place, how many there are, and room for how many. */
const BLOCK = 3;
const AT = {rank: 0, out: 1, into: 2, arcs: 3, order: 4};

export class KernelContraction {
  readonly #nodes: number;
  readonly #memory: {buffer: ArrayBuffer} | undefined;
  readonly #kernel: Kernel | undefined;

  /** `order`: nodes are taken out in this order, and none is weighed. */
  constructor(rows: Rows, order?: Uint32Array) {
    this.#nodes = rows.first.length - 1;
    // Queues, shortcuts and what is known of the nodes; arcs follow, and there memory grows by itself. Of n nodes, fewer than
    // n² shortcuts are ever asked for at once, and no more wait in a search.
    const shortcuts = Math.min(MOST_SHORTCUTS, this.#nodes ** 2);
    const waiting = Math.min(MOST_WAITING, this.#nodes ** 2);
    const bytes = shortcuts * 24 + waiting * 12 + this.#nodes * 80;
    this.#memory = memoryOf(Math.ceil(bytes / PAGE) + 2);
    this.#kernel = this.#memory && instanceOf<Kernel>(CONTRACT_KERNEL, this.#memory);
    const kernel = this.#kernel;
    if (kernel === undefined) return;
    // Nothing at all stands at 0, where AssemblyScript keeps what it needs.
    kernel.begin(this.#nodes, PAGE, shortcuts, waiting);
    for (const [side, reverse] of [
      [AT.out, false],
      [AT.into, true],
    ] as const) {
      const rooms = firstRooms(rows, reverse);
      const blocks = this.#words(side, BLOCK * this.#nodes);
      for (let node = 0; node < this.#nodes; node++) blocks[BLOCK * node + 2] = rooms[node]!;
    }
    if (order !== undefined) {
      this.#words(AT.order, this.#nodes).set(order);
      kernel.keepOrder();
    }
    if (kernel.lay() === 0) {
      this.#kernel = undefined;
      return;
    }
    eachArc(rows, (from, to, weight) => {
      kernel.put(0, from, to, weight, 1);
      kernel.put(1, to, from, weight, 1);
    });
  }

  get rank(): Uint32Array {
    return this.#words(AT.rank, this.#nodes).slice();
  }

  get out(): ArcBlocks {
    return this.#blocks(AT.out);
  }

  get into(): ArcBlocks {
    return this.#blocks(AT.into);
  }

  /** Works until so many nodes were settled; gives how many were weighed and taken out. */
  work(most: number): number {
    return this.#kernel?.work(most) ?? 0;
  }

  #blocks(side: number): ArcBlocks {
    const blocks = this.#words(side, BLOCK * this.#nodes);
    const at = new Uint32Array(this.#nodes);
    const count = new Uint32Array(this.#nodes);
    for (let node = 0; node < this.#nodes; node++) {
      at[node] = blocks[BLOCK * node]!;
      count[node] = blocks[BLOCK * node + 1]!;
    }
    const {buffer} = this.#memory!;
    const arcs = this.#kernel!.placeOf(AT.arcs) >>> 0;
    return {at, count, words: new Uint32Array(buffer, arcs), doubles: new Float64Array(buffer, arcs)};
  }

  #words(what: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory!.buffer, this.#kernel!.placeOf(what) >>> 0, length);
  }
}
