import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {ManyTimes} from '../../../../src/core/graph/hierarchy/many-times.ts';
import {modeGraph} from '../../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../../src/core/graph/speeds.ts';
import {STREET_MODES, type StreetNetwork} from '../../../../src/core/graph/street-network.ts';
import {LONGEST_SECONDS, timesFromPlace, timesToPlace} from '../../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../../src/core/graph/travel-times.ts';
import {drain} from '../../../../src/core/job.ts';
import {readOsm} from '../../../../src/core/read/osm-streets.ts';
import {fileSource, hasRealData, NEWPORT, REAL_DATA, RUTLAND, readReal} from '../real-streets.ts';

type Point = [number, number];

/** One point of every feature: where it is, or near enough the middle of its outermost corners. */
function pointsOf(file: string): Point[] {
  const shapes = JSON.parse(readFileSync(file, 'utf8')) as {features: {geometry: {coordinates: never}}[]};
  return shapes.features.map(({geometry}) => {
    const corners = (geometry.coordinates as number[]).flat(3) as unknown as number[];
    const lng = corners.filter((_, i) => i % 2 === 0);
    const lat = corners.filter((_, i) => i % 2 === 1);
    return [(Math.min(...lng) + Math.max(...lng)) / 2, (Math.min(...lat) + Math.max(...lat)) / 2];
  });
}

/** Every point with every other, by all modes, both ways, against the plain search. */
function compare(network: StreetNetwork, points: readonly Point[]): number {
  let reached = 0;
  for (const mode of STREET_MODES) {
    const graph = drain(modeGraph(network, mode, defaultSpeedSettings()));
    const hierarchy = drain(prepareHierarchy(graph.core));
    const places = points.map(([lng, lat]) => snap(graph, lng, lat));
    for (const way of ['to', 'from'] as const) {
      const fast = drain(new ManyTimes(graph, hierarchy, places, way).times(places, LONGEST_SECONDS));
      for (const [p, place] of places.entries()) {
        const plain = drain((way === 'to' ? timesToPlace : timesFromPlace)(graph, place, places, LONGEST_SECONDS));
        const [from, to] = [p * places.length, (p + 1) * places.length];
        expect(fast.seconds.subarray(from, to), `${mode}, ${way} place ${p}`).toEqual(plain.seconds);
        expect(fast.metres.subarray(from, to), `${mode}, ${way} place ${p}`).toEqual(plain.metres);
      }
      for (const seconds of fast.seconds) if (seconds !== UNREACHED) reached++;
    }
  }
  return reached;
}

describe('travel times by the hierarchy equal the plain search for all pairs of places', () => {
  it('in the sample town', () => {
    const town = join(import.meta.dirname, '../../../../seeds/town');
    const read = drain(readOsm(fileSource(join(town, 'streets.osm.pbf'))));
    if (!read.ok) throw new Error(read.sentence);
    const points = ['areas', 'sites'].flatMap((file) => pointsOf(join(town, `${file}.geojson`)));
    expect(compare(read.network, points)).toBeGreaterThan(0.9 * 6 * points.length ** 2);
  }, 120_000);

  it.skipIf(!hasRealData).each([
    ['rutland', RUTLAND],
    ['newport_wales', NEWPORT],
  ])(
    'in %s (skipped where the folder of real data is absent)',
    (name, streets) => {
      const points = [
        ...pointsOf(join(REAL_DATA, `boundaries/lsoa21_regions/lsoa21_${name}_bsc.geojson`)),
        ...pointsOf(join(REAL_DATA, `nhs/derived_sites/sites_${name}.geojson`)),
      ];
      // A third and more of Newport's places lie outside the streets that were given.
      expect(compare(readReal(streets).network, points)).toBeGreaterThan(0.3 * 6 * points.length ** 2);
    },
    300_000,
  );
});
