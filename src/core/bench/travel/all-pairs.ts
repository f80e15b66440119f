/**
 * Every place with every place of a prepared graph, by two threads over one shared hierarchy: in a process of its own, so that
 * its memory can be told from that of preparing. A few rows are compared with the plain search.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Hierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {packHierarchy} from '../../graph/hierarchy/pack-hierarchy.ts';
import {UNREACHED} from '../../graph/travel-times.ts';
import {type Midway, midway, placesMidway} from './midway.ts';
import {timesToNodes} from './node-times.ts';
import type {Both} from './streets-of.ts';

export interface AllPairs {
  places: number;
  /** By the clock on the wall, from the hierarchy in memory to the last pair, choosing rows included. */
  seconds: number;
  /** Of both threads' processors. */
  processorSeconds: number;
  /** The most that the process held: hierarchy, threads and blocks of the matrix. */
  bytes: number;
  compared: number;
  differ: number;
}

/** What the process prints. */
export type Run = Pick<AllPairs, 'seconds' | 'processorSeconds' | 'bytes'>;

export const THREADS = 2;
/** Places of one piece of work, and of the sample that is compared. */
export const BLOCK = 64;
const COMPARED = 8;

/** Kept in a folder while it lives, so that each run can read it anew. */
export class PairsOf {
  readonly #folder = mkdtempSync(join(tmpdir(), 'closer-pairs-'));
  readonly #graph: Both;

  constructor(graph: Both, hierarchy: Hierarchy) {
    this.#graph = graph;
    for (const {name, bytes} of packHierarchy(hierarchy)) writeFileSync(join(this.#folder, name), bytes);
  }

  measure(places: number): AllPairs {
    const halves = midway(this.#graph.rows, places);
    for (const [name, array] of Object.entries(halves)) writeFileSync(join(this.#folder, name), array);
    const process = join(import.meta.dirname, 'all-pairs-process.ts');
    const printed = execFileSync('node', ['--disable-warning=ExperimentalWarning', process, this.#folder]);
    return {places, ...(JSON.parse(printed.toString()) as Run), ...this.#compared(halves)};
  }

  end(): void {
    rmSync(this.#folder, {recursive: true});
  }

  #compared(halves: Midway): Pick<AllPairs, 'compared' | 'differ'> {
    const places = placesMidway(halves);
    const bytes = (name: string) => new Uint8Array(readFileSync(join(this.#folder, name))).buffer;
    const seconds = new Uint16Array(bytes('seconds'));
    const metres = new Uint32Array(bytes('metres'));
    let differ = 0;
    for (let end = 0; end < COMPARED; end++) {
      const plain = timesToNodes(this.#graph.reverse, places, places[end]!);
      for (const [start, time] of plain.entries()) {
        const at = end * places.length + start;
        const expected = time ?? {seconds: UNREACHED, metres: 0};
        if (seconds[at] !== expected.seconds || metres[at] !== expected.metres) differ++;
      }
    }
    return {compared: COMPARED * places.length, differ};
  }
}
