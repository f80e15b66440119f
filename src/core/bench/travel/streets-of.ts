/** Graphs that the bench of travel times runs on: from real streets, tiled, and of real shape with invented lengths. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {GrowingInt32} from '../../graph/growing.ts';
import {type ModeGraph, modeGraph} from '../../graph/mode-graph.ts';
import {type Rows, toRows} from '../../graph/rows.ts';
import {defaultSpeedSettings} from '../../graph/speeds.ts';
import type {StreetMode} from '../../graph/street-network.ts';
import {drain} from '../../job.ts';
import {readOsm} from '../../read/osm-streets.ts';

export function graphOf(path: string, mode: StreetMode): ModeGraph {
  const bytes = readFileSync(path);
  const read = drain(
    readOsm({
      name: path,
      bytes: bytes.length,
      *open() {
        for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
      },
    }),
  );
  if (!read.ok) throw new Error(read.sentence);
  return drain(modeGraph(read.network, mode, defaultSpeedSettings()));
}

class Arcs {
  readonly #tail = new GrowingInt32();
  readonly #head = new GrowingInt32();
  readonly #deciseconds = new GrowingInt32();
  readonly #decimetres = new GrowingInt32();

  add(tail: number, head: number, deciseconds: number, decimetres: number): void {
    this.#tail.push(tail);
    this.#head.push(head);
    this.#deciseconds.push(deciseconds);
    this.#decimetres.push(decimetres);
  }

  rows(nodes: number, reverse: boolean): Rows {
    const list = {
      tail: this.#tail.view(),
      head: this.#head.view(),
      deciseconds: this.#deciseconds.view(),
      decimetres: this.#decimetres.view(),
      arc: new Int32Array(this.#tail.length),
    };
    return toRows(nodes, list, reverse, () => true);
  }
}

export interface Both {
  rows: Rows;
  reverse: Rows;
}

/** Copies of a graph in a square, each joined to its neighbours by twelve trunk roads of six kilometres each way. */
export function tiled(rows: Rows, side: number): Both {
  const nodes = rows.first.length - 1;
  const arcs = new Arcs();
  const next = random(4711);
  for (let tile = 0; tile < side * side; tile++) {
    const base = tile * nodes;
    for (let n = 0; n < nodes; n++) {
      for (let i = rows.first[n]!; i < rows.first[n + 1]!; i++)
        arcs.add(base + n, base + rows.node[i]!, rows.deciseconds[i]!, rows.decimetres[i]!);
    }
    const neighbours = [tile % side < side - 1 ? tile + 1 : -1, tile + side < side * side ? tile + side : -1];
    for (const other of neighbours.filter((t) => t >= 0)) {
      for (let road = 0; road < 12; road++) {
        const [a, b] = [base + Math.floor(next() * nodes), other * nodes + Math.floor(next() * nodes)];
        arcs.add(a, b, 2500, 60_000);
        arcs.add(b, a, 2500, 60_000);
      }
    }
  }
  return {rows: arcs.rows(side * side * nodes, false), reverse: arcs.rows(side * side * nodes, true)};
}

/** Road graphs of the 9th DIMACS challenge as the PACE challenge published them, without lengths: these are invented. */
export function shaped(paths: readonly string[]): Both {
  const arcs = new Arcs();
  const next = random(1234);
  const ends: number[] = [];
  let base = 0;
  for (const path of paths) {
    const text = execFileSync('xz', ['-dc', path], {maxBuffer: 1 << 30}).toString('latin1');
    let nodes = 0;
    for (const line of text.split('\n')) {
      const words = line.split(' ');
      if (words[0] === 'p') nodes = Number(words[2]);
      else if (words.length === 2) {
        const [a, b] = [base + Number(words[0]) - 1, base + Number(words[1]) - 1];
        const decimetres = 300 + Math.floor(next() ** 2 * 9000);
        const kmh = [30, 48, 64, 100][Math.floor(next() ** 2 * 4)]!;
        const deciseconds = Math.round((decimetres * 3.6) / kmh);
        arcs.add(a, b, deciseconds, decimetres);
        arcs.add(b, a, deciseconds, decimetres);
      }
    }
    for (let road = 0; road < 20 && base > 0; road++) {
      const [a, b] = [base + Math.floor(next() * nodes), ends[Math.floor(next() * ends.length)]!];
      arcs.add(a, b, 9000, 250_000);
      arcs.add(b, a, 9000, 250_000);
    }
    for (let n = 0; n < 100; n++) ends.push(base + Math.floor(next() * nodes));
    base += nodes;
  }
  return {rows: arcs.rows(base, false), reverse: arcs.rows(base, true)};
}

/** Park and Miller's generator: the same numbers on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
