import {describe, expect, it} from 'vitest';
import {prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {ManyTimes} from '../../../../src/core/graph/hierarchy/many-times.ts';
import {kernelPass, plainPass} from '../../../../src/core/graph/hierarchy/pass.ts';
import type {Selection} from '../../../../src/core/graph/hierarchy/selection.ts';
import type {Walks} from '../../../../src/core/graph/hierarchy/take.ts';
import {atTimeOfDay, modeGraph} from '../../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../../src/core/graph/snap.ts';
import {defaultSpeedSettings, defaultSpeeds} from '../../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../../src/core/graph/street-network.ts';
import {LONGEST_SECONDS, timesFromPlace, timesToPlace} from '../../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../../src/core/graph/travel-times.ts';
import {drain} from '../../../../src/core/job.ts';
import {seeded} from '../../random-town.ts';
import {randomStreets} from '../random-streets.ts';

/** `CLOSER_THOROUGH=1` looks at 10,000. */
const COUNT = process.env.CLOSER_THOROUGH === '1' ? 10_000 : 400;

const settings = {...defaultSpeedSettings(), furthestAccessMetres: 400};

/** So fast that most streets take one tenth of a second or none: ways tie, and metres must decide. */
const hurried = {...settings, kmh: {...settings.kmh}, limitFactor: 100};
for (const {class: name, drive, walk, cycle} of defaultSpeeds) {
  hurried.kmh[name] = {drive: 100 * drive, walk: 600 * walk, cycle: 200 * cycle};
}

/** A time of day that makes fractions of tenths. */
const PEAK = 1.37;

function kernelOnly(selection: Selection, areas: Walks) {
  const pass = kernelPass(selection, areas);
  if (pass === undefined) throw new Error('This machine has no WebAssembly with SIMD.');
  return pass;
}

describe('travel times by the hierarchy', () => {
  it.each([
    ['plain TypeScript', plainPass],
    ['WebAssembly', kernelOnly],
  ])(
    'equal the plain search on random networks with everything awkward in them, both ways and all modes: %s',
    (_, pass) => {
      let reached = 0;
      let unreached = 0;
      for (let seed = 1; seed <= COUNT; seed++) {
        const network = randomStreets(seed);
        const mode = STREET_MODES[seed % 3]!;
        const prepared = drain(modeGraph(network, mode, [settings, hurried][seed % 2]!));
        const graph = atTimeOfDay(prepared, seed % 4 === 2 ? PEAK : 1);
        const hierarchy = drain(prepareHierarchy(graph.core));
        const next = seeded(seed + 2_000_000);
        // More places than one pass has lanes, and not a whole number of passes.
        const places = Array.from({length: 19}, () => {
          const v = Math.floor(next() * network.vertexLng.length);
          const atVertex = next() < 0.3;
          const lng = atVertex ? network.vertexLng[v]! / 1e7 : -0.702 + next() * 0.016;
          const lat = atVertex ? network.vertexLat[v]! / 1e7 : 52.598 + next() * 0.013;
          return snap(graph, lng, lat);
        });
        const areas = places.slice(0, 1 + (seed % 19));
        const limit = seed % 5 === 0 ? 120 : LONGEST_SECONDS;
        for (const way of ['to', 'from'] as const) {
          const fast = drain(new ManyTimes(graph, hierarchy, areas, way, pass).times(places, limit));
          for (const [p, place] of places.entries()) {
            const plain = drain((way === 'to' ? timesToPlace : timesFromPlace)(graph, place, areas, limit));
            const from = p * areas.length;
            const seconds = fast.seconds.subarray(from, from + areas.length);
            const metres = fast.metres.subarray(from, from + areas.length);
            // Asked only of those that differ: an assertion costs more than the search.
            if (seconds.join() !== plain.seconds.join() || metres.join() !== plain.metres.join()) {
              expect([[...seconds], [...metres]], `seed ${seed}, ${way} place ${p}`).toEqual([
                [...plain.seconds],
                [...plain.metres],
              ]);
            }
            for (const time of seconds) time === UNREACHED ? unreached++ : reached++;
          }
        }
      }
      expect(reached).toBeGreaterThan(20 * COUNT);
      expect(unreached).toBeGreaterThan(20 * COUNT);
    },
    300_000,
  );

  it('refuse a hierarchy of another graph, and a limit that the sentinel could be mistaken for', () => {
    const graph = drain(modeGraph(randomStreets(3), 'walk', settings));
    const other = drain(modeGraph(randomStreets(11), 'walk', settings));
    const hierarchy = drain(prepareHierarchy(graph.core));
    expect(() => new ManyTimes(other, hierarchy, [], 'to')).toThrow(RangeError);
    expect(() => drain(new ManyTimes(graph, hierarchy, [], 'to').times([], UNREACHED))).toThrow(RangeError);
  });

  it('are given for no places and for no areas', () => {
    const graph = drain(modeGraph(randomStreets(3), 'walk', settings));
    const hierarchy = drain(prepareHierarchy(graph.core));
    const place = snap(graph, -0.7, 52.6);
    expect(drain(new ManyTimes(graph, hierarchy, [place], 'to').times([], 60)).seconds).toHaveLength(0);
    expect(drain(new ManyTimes(graph, hierarchy, [], 'to').times([place], 60)).seconds).toHaveLength(0);
  });
});
