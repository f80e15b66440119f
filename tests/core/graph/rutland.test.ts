import {describe, expect, it} from 'vitest';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {LONGEST_SECONDS, travelTimes} from '../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {Oracle} from './oracle.ts';
import {hasRealData, RUTLAND, readReal, realJson} from './real-streets.ts';

interface Shapes {
  features: {geometry: {coordinates: never}}[];
}

/** The middle of the outermost corners of each area: near enough to a centroid to travel from. */
function middles(file: string): [number, number][] {
  return (realJson(file) as Shapes).features.map(({geometry}) => {
    const corners = (geometry.coordinates as number[]).flat(3) as unknown as number[];
    const lng = corners.filter((_, i) => i % 2 === 0);
    const lat = corners.filter((_, i) => i % 2 === 1);
    return [(Math.min(...lng) + Math.max(...lng)) / 2, (Math.min(...lat) + Math.max(...lat)) / 2];
  });
}

describe.skipIf(!hasRealData)('Rutland, from real files (skipped where the folder of real data is absent)', () => {
  const {network} = hasRealData ? readReal(RUTLAND) : {network: undefined as never};
  const settings = defaultSpeedSettings();

  it.each(STREET_MODES)('every pair of area and site equals an independent search: %s', (mode) => {
    const graph = drain(modeGraph(network, mode, settings));
    const areas = middles('boundaries/lsoa21_regions/lsoa21_rutland_bsc.geojson').map(([lng, lat]) =>
      snap(graph, lng, lat),
    );
    const sites = (realJson('nhs/derived_sites/sites_rutland.geojson') as Shapes).features.map(({geometry}) => {
      const [lng, lat] = geometry.coordinates as [number, number];
      return snap(graph, lng, lat);
    });
    expect([areas.length, sites.length]).toEqual([26, 27]);
    const times = drain(travelTimes(graph, sites, areas, LONGEST_SECONDS));
    const oracle = new Oracle(network, mode, settings);
    let reached = 0;
    for (const [a, area] of areas.entries()) {
      for (const [s, cost] of oracle.costs(area, sites).entries()) {
        const site = sites[s]!;
        const at = s * areas.length + a;
        const joined = cost !== undefined && area.reason === 'snapped' && site.reason === 'snapped';
        const seconds = joined
          ? Math.floor((cost.ds + area.accessDeciseconds + site.accessDeciseconds + 5) / 10)
          : UNREACHED;
        const metres = joined ? Math.floor((cost.dm + area.accessDecimetres + site.accessDecimetres + 5) / 10) : 0;
        expect([times.seconds[at], times.metres[at]], `area ${a}, site ${s}`).toEqual([seconds, metres]);
        if (joined) reached++;
      }
    }
    expect(reached).toBeGreaterThan(26 * 27 * 0.9);
  });

  it('Oakham to Uppingham is the road that people know: six to seven miles, nine to thirteen minutes', () => {
    const graph = drain(modeGraph(network, 'drive', settings));
    const oakham = snap(graph, -0.7314, 52.6705);
    const uppingham = snap(graph, -0.7223, 52.589);
    const {seconds, metres} = drain(travelTimes(graph, [uppingham], [oakham], 3600));
    expect(metres[0]! / 1609.344).toBeGreaterThan(6);
    expect(metres[0]! / 1609.344).toBeLessThan(7);
    expect(seconds[0]! / 60).toBeGreaterThan(9);
    expect(seconds[0]! / 60).toBeLessThan(13);
  });
});
