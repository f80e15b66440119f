/** pgRouting: many-to-many shortest paths in PostgreSQL, in a database of the bench's own that goes with it. */
import {spawnSync} from 'node:child_process';
import {chownSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {inFolder, type MatrixPeer, printed, withoutParallels} from './peer-folder.ts';

const VERSIONS = '/usr/lib/postgresql';

/** Where PostgreSQL's own programs are, if pgRouting is there too. */
function programs(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const newest = readdirSync(VERSIONS).sort().at(-1);
  const hasIt = existsSync(join('/usr/share/postgresql', newest ?? '', 'extension/pgrouting.control'));
  return newest !== undefined && hasIt ? join(VERSIONS, newest, 'bin') : undefined;
}

/** PostgreSQL does not run as root, so root lends it to the user that its package brings. */
const isRoot = process.getuid?.() === 0;

function run(command: string, ...words: string[]): string {
  return isRoot ? printed('runuser', '-u', 'postgres', '--', command, ...words) : printed(command, ...words);
}

/** Processor seconds of the children of a process that have ended: each connection is a child of its own, told a moment later. */
function childSeconds(process: number): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  const line = readFileSync(`/proc/${process}/stat`, 'latin1');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

export const pgRouting: MatrixPeer = {
  name: 'pgRouting',
  mostNodes: 300_000,
  isHere: () => process.platform === 'linux' && programs() !== undefined,
  matrix: (reverse, starts, ends) =>
    inFolder((folder) => {
      const bin = programs()!;
      if (isRoot) {
        const owner = (kind: '-u' | '-g') => Number(printed('id', kind, 'postgres'));
        chownSync(folder, owner('-u'), owner('-g'));
      }
      const data = join(folder, 'data');
      run(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'bench');
      run(join(bin, 'pg_ctl'), '-D', data, '-l', join(folder, 'log'), '-o', `-k ${folder} -h ''`, '-w', 'start');
      try {
        const ask = (sql: string) => run(join(bin, 'psql'), '-h', folder, '-U', 'bench', '-d', 'postgres', '-Atc', sql);
        const {first, node, weight} = withoutParallels(reverse);
        const lines: string[] = [];
        for (let n = 0; n + 1 < first.length; n++)
          for (let i = first[n]!; i < first[n + 1]!; i++) lines.push(`${i}\t${n}\t${node[i]}\t${weight[i]}`);
        writeFileSync(join(folder, 'arcs'), lines.join('\n'), {mode: 0o644});
        ask('CREATE EXTENSION pgrouting CASCADE');
        ask('CREATE TABLE arc (id bigint, source bigint, target bigint, cost float8)');
        ask(`COPY arc FROM '${join(folder, 'arcs')}'`);
        const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
        const distinct = (nodes: readonly number[]) => [...new Set(nodes)].join();
        const before = childSeconds(server);
        const rows = ask(
          `SELECT start_vid, end_vid, agg_cost FROM pgr_dijkstraCost('SELECT * FROM arc', ARRAY[${distinct(ends)}], ARRAY[${distinct(starts)}])`,
        );
        const seconds = childSeconds(server) - before;
        const cost = new Map(
          rows
            .split('\n')
            .map((row) => row.split('|'))
            .map(([end, start, c]) => [`${end} ${start}`, Number(c)]),
        );
        const between = (end: number, start: number) =>
          end === start ? 0 : (cost.get(`${end} ${start}`) ?? Number.POSITIVE_INFINITY);
        return {seconds, matrix: Float64Array.from(ends.flatMap((end) => starts.map((start) => between(end, start))))};
      } finally {
        spawnSync(isRoot ? 'runuser' : join(bin, 'pg_ctl'), [
          ...(isRoot ? ['-u', 'postgres', '--', join(bin, 'pg_ctl')] : []),
          ...['-D', data, '-m', 'immediate', '-w', 'stop'],
        ]);
      }
    }),
};
