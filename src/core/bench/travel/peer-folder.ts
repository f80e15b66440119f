/** What all peers share: a folder for what they are given and give back, and how a program of theirs is run and timed. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {weightOf} from '../../graph/hierarchy/weight.ts';
import type {Rows} from '../../graph/rows.ts';

/** A matrix of weights (`weightOf`), ends in the outer order, and the processor time it took. */
export interface PeerTimes {
  seconds: number;
  matrix: Float64Array;
}

/** An engine that finds ways between the nodes of a graph it is given. */
export interface MatrixPeer {
  name: string;
  /** Larger graphs would take it minutes. */
  mostNodes: number;
  isHere: () => boolean;
  /** On the reverse graph, so that its sources are the ends. */
  matrix: (reverse: Rows, starts: readonly number[], ends: readonly number[]) => PeerTimes;
}

/** A folder where peers may lie that are not on the path: programs, and `node_modules`. */
export const PEERS_FOLDER = process.env.CLOSER_PEERS ?? '';

/** Programs are looked for there too. */
export const ENVIRONMENT = {...process.env, PATH: `${process.env.PATH}:${PEERS_FOLDER}`, QT_QPA_PLATFORM: 'offscreen'};

export function succeeds(command: string, ...words: string[]): boolean {
  return spawnSync(command, words, {env: ENVIRONMENT}).status === 0;
}

/** Python may be there more than once: the one that has what a peer needs. */
export function pythonWith(imports: string): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => succeeds(python, '-c', `import ${imports}`));
}

/** What a program prints. Its failure is the bench's. */
export function printed(command: string, ...words: string[]): string {
  const {status, stdout, stderr} = spawnSync(command, words, {env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 1 << 28});
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-500)}`);
  return stdout;
}

/** Processor seconds of a program with all its threads and children. */
export function processorSeconds(command: string, ...words: string[]): number {
  const timing = 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>"$0"; } 2>&1';
  return inFolder((folder) => {
    const said = join(folder, 'said');
    const {status, stdout} = spawnSync('bash', ['-c', `set -e; ${timing}`, said, command, ...words], {
      env: ENVIRONMENT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${readFileSync(said, 'utf8').slice(-500)}`);
    const [user, system] = stdout.trim().split(' ').map(Number);
    return user! + system!;
  });
}

export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'closer-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

export function put(folder: string, files: Record<string, Int32Array | Uint32Array | Float64Array>): void {
  for (const [name, array] of Object.entries(files)) writeFileSync(join(folder, name), array);
}

export function matrixIn(folder: string): Float64Array {
  return new Float64Array(new Uint8Array(readFileSync(join(folder, 'matrix'))).buffer);
}

/** Of parallel arcs the least, and none from a node to itself. */
export function withoutParallels(rows: Rows): {first: Int32Array; node: Int32Array; weight: Float64Array} {
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
