/** One contraction under way, in plain TypeScript: what the kernel does (`contract.as`), step for step. */
import type {Rows} from '../rows.ts';
import {type ArcBlocks, Blocks, DOUBLES, WORDS} from './blocks.ts';
import {WeightQueue} from './weight-queue.ts';
import {Witness} from './witness.ts';

/** Nodes settled before a search for a way round is given up: when a node is weighed, and when its turn has come. */
const WEIGHING = 30;
const CONTRACTING = 120;

export class Contraction {
  readonly rank: Uint32Array;
  readonly #nodes: number;
  readonly #order: Uint32Array | undefined;
  readonly #out: Blocks;
  readonly #into: Blocks;
  readonly #level: Uint32Array;
  readonly #witness: Witness;
  readonly #queue = new WeightQueue();
  #weighed = 0;
  #ranked = 0;
  /** The shortcuts that the node weighed last would ask for: from, to, streets and weight of each in turn. */
  #shortcuts: number[] = [];

  /** `order`: nodes are taken out in this order, and none is weighed. */
  constructor(rows: Rows, order?: Uint32Array) {
    this.#nodes = rows.first.length - 1;
    this.#order = order;
    if (order !== undefined) this.#weighed = this.#nodes;
    this.#out = new Blocks(rows, false);
    this.#into = new Blocks(rows, true);
    this.#level = new Uint32Array(this.#nodes);
    this.rank = new Uint32Array(this.#nodes);
    this.#witness = new Witness(this.#out);
  }

  get out(): ArcBlocks {
    return this.#out;
  }

  get into(): ArcBlocks {
    return this.#into;
  }

  /** Works until so many nodes were settled; gives how many were weighed and taken out. */
  work(most: number): number {
    const witness = this.#witness;
    const queue = this.#queue;
    witness.settled = 0;
    while (witness.settled < most) {
      if (this.#weighed < this.#nodes) queue.push(this.#importance(this.#weighed), this.#weighed++);
      else if (this.#ranked < this.#nodes && this.#order !== undefined) {
        witness.isCut = true;
        this.#takeOut(this.#order[this.#ranked]!);
      } else if (this.#ranked < this.#nodes) {
        const node = queue.take();
        const importance = this.#importance(node);
        if (queue.length > 0 && importance > queue.least()) queue.push(importance, node);
        else this.#takeOut(node);
      } else break;
    }
    return this.#weighed + this.#ranked;
  }

  #importance(node: number): number {
    const removed = this.#out.count[node]! + this.#into.count[node]!;
    this.#shortcuts = [];
    this.#witness.isCut = false;
    if (removed === 0) return 1 + 1000 * this.#level[node]!;
    let removedStreets = 0;
    for (const {words, at, count} of [this.#out, this.#into]) {
      const end = at[node]! + count[node]!;
      for (let arc = at[node]!; arc < end; arc++) removedStreets += words[WORDS * arc + 1]!;
    }
    this.#findShortcuts(node, WEIGHING);
    let addedStreets = 0;
    for (let s = 0; s < this.#shortcuts.length; s += SHORTCUT) addedStreets += this.#shortcuts[s + 2]!;
    const added = this.#shortcuts.length / SHORTCUT;
    return (
      1 +
      1000 * this.#level[node]! +
      Math.floor((1000 * added) / removed) +
      Math.floor((1000 * addedStreets) / removedStreets)
    );
  }

  /** The node that was weighed last: where no search was given up, its shortcuts are known. */
  #takeOut(node: number): void {
    if (this.#witness.isCut) this.#findShortcuts(node, CONTRACTING);
    const level = this.#level;
    const above = level[node]! + 1;
    for (const [blocks, theirs] of [
      [this.#out, this.#into],
      [this.#into, this.#out],
    ] as const) {
      const end = blocks.at[node]! + blocks.count[node]!;
      for (let arc = blocks.at[node]!; arc < end; arc++) {
        const other = blocks.words[WORDS * arc]!;
        theirs.drop(other, node);
        if (level[other]! < above) level[other] = above;
      }
    }
    for (let s = 0; s < this.#shortcuts.length; s += SHORTCUT) {
      const [from, to, streets, weight] = this.#shortcuts.slice(s, s + SHORTCUT) as [number, number, number, number];
      this.#out.put(from, to, weight, streets);
      this.#into.put(to, from, weight, streets);
    }
    this.rank[node] = this.#ranked++;
  }

  #findShortcuts(node: number, most: number): void {
    const out = this.#out;
    const into = this.#into;
    const witness = this.#witness;
    this.#shortcuts = [];
    witness.isCut = false;
    const outAt = out.at[node]!;
    const outEnd = outAt + out.count[node]!;
    const inAt = into.at[node]!;
    const inEnd = inAt + into.count[node]!;
    if (outAt === outEnd || inAt === inEnd) return;
    const beyond = witness.aim(node);
    for (let i = inAt; i < inEnd; i++) {
      const from = into.words[WORDS * i]!;
      // Only back where it came from: no way round is needed.
      if (outEnd - outAt === 1 && out.words[WORDS * outAt] === from) continue;
      const inWeight = into.doubles[DOUBLES * i + 1]!;
      witness.spread(from, node, inWeight, inWeight + beyond, most);
      for (let o = outAt; o < outEnd; o++) {
        const to = out.words[WORDS * o]!;
        const weight = inWeight + out.doubles[DOUBLES * o + 1]!;
        if (to === from || witness.found(to) <= weight) continue;
        this.#shortcuts.push(from, to, into.words[WORDS * i + 1]! + out.words[WORDS * o + 1]!, weight);
      }
    }
  }
}

const SHORTCUT = 4;
