/** `node all-pairs-process.ts FOLDER`: every place with every place, of what `PairsOf` left there. Prints a `Run`. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Worker} from 'node:worker_threads';
import {unpackHierarchy} from '../../graph/hierarchy/pack-hierarchy.ts';
import {THREADS} from './all-pairs.ts';
import type {FromThread, Given} from './all-pairs-thread.ts';

const folder = process.argv[2]!;
const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const ascent = (name: string) => ['first', 'higher', 'weight'].map((part) => `${name} ${part}`);
const hierarchy = unpackHierarchy(
  ['hierarchy', 'places', ...ascent('up'), ...ascent('down')].map((name) => ({name, bytes: bytes(name)})),
);
const [tail, head, deciseconds, decimetres] = ['tail', 'head', 'deciseconds', 'decimetres'].map(
  (name) => new Uint32Array(bytes(name).buffer),
);
const given: Given = {
  hierarchy,
  places: {tail: tail!, head: head!, deciseconds: deciseconds!, decimetres: decimetres!},
  next: new Int32Array(new SharedArrayBuffer(4)),
};

const began = performance.now();
const usedBefore = process.cpuUsage();
let running = THREADS;
for (let thread = 0; thread < THREADS; thread++) {
  const worker = new Worker(join(import.meta.dirname, 'all-pairs-thread.ts'), {workerData: given});
  worker.on('message', ({seconds, metres}: FromThread) => {
    writeFileSync(join(folder, 'seconds'), seconds);
    writeFileSync(join(folder, 'metres'), metres);
  });
  worker.on('error', (error) => {
    throw error;
  });
  worker.on('exit', () => {
    if (--running > 0) return;
    const seconds = (performance.now() - began) / 1000;
    const {user, system} = process.cpuUsage(usedBefore);
    const most = process.resourceUsage().maxRSS * 1024;
    console.log(JSON.stringify({seconds, processorSeconds: (user + system) / 1e6, bytes: most}));
  });
}
