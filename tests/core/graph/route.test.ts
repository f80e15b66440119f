import {describe, expect, it} from 'vitest';
import {metresBetween} from '../../../src/core/graph/metres.ts';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {routeBetween} from '../../../src/core/graph/route.ts';
import {type Snap, snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {LONGEST_SECONDS, timesToPlace} from '../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {seeded} from '../random-town.ts';
import {randomStreets} from './random-streets.ts';
import {hasRealData, RUTLAND, readReal} from './real-streets.ts';

const settings = {...defaultSpeedSettings(), furthestAccessMetres: 400};

describe('a route', () => {
  it('takes the seconds and metres of the travel time, and its line is as long as it says, on random networks', () => {
    let routes = 0;
    let nowhere = 0;
    for (let seed = 1; seed <= 800; seed++) {
      const graph = drain(modeGraph(randomStreets(seed), STREET_MODES[seed % 3]!, settings));
      const next = seeded(seed);
      const places: Snap[] = Array.from({length: 4}, () =>
        snap(graph, -0.702 + next() * 0.016, 52.598 + next() * 0.013),
      );
      for (const from of places) {
        for (const to of places) {
          const times = drain(timesToPlace(graph, to, [from], LONGEST_SECONDS));
          const route = drain(routeBetween(graph, from, to));
          if (route === undefined) {
            expect(times.seconds[0], `seed ${seed}`).toBe(UNREACHED);
            nowhere++;
            continue;
          }
          routes++;
          expect([route.seconds, route.metres], `seed ${seed}`).toEqual([times.seconds[0], times.metres[0]]);
          const length = route.line.reduce(
            (sum, [x, y], i, line) => (i === 0 ? 0 : sum + metresBetween(line[i - 1]![0], line[i - 1]![1], x, y)),
            0,
          );
          // Each street is rounded to a decimetre, its cut ends to one more.
          expect(Math.abs(length - route.metres), `seed ${seed}`).toBeLessThan(0.6 + 0.1 * route.line.length);
          const inSteps = route.steps.reduce((sum, {seconds}) => sum + seconds, 0);
          expect(Math.abs(inSteps - route.seconds), `seed ${seed}`).toBeLessThanOrEqual(0.5 + 0.5 * route.steps.length);
          expect(route.line[0]).toEqual([from.lng, from.lat]);
          expect(route.line.at(-1)).toEqual([to.lng, to.lat]);
        }
      }
    }
    expect(routes).toBeGreaterThan(2000);
    expect(nowhere).toBeGreaterThan(1000);
  });
});

describe.skipIf(!hasRealData)('a route in Rutland (skipped where the folder of real data is absent)', () => {
  it('from Oakham to Uppingham goes by the A6003', () => {
    const graph = drain(modeGraph(readReal(RUTLAND).network, 'drive', defaultSpeedSettings()));
    const route = drain(routeBetween(graph, snap(graph, -0.7314, 52.6705), snap(graph, -0.7223, 52.589)))!;
    const longest = route.steps.toSorted((a, b) => b.metres - a.metres)[0]!;
    expect(longest.street).toContain('A6003');
    expect(longest.metres).toBeGreaterThan(3000);
  });
});
