import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {modeGraph} from '../../src/core/graph/mode-graph.ts';
import {snap} from '../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../src/core/graph/speeds.ts';
import {drain} from '../../src/core/job.ts';
import {readOsm} from '../../src/core/read/osm-streets.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {Oracle} from '../core/graph/oracle.ts';
import {computeHere} from './compute-here.ts';
import {settle} from './invented-town.ts';
import {type Planner, planner, TOWN_FOLDER} from './planner.ts';

let at: Planner;
beforeEach(() => {
  at = planner();
});
afterEach(() => at.leave());

/** Read as docs/file-format.md says it is read. */
function matrixOf(path: string) {
  const bytes = readFileSync(path);
  const body = bytes.indexOf('\n') + 1;
  const head = JSON.parse(bytes.subarray(0, body).toString()) as {
    areas: string[];
    mode: string;
    unreached: number;
    attribution: string[];
  };
  const areas = head.areas.length;
  expect(body % 8).toBe(0);
  expect(bytes.length).toBe(body + 6 * areas ** 2);
  return {
    head,
    seconds: (from: number, to: number) => bytes.readUInt16LE(body + to * 6 * areas + 2 * from),
    metres: (from: number, to: number) => bytes.readUInt32LE(body + to * 6 * areas + 2 * areas + 4 * from),
  };
}

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

describe('a matrix of all areas', () => {
  it('holds seconds and metres of every pair as an independent search finds them, in the order of codes', async () => {
    await at.ask('project.sample', {});
    const written = await at.ask('travel.matrix', {mode: 'drive', to: at.pick(at.path('all.matrix'))});
    expect(written).toEqual({
      mode: 'drive',
      areas: 100,
      pairs: 10_000,
      unreachable: 0,
      areasOffStreets: 0,
      bytes: 60_000,
    });
    const matrix = matrixOf(at.path('all.matrix'));
    expect(matrix.head).toMatchObject({closer: 'matrix 1', mode: 'drive', unreached: 65535});
    expect(matrix.head.attribution.join(' ')).toContain('Invented');

    const bytes = readFileSync(join(TOWN_FOLDER, 'streets.osm.pbf'));
    const read = drain(readOsm({name: 'streets', bytes: bytes.length, open: () => [bytes]}));
    if (!read.ok) throw new Error(read.sentence);
    const settings = defaultSpeedSettings();
    const graph = drain(modeGraph(read.network, 'drive', settings));
    const oracle = new Oracle(read.network, 'drive', settings);
    const [, ...lines] = readFileSync(join(TOWN_FOLDER, 'centroids.csv'), 'utf8').trim().split(/\r?\n/);
    const pointOf = new Map(lines.map((line) => [line.split(',')[0]!, line.split(',').slice(1).map(Number)] as const));
    const snaps = matrix.head.areas.map((code) => {
      const [lng, lat] = pointOf.get(code)!;
      return snap(graph, lng!, lat!);
    });
    const differ: string[] = [];
    for (const from of [17, 63]) {
      for (const [to, cost] of oracle.costs(snaps[from]!, snaps).entries()) {
        const [one, other] = [snaps[from]!, snaps[to]!];
        const seconds = Math.floor((cost!.ds + one.accessDeciseconds + other.accessDeciseconds + 5) / 10);
        const metres = Math.floor((cost!.dm + one.accessDecimetres + other.accessDecimetres + 5) / 10);
        if (matrix.seconds(from, to) !== seconds || matrix.metres(from, to) !== metres) differ.push(`${from} to ${to}`);
      }
    }
    expect(differ).toEqual([]);
  });

  it('that is stopped, or fails, leaves nothing, and what was there before stays', async () => {
    at.leave();
    const here = computeHere();
    let asked = 0;
    at = planner({
      compute: {
        ...here,
        times(request, signal, onProgress) {
          if (++asked === 1) return here.times(request, signal, onProgress);
          return new Promise((_, reject) =>
            signal.addEventListener('abort', () => reject(new PlanError('cancelled', 'Stopped.'))),
          );
        },
      },
    });
    await settle(at);
    const path = at.path('old.matrix');
    writeFileSync(path, 'as it was');
    asked = 1;
    const told = at.told((news) => news.news === 'progressed' && news.id === 9);
    const job = at.askAs(9, 'travel.matrix', {mode: 'walk', to: at.pick(path)}).catch((error: unknown) => error);
    await told;
    expect(readdirSync(at.folder).some((name) => name.endsWith('.matrix.tmp'))).toBe(true);
    at.engine.cancel(9);
    expect(await job).toMatchObject({value: {kind: 'cancelled'}});
    expect(readFileSync(path, 'utf8')).toBe('as it was');
    expect(readdirSync(at.folder).filter((name) => name.endsWith('.matrix.tmp'))).toEqual([]);
  });

  it('takes away what a run that was killed left, but nothing that is still being written', async () => {
    await settle(at);
    const [dead, alive, elsewhere] = [
      `.closer-${machine}-999999999.matrix.tmp`,
      `.closer-${machine}-${process.ppid}.matrix.tmp`,
      '.closer-00000000-999999999.matrix.tmp',
    ];
    for (const name of [dead, alive, elsewhere]) writeFileSync(at.path(name), 'half');
    await at.ask('travel.matrix', {mode: 'walk', to: at.pick(at.path('new.matrix'))});
    const left = readdirSync(at.folder).filter((name) => name.includes('.matrix'));
    expect(left.sort()).toEqual([elsewhere, alive, 'new.matrix'].sort());
  });

  it('needs streets, areas, a folder that is there and a name of its own', async () => {
    const to = at.pick(at.path('x.matrix'));
    await at.ask('project.create', {name: 'Empty'});
    expect((await at.refusal('travel.matrix', {mode: 'walk', to})).message).toContain('needs streets');
    await settle(at);
    const wrong = (path: string) => at.refusal('travel.matrix', {mode: 'walk', to: at.pick(at.path(path))});
    expect((await wrong('town.gpkg')).message).toBe('Choose a file name that ends in .matrix.');
    expect((await wrong('nowhere/x.matrix')).message).toBe(
      '“x.matrix” can’t be saved: its folder “nowhere” is not there. Choose another place.',
    );
  });
});
