/** Other engines, where the machine has them. Whoever is absent is named, never guessed at. */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {weightOf} from '../../graph/hierarchy/weight.ts';
import type {Rows} from '../../graph/rows.ts';

export interface PeerTimes {
  seconds: number;
  matrix: Float64Array;
}

/** Weights hold both time and distance, so its answers are comparable to the last digit. Of parallel arcs the least. */
const SCIPY = `
import sys, time, numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
folder = sys.argv[1]
read = lambda name, kind: np.fromfile(f'{folder}/{name}', dtype=kind)
first, node, weight = read('first', np.int32), read('node', np.int32), read('weight', np.float64)
starts, ends = read('starts', np.int32), read('ends', np.int32)
graph = csr_matrix((weight, node, first), shape=(len(first) - 1,) * 2)
began = time.process_time()
matrix = dijkstra(graph, indices=ends)[:, starts]
print(time.process_time() - began)
matrix.astype(np.float64).tofile(f'{folder}/matrix')
`;

export function hasScipy(): boolean {
  return spawnSync('python3', ['-c', 'import scipy.sparse.csgraph']).status === 0;
}

/** On the reverse graph, so that its sources are the ends. */
export function scipyMatrix(reverse: Rows, starts: readonly number[], ends: readonly number[]): PeerTimes {
  return inFolder((folder) => {
    const {first, node, weight} = withoutParallels(reverse);
    put(folder, {first, node, weight, starts: Int32Array.from(starts), ends: Int32Array.from(ends)});
    const seconds = Number(execFileSync('python3', ['-c', SCIPY, folder]).toString());
    return {seconds, matrix: new Float64Array(new Uint8Array(readFileSync(join(folder, 'matrix'))).buffer)};
  });
}

export function hasRoutingKit(): boolean {
  return spawnSync('routingkit-bench', ['--version']).status === 0;
}

/** RoutingKit knows one weight, so it gets tenths of a second alone. */
export interface RoutingKitTimes {
  prepareSeconds: number;
  seconds: number;
  arcs: number;
  deciseconds: Uint32Array;
}

export function routingKitMatrix(reverse: Rows, starts: readonly number[], ends: readonly number[]): RoutingKitTimes {
  return inFolder((folder) => {
    const {first, node, deciseconds} = reverse;
    put(folder, {first, node, deciseconds, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends)});
    const printed = execFileSync('routingkit-bench', [folder]).toString().split(' ').map(Number);
    const [prepareSeconds, seconds, arcs] = printed as [number, number, number];
    const matrix = new Uint32Array(new Uint8Array(readFileSync(join(folder, 'matrix'))).buffer);
    return {prepareSeconds, seconds, arcs, deciseconds: matrix};
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'closer-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function put(folder: string, files: Record<string, Int32Array | Uint32Array | Float64Array>): void {
  for (const [name, array] of Object.entries(files)) writeFileSync(join(folder, name), array);
}

function withoutParallels(rows: Rows): {first: Int32Array; node: Int32Array; weight: Float64Array} {
  const first = [0];
  const node: number[] = [];
  const weight: number[] = [];
  for (let n = 0; n < rows.first.length - 1; n++) {
    const best = new Map<number, number>();
    for (let i = rows.first[n]!; i < rows.first[n + 1]!; i++) {
      const w = weightOf(rows.deciseconds[i]!, rows.decimetres[i]!);
      if (rows.node[i] !== n && w < (best.get(rows.node[i]!) ?? Number.POSITIVE_INFINITY)) best.set(rows.node[i]!, w);
    }
    for (const [to, w] of best) {
      node.push(to);
      weight.push(w);
    }
    first.push(node.length);
  }
  return {first: Int32Array.from(first), node: Int32Array.from(node), weight: Float64Array.from(weight)};
}

/** Engines that are known for this, and a command that succeeds where they are. */
const OTHERS: readonly [name: string, command: string, ...words: string[]][] = [
  ['OSRM', 'osrm-routed', '--version'],
  ['Valhalla', 'valhalla_service', '--version'],
  ['pgRouting', 'psql', '-Atc', "SELECT 1 / count(*) FROM pg_available_extensions WHERE name = 'pgrouting'"],
  ['QGIS', 'qgis_process', '--version'],
  ['pandana', 'python3', '-c', 'import pandana'],
];

/** Names of engines that are not here, and of those that are but that the bench does not drive. */
export function otherPeers(): {absent: string[]; present: string[]} {
  const runs = OTHERS.map(([name, command, ...words]) => ({name, here: spawnSync(command, words).status === 0}));
  return {
    absent: runs.filter(({here}) => !here).map(({name}) => name),
    present: runs.filter(({here}) => here).map(({name}) => name),
  };
}
