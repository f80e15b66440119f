import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {LONGEST_SECONDS, travelTimes} from '../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {readOsm} from '../../../src/core/read/osm-streets.ts';
import {Oracle} from './oracle.ts';

const TOWN = join(import.meta.dirname, '..', '..', '..', 'seeds', 'town');

function network() {
  const bytes = readFileSync(join(TOWN, 'streets.osm.pbf'));
  const read = drain(readOsm({name: 'streets.osm.pbf', bytes: bytes.length, open: () => [bytes]}));
  if (!read.ok) throw new Error(read.sentence);
  return read.network;
}

function centroids(): [number, number][] {
  const [, ...lines] = readFileSync(join(TOWN, 'centroids.csv'), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [, lng, lat] = line.split(',');
    return [Number(lng), Number(lat)];
  });
}

function buildings(): [number, number][] {
  const {features} = JSON.parse(readFileSync(join(TOWN, 'sites.geojson'), 'utf8')) as {
    features: {geometry: {coordinates: [number, number]}}[];
  };
  return features.map(({geometry}) => geometry.coordinates);
}

describe('the sample town', () => {
  const settings = defaultSpeedSettings();
  const streets = network();

  it.each(STREET_MODES)(
    'every pair of area and building equals an independent search: %s',
    (mode) => {
      const graph = drain(modeGraph(streets, mode, settings));
      const areas = centroids().map(([lng, lat]) => snap(graph, lng, lat));
      const sites = buildings().map(([lng, lat]) => snap(graph, lng, lat));
      expect([areas.length, sites.length]).toEqual([100, 30]);
      const times = drain(travelTimes(graph, sites, areas, LONGEST_SECONDS));
      const oracle = new Oracle(streets, mode, settings);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (const [a, area] of areas.entries()) {
        for (const [s, cost] of oracle.costs(area, sites).entries()) {
          const site = sites[s]!;
          const joined = cost !== undefined && area.reason === 'snapped' && site.reason === 'snapped';
          ours.push(times.seconds[s * areas.length + a]!);
          theirs.push(
            joined ? Math.floor((cost.ds + area.accessDeciseconds + site.accessDeciseconds + 5) / 10) : UNREACHED,
          );
        }
      }
      expect(ours).toEqual(theirs);
      expect(ours.filter((seconds) => seconds !== UNREACHED).length).toBeGreaterThan(2800);
    },
    120_000,
  );
});
