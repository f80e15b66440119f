import {describe, expect, it} from 'vitest';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {type Snap, snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings, defaultSpeeds} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {
  LONGEST_SECONDS,
  timesFromPlace,
  timesToPlace,
  travelTimes,
  wholeSeconds,
} from '../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {seeded} from '../random-town.ts';
import {Oracle} from './oracle.ts';
import {randomStreets} from './random-streets.ts';

/** `CLOSER_THOROUGH=1` looks at 10,000; they take a minute. */
const COUNT = process.env.CLOSER_THOROUGH === '1' ? 10_000 : 2000;

const settings = {...defaultSpeedSettings(), furthestAccessMetres: 400};

/** So fast that most streets take one tenth of a second or none: ways tie, and metres must decide. */
const hurried = {...settings, kmh: {...settings.kmh}, limitFactor: 100};
for (const {class: name, drive, walk, cycle} of defaultSpeeds) {
  hurried.kmh[name] = {drive: 100 * drive, walk: 600 * walk, cycle: 200 * cycle};
}

/** What the oracle says of one pair, as whole seconds and metres with both access legs. */
function expected(cost: {ds: number; dm: number} | undefined, from: Snap, to: Snap, limit: number) {
  if (cost === undefined || from.reason !== 'snapped' || to.reason !== 'snapped') return [UNREACHED, 0];
  const seconds = Math.floor((cost.ds + from.accessDeciseconds + to.accessDeciseconds + 5) / 10);
  if (seconds > limit) return [UNREACHED, 0];
  return [seconds, Math.floor((cost.dm + from.accessDecimetres + to.accessDecimetres + 5) / 10)];
}

describe('travel times', () => {
  it('equal an independent search on thousands of random networks, every pair, both ways and all modes', () => {
    let reached = 0;
    let unreached = 0;
    for (let seed = 1; seed <= COUNT; seed++) {
      const network = randomStreets(seed);
      const mode = STREET_MODES[seed % 3]!;
      const speeds = seed % 2 === 0 ? settings : hurried;
      const graph = drain(modeGraph(network, mode, speeds));
      const oracle = new Oracle(network, mode, speeds);
      const next = seeded(seed + 1_000_000);
      const places: Snap[] = [];
      for (let p = 0; p < 5; p++) {
        // Some places stand exactly on a vertex, where a journey may leave by every street.
        const v = Math.floor(next() * network.vertexLng.length);
        const atVertex = next() < 0.3;
        const lng = atVertex ? network.vertexLng[v]! / 1e7 : -0.702 + next() * 0.016;
        const lat = atVertex ? network.vertexLat[v]! / 1e7 : 52.598 + next() * 0.013;
        places.push(snap(graph, lng, lat));
      }
      const limit = seed % 5 === 0 ? 120 : LONGEST_SECONDS;
      for (const from of places) {
        const costs = oracle.costs(from, places);
        const out = drain(timesFromPlace(graph, from, places, limit));
        places.forEach((to, p) => {
          const there = drain(timesToPlace(graph, to, [from], limit));
          const want = expected(costs[p], from, to, limit);
          const got = [there.seconds[0], there.metres[0], out.seconds[p], out.metres[p]];
          // Asked only of those that differ: an assertion costs more than the search.
          if (got.join() !== [...want, ...want].join())
            expect(got, `seed ${seed}, place ${p}`).toEqual([...want, ...want]);
          if (want[0] === UNREACHED) unreached++;
          else reached++;
        });
      }
    }
    // A test of equality proves nothing if nothing was reached, or everything.
    expect(reached).toBeGreaterThan(3 * COUNT);
    expect(unreached).toBeGreaterThan(3 * COUNT);
  }, 300_000);

  it('stand site by site, area by area', () => {
    const network = randomStreets(11);
    const graph = drain(modeGraph(network, 'walk', settings));
    const places = [snap(graph, -0.699, 52.602), snap(graph, -0.694, 52.605), snap(graph, -0.69, 52.601)];
    const matrix = drain(travelTimes(graph, places.slice(0, 2), places, 3600));
    expect([matrix.sites, matrix.areas]).toEqual([2, 3]);
    for (const [s, place] of places.slice(0, 2).entries()) {
      const alone = drain(timesToPlace(graph, place, places, 3600));
      expect([...matrix.seconds.subarray(3 * s, 3 * s + 3)]).toEqual([...alone.seconds]);
      expect([...matrix.metres.subarray(3 * s, 3 * s + 3)]).toEqual([...alone.metres]);
    }
  });

  it('are within a limit when their whole seconds are: t = T is inside', () => {
    const network = randomStreets(11);
    const graph = drain(modeGraph(network, 'walk', settings));
    const [a, b] = [snap(graph, -0.699, 52.602), snap(graph, -0.694, 52.605)];
    const seconds = drain(timesToPlace(graph, b, [a], LONGEST_SECONDS)).seconds[0]!;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(UNREACHED);
    expect(drain(timesToPlace(graph, b, [a], seconds)).seconds[0]).toBe(seconds);
    expect(drain(timesToPlace(graph, b, [a], seconds - 1)).seconds[0]).toBe(UNREACHED);
  });

  it('round halves of a second up, once', () => {
    expect([0, 4, 5, 14, 15, 8994, 8995].map(wholeSeconds)).toEqual([0, 0, 1, 1, 2, 899, 900]);
  });

  it('refuse a limit that the sentinel could be mistaken for', () => {
    const graph = drain(modeGraph(randomStreets(3), 'walk', settings));
    const place = snap(graph, -0.7, 52.6);
    expect(() => drain(timesToPlace(graph, place, [], UNREACHED))).toThrow(RangeError);
  });
});
