import {describe, expect, it} from 'vitest';
import {atTimeOfDay, modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {reachOf} from '../../../src/core/graph/reach.ts';
import {search} from '../../../src/core/graph/search.ts';
import {searchTimes} from '../../../src/core/graph/search-times.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {secondsByReach, timesToPlace} from '../../../src/core/graph/times-to-place.ts';
import {drain} from '../../../src/core/job.ts';
import {seeded} from '../random-town.ts';
import {randomStreets} from './random-streets.ts';

const UNSEEN = 0xffffffff;

function town(seed: number) {
  const settings = {...defaultSpeedSettings(), furthestAccessMetres: 500};
  return drain(modeGraph(randomStreets(seed), STREET_MODES[seed % 3]!, settings));
}

describe('a search for times alone', () => {
  it('finds the tenths of a second that the search for times and distances finds, up to any limit', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const graph = town(seed);
      const next = seeded(seed);
      const nodes = graph.coreNodes;
      if (nodes === 0) continue;
      const starts = Array.from({length: 1 + (seed % 3)}, () => ({
        node: Math.floor(next() * nodes),
        deciseconds: Math.floor(next() * 50),
        decimetres: 0,
      }));
      for (const limit of [-5, 0, 60, 700, 40_000]) {
        const found = new Uint32Array(nodes).fill(UNSEEN);
        drain(searchTimes(graph.coreReverse, found, starts, limit, 0));
        expect(found, `seed ${seed}, limit ${limit}`).toEqual(
          drain(search(graph.coreReverse, starts, limit)).deciseconds,
        );
      }
    }
  });

  it('gives areas the whole seconds that they have to a place by itself, at every time of day', () => {
    let reached = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const graph = atTimeOfDay(town(seed), 1 + (seed % 4) / 10);
      const next = seeded(seed);
      const somewhere = () => snap(graph, -0.705 + next() * 0.022, 52.595 + next() * 0.02);
      const areas = Array.from({length: 20}, somewhere);
      const place = somewhere();
      for (const limit of [100, 600, 3600]) {
        const reach = drain(reachOf(graph, place, limit));
        const {seconds} = drain(timesToPlace(graph, place, areas, limit));
        expect(secondsByReach(graph, reach, areas, limit), `seed ${seed}, limit ${limit}`).toEqual(seconds);
        reached += seconds.filter((each) => each < 65535).length;
      }
    }
    expect(reached).toBeGreaterThan(1500);
  });
});
