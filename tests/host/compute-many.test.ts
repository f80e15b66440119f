import {afterEach, describe, expect, it} from 'vitest';
import {packNetwork} from '../../src/core/graph/pack-network.ts';
import {defaultSpeedSettings} from '../../src/core/graph/speeds.ts';
import {MODES} from '../../src/domain/mode.ts';
import type {Compute, TimesRequest} from '../../src/engine/compute.ts';
import {computePool} from '../../src/host/compute-pool.ts';
import {randomStreets} from '../core/graph/random-streets.ts';
import {seeded} from '../core/random-town.ts';
import {computeHere} from '../engine/compute-here.ts';

const never = new AbortController().signal;

function points(count: number, random: () => number): {lng: Float64Array; lat: Float64Array} {
  return {
    lng: Float64Array.from({length: count}, () => -0.705 + random() * 0.022),
    lat: Float64Array.from({length: count}, () => 52.595 + random() * 0.02),
  };
}

function requestOf(seed: number, mode: TimesRequest['mode'], places: number): TimesRequest {
  const random = seeded(seed);
  return {
    graphKey: `streets ${seed} ${mode}`,
    streets: () => packNetwork(randomStreets(seed)),
    mode,
    speeds: defaultSpeedSettings(),
    timeFactor: 1,
    areas: points(12, random),
    places: points(places, random),
    placesInAll: places,
    limitSeconds: 3600,
  };
}

let pool: Compute;
afterEach(() => pool.close());

describe('so many places that a hierarchy pays', () => {
  it.each([1, 2])('have the times that few places have, each where it belongs: %i threads', async (threads) => {
    pool = computePool(null, threads);
    for (let seed = 1; seed <= 6; seed++) {
      for (const mode of MODES) {
        const few = requestOf(seed, mode, 5);
        const many = requestOf(seed, mode, 403);
        const told: number[] = [];
        const before = await pool.times(few, never, () => undefined);
        const got = await pool.times(
          many,
          never,
          ({done, doing}) => doing === 'Measuring travel times' && told.push(done),
        );
        expect(got).toEqual(await computeHere().times(many, never, () => undefined));
        expect(told).toEqual(Array.from({length: 403}, (_, place) => place + 1));
        // Now by the hierarchy that is kept.
        expect(await pool.times(few, never, () => undefined)).toEqual(before);
      }
    }
  });

  it('have the times of edited speeds, prepared after the order of the speeds before', async () => {
    pool = computePool(null, 1);
    for (let seed = 1; seed <= 6; seed++) {
      const many = requestOf(seed, MODES[seed % 3]!, 403);
      await pool.times(many, never, () => undefined);
      const speeds = defaultSpeedSettings();
      speeds.kmh.residential = {drive: 19, walk: 3.1, cycle: 9};
      const edited = {...many, graphKey: `${many.graphKey} edited`, speeds};
      const expected = await computeHere().times(edited, never, () => undefined);
      expect(await pool.times(edited, never, () => undefined)).toEqual(expected);
    }
  });
});
