import {mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {packHierarchy} from '../../src/core/graph/hierarchy/pack-hierarchy.ts';
import {modeGraph} from '../../src/core/graph/mode-graph.ts';
import {packNetwork} from '../../src/core/graph/pack-network.ts';
import {defaultSpeedSettings} from '../../src/core/graph/speeds.ts';
import {drain} from '../../src/core/job.ts';
import type {StreetsPart} from '../../src/domain/evidence.ts';
import type {TimesRequest} from '../../src/engine/compute.ts';
import {computePool} from '../../src/host/compute-pool.ts';
import {keptHierarchy, preparedHierarchy} from '../../src/host/kept-hierarchy.ts';
import {keepPreparation, keptPreparation} from '../../src/host/kept-preparations.ts';
import {randomStreets} from '../core/graph/random-streets.ts';
import {seeded} from '../core/random-town.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'closer-prepared-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

const parts = (seed: number, bytes = 1000): StreetsPart[] => {
  const random = seeded(seed);
  const some = (length: number) => Uint8Array.from({length}, () => random() * 256);
  return [
    {name: 'one', bytes: some(bytes)},
    {name: 'empty', bytes: new Uint8Array(0)},
    {name: 'Ämter', bytes: some(7)},
  ];
};
const plain = (kept: StreetsPart[] | null) => kept?.map(({name, bytes}) => ({name, bytes: Uint8Array.from(bytes)}));
const files = () => readdirSync(folder).map((name) => join(folder, name));

describe('what took long to prepare', () => {
  it('is found again by its key, in shared memory', () => {
    expect(keptPreparation(folder, 'a')).toBeNull();
    keepPreparation(folder, 'a', parts(1, 1_100_000));
    keepPreparation(folder, 'b', parts(2));
    const kept = keptPreparation(folder, 'a');
    expect(plain(kept)).toEqual(parts(1, 1_100_000));
    expect(kept!.every(({bytes}) => bytes.buffer instanceof SharedArrayBuffer)).toBe(true);
    expect(plain(keptPreparation(folder, 'b'))).toEqual(parts(2));
    expect(keptPreparation(folder, 'c')).toBeNull();
  });

  it('is not believed with any single byte changed, and is taken away', () => {
    keepPreparation(folder, 'a', parts(3, 40));
    const [path] = files();
    const whole = readFileSync(path!);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Uint8Array.from(whole);
      damaged[at]! ^= 1 << (at % 8);
      writeFileSync(path!, damaged);
      expect(keptPreparation(folder, 'a'), `byte ${at}`).toBeNull();
      expect(files()).toEqual([]);
    }
    writeFileSync(path!, whole);
    expect(plain(keptPreparation(folder, 'a'))).toEqual(parts(3, 40));
  });

  it('is not believed cut short, made longer or empty', () => {
    for (const size of [0, 10, 22, 60, 99, 200]) {
      keepPreparation(folder, 'a', parts(4, 40));
      truncateSync(files()[0]!, size);
      expect(keptPreparation(folder, 'a'), `${size} bytes`).toBeNull();
    }
  });

  it('is not believed under another key', () => {
    keepPreparation(folder, 'a', parts(5));
    keepPreparation(folder, 'b', parts(6));
    const [one, other] = files();
    writeFileSync(one!, readFileSync(other!));
    expect([keptPreparation(folder, 'a'), keptPreparation(folder, 'b')].filter(Boolean)).toHaveLength(1);
  });

  it('goes when it was longest unused and all together is too large', () => {
    for (const key of ['first', 'second', 'third']) keepPreparation(folder, key, parts(1));
    const earlier = new Date(Date.now() - 5 * 3_600_000);
    for (const path of files()) utimesSync(path, earlier, earlier);
    // Reading one makes it the newest again.
    keptPreparation(folder, 'second');
    const size = readFileSync(files()[0]!).length;
    keepPreparation(folder, 'new', parts(9), 2 * size + 50);
    const stay = ['first', 'second', 'third', 'new'].filter((key) => keptPreparation(folder, key));
    expect(stay).toEqual(['second', 'new']);
  });

  it('stays even where it alone is too large, for it was just asked for', () => {
    keepPreparation(folder, 'large', parts(1, 5000), 10);
    expect(plain(keptPreparation(folder, 'large'))).toEqual(parts(1, 5000));
  });

  it('leaves what a Closer that died had half written, until nobody can be writing it', () => {
    const half = join(folder, '.0123456789ab.tmp');
    writeFileSync(half, 'half');
    keepPreparation(folder, 'a', parts(1));
    expect(files()).toContain(half);
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(half, yesterday, yesterday);
    keepPreparation(folder, 'a', parts(1));
    expect(files()).not.toContain(half);
  });
});

describe('a hierarchy', () => {
  const graph = drain(modeGraph(randomStreets(3), 'drive', defaultSpeedSettings()));
  const keeping = () => ({folder, graphKey: 'streets 3 drive'});

  it('is the same when it comes from the folder', () => {
    expect(keptHierarchy(graph, keeping())).toBeNull();
    const made = preparedHierarchy(graph, null, keeping(), () => undefined);
    const kept = keptHierarchy(graph, keeping())!;
    expect(plain(packHierarchy(kept))).toEqual(plain(packHierarchy(made)));
  });

  it('of other streets or of another form is prepared anew, and so it is where the folder is no folder', () => {
    preparedHierarchy(graph, null, keeping(), () => undefined);
    const other = drain(modeGraph(randomStreets(4), 'drive', defaultSpeedSettings()));
    expect(keptHierarchy(other, keeping())).toBeNull();
    keepPreparation(folder, `hierarchy ${keeping().graphKey}`, parts(1));
    expect(keptHierarchy(graph, keeping())).toBeNull();
    const noFolder = {folder: join(files()[0]!, 'below a file'), graphKey: 'x'};
    expect(preparedHierarchy(graph, null, noFolder, () => undefined).nodes).toBe(graph.coreNodes);
    expect(keptHierarchy(graph, noFolder)).toBeNull();
  });

  it('is prepared once for all threads, sessions and projects with the same streets', async () => {
    const points = (count: number) => {
      const random = seeded(count);
      return {
        lng: Float64Array.from({length: count}, () => -0.705 + random() * 0.022),
        lat: Float64Array.from({length: count}, () => 52.595 + random() * 0.02),
      };
    };
    const request = (places: number): TimesRequest => ({
      graphKey: 'streets 7 drive',
      streets: () => packNetwork(randomStreets(7)),
      mode: 'drive',
      speeds: defaultSpeedSettings(),
      timeFactor: 1,
      areas: points(12),
      places: points(places),
      placesInAll: places,
      limitSeconds: 3600,
    });
    const never = new AbortController().signal;
    const first = computePool(folder, 2);
    const many = await first.times(request(450), never, () => undefined);
    first.close();
    const [path] = files();
    const written = readFileSync(path!);
    expect(files()).toHaveLength(1);
    // A second session finds it, for few places too, and gives the same times; a third finds it damaged and makes it again.
    const second = computePool(folder, 2);
    expect(await second.times(request(450), never, () => undefined)).toEqual(many);
    second.close();
    const third = computePool(folder, 2);
    writeFileSync(path!, written.subarray(0, written.length - 1));
    expect(await third.times(request(450), never, () => undefined)).toEqual(many);
    third.close();
    expect(readFileSync(path!).equals(written)).toBe(true);
  });
});
