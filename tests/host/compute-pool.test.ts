import {afterEach, describe, expect, it} from 'vitest';
import {packNetwork} from '../../src/core/graph/pack-network.ts';
import {defaultSpeedSettings} from '../../src/core/graph/speeds.ts';
import {PlanError} from '../../src/domain/errors.ts';
import {MODES} from '../../src/domain/mode.ts';
import type {Compute, TimesRequest} from '../../src/engine/compute.ts';
import {computePool} from '../../src/host/compute-pool.ts';
import {randomStreets} from '../core/graph/random-streets.ts';
import {seeded} from '../core/random-town.ts';
import {computeHere} from '../engine/compute-here.ts';

const never = new AbortController().signal;
const quiet = (): void => undefined;

function points(count: number, random: () => number): {lng: Float64Array; lat: Float64Array} {
  return {
    lng: Float64Array.from({length: count}, () => -0.705 + random() * 0.022),
    lat: Float64Array.from({length: count}, () => 52.595 + random() * 0.02),
  };
}

function requestOf(seed: number, mode: TimesRequest['mode'], areas = 12, places = 9): TimesRequest {
  const random = seeded(seed);
  return {
    graphKey: `streets ${seed} ${mode}`,
    streets: () => packNetwork(randomStreets(seed)),
    mode,
    speeds: defaultSpeedSettings(),
    timeFactor: 1,
    areas: points(areas, random),
    places: points(places, random),
    placesInAll: places,
    limitSeconds: 3600,
  };
}

let pool: Compute;
afterEach(() => pool.close());

describe('threads over one shared graph', () => {
  it.each([1, 2, 5])('answer as one thread does, in the same order: %i threads', async (threads) => {
    pool = computePool(null, threads);
    for (let seed = 1; seed <= 12; seed++) {
      for (const mode of MODES) {
        const request = requestOf(seed, mode);
        expect(await pool.times(request, never, quiet)).toEqual(await computeHere().times(request, never, quiet));
      }
    }
  });

  it('say how many places are done, one by one, up to all', async () => {
    pool = computePool(null, 2);
    const told: number[] = [];
    await pool.times(
      requestOf(3, 'walk'),
      never,
      ({done, doing}) => doing === 'Measuring travel times' && told.push(done),
    );
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('answer two requests at once, each its own', async () => {
    pool = computePool(null, 2);
    const [one, other] = [requestOf(5, 'drive'), requestOf(6, 'walk')];
    const both = await Promise.all([pool.times(one, never, quiet), pool.times(other, never, quiet)]);
    expect(both).toEqual([
      await computeHere().times(one, never, quiet),
      await computeHere().times(other, never, quiet),
    ]);
  });

  it('read the streets once for as long as the same are asked for', async () => {
    pool = computePool(null, 2);
    let reads = 0;
    const streets = (): ReturnType<TimesRequest['streets']> => {
      reads++;
      return packNetwork(randomStreets(7));
    };
    const request = {...requestOf(7, 'drive'), streets};
    await pool.times(request, never, quiet);
    await pool.times({...request, places: points(1, seeded(99))}, never, quiet);
    expect(reads).toBe(1);
    for (let other = 20; other < 25; other++) await pool.times(requestOf(other, 'drive'), never, quiet);
    await pool.times(request, never, quiet);
    expect(reads).toBe(2);
  });

  it('measure other areas over the same graph anew', async () => {
    pool = computePool(null, 1);
    const request = requestOf(8, 'walk');
    await pool.times(request, never, quiet);
    const moved = {...request, areas: points(12, seeded(1234))};
    expect(await pool.times(moved, never, quiet)).toEqual(await computeHere().times(moved, never, quiet));
  });

  it('stop at once when a planner stops, and work on for the next', async () => {
    pool = computePool(null, 2);
    const stop = new AbortController();
    const request = requestOf(9, 'drive', 12, 400);
    const stopped = pool.times(request, stop.signal, ({done}) => done === 3 && stop.abort());
    await expect(stopped).rejects.toThrow(PlanError);
    await expect(stopped).rejects.toMatchObject({kind: 'cancelled'});
    await expect(pool.times(request, AbortSignal.abort(), quiet)).rejects.toMatchObject({kind: 'cancelled'});
    const next = requestOf(10, 'drive');
    expect(await pool.times(next, never, quiet)).toEqual(await computeHere().times(next, never, quiet));
  });

  it('report what went wrong in a thread, and work on', async () => {
    pool = computePool(null, 2);
    const broken = {...requestOf(11, 'drive'), streets: () => [{name: 'streets', bytes: new Uint8Array(3)}]};
    await expect(pool.times(broken, never, quiet)).rejects.toThrow('A network needs its part “streets”');
    const whole = requestOf(11, 'drive');
    expect(await pool.times(whole, never, quiet)).toEqual(await computeHere().times(whole, never, quiet));
  });

  it('measure nothing for no places, and nobody for no areas', async () => {
    pool = computePool(null, 2);
    expect((await pool.times(requestOf(12, 'walk', 4, 0), never, quiet)).times).toEqual([]);
    const {times, snapped} = await pool.times(requestOf(12, 'walk', 0, 2), never, quiet);
    expect(times.map(({seconds}) => seconds.length)).toEqual([0, 0]);
    expect([...snapped.areas]).toEqual([]);
  });
});
