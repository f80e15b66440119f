import {describe, expect, it} from 'vitest';
import {pocket} from '../../../src/core/graph/last-legs.ts';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {reachOf} from '../../../src/core/graph/reach.ts';
import {UNSEEN} from '../../../src/core/graph/search.ts';
import {type Snap, snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {DEGREE, STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {timesToPlace} from '../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';
import {contour} from '../../../src/core/shapes/contour.ts';
import {type IsochroneFeature, isochrone} from '../../../src/core/shapes/isochrone.ts';
import {contains, type Ring, signedArea} from '../../../src/core/shapes/rings.ts';
import {randomStreets} from '../graph/random-streets.ts';
import {hasRealData, RUTLAND, readReal} from '../graph/real-streets.ts';
import {seeded} from '../random-town.ts';

const BANDS = [5, 10, 15, 20, 30];

function inside({geometry}: IsochroneFeature, point: [number, number]): boolean {
  return geometry.coordinates.some(
    ([outer, ...holes]) => contains(outer!, point) && !holes.some((hole) => contains(hole, point)),
  );
}

describe('the contour of a grid', () => {
  it('divides what is below the threshold from what is not, at every corner of random grids', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = seeded(seed);
      const [columns, rows] = [14, 11];
      const values = new Float32Array(columns * rows).fill(9);
      for (let r = 1; r < rows - 1; r++)
        for (let c = 1; c < columns - 1; c++) values[c + r * columns] = Math.floor(next() * 10);
      const rings = contour(values, columns, rows, 4.5);
      for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const around = rings.filter((ring) => contains(ring, [c, r])).map((ring) => Math.sign(signedArea(ring)));
          expect(
            around.reduce((sum, sign) => sum + sign, 0),
            `seed ${seed}, ${c}, ${r}`,
          ).toBe(values[c + r * columns]! < 4.5 ? 1 : 0);
        }
      }
    }
  });
});

describe('times towards a place, from everywhere on the streets', () => {
  it('are those that an area standing at each node would have', () => {
    const settings = {...defaultSpeedSettings(), furthestAccessMetres: 500};
    const compared = {core: 0, lastLegs: 0};
    for (let seed = 1; seed <= 200; seed++) {
      const network = randomStreets(seed);
      const graph = drain(modeGraph(network, STREET_MODES[seed % 3]!, settings));
      const place = snap(graph, -0.696, 52.604);
      if (place.reason !== 'snapped') continue;
      const reach = drain(reachOf(graph, place, 3600));
      for (let node = 0; node < graph.nodes; node++) {
        const here = [{node, deciseconds: 0, decimetres: 0, arc: 0, fraction: 0, via: []}];
        const doors = [...pocket(graph.lastLeg, graph.coreNodes, here).values()]
          .filter((label) => label.node < graph.coreNodes)
          .map((label) => ({...here[0]!, ...label}));
        const onCore = node < graph.coreNodes;
        const area: Snap = {
          ...place,
          on: [],
          accessDeciseconds: 0,
          accessDecimetres: 0,
          leave: onCore ? here : doors,
          leaveLastLeg: onCore ? [] : here,
        };
        const ds = reach.deciseconds[node]!;
        const seconds = drain(timesToPlace(graph, place, [area], 3600)).seconds[0];
        expect(ds === UNSEEN ? UNREACHED : Math.floor((ds + 5) / 10), `seed ${seed}, node ${node}`).toBe(seconds);
        compared[onCore ? 'core' : 'lastLegs']++;
      }
    }
    expect(compared.core).toBeGreaterThan(300);
    expect(compared.lastLegs).toBeGreaterThan(100);
  });
});

describe.skipIf(!hasRealData)('isochrones of Oakham (skipped where the folder of real data is absent)', () => {
  const {network} = hasRealData ? readReal(RUTLAND) : {network: undefined as never};

  it.each(STREET_MODES)('are nested, closed, and divide near from far along the streets: %s', (mode) => {
    const graph = drain(modeGraph(network, mode, defaultSpeedSettings()));
    const place = snap(graph, -0.7314, 52.6705);
    const reach = drain(reachOf(graph, place, 1800));
    const {features} = isochrone(graph, reach, BANDS);
    expect(features.map(({properties}) => properties.minutes)).toEqual([30, 20, 15, 10, 5]);
    for (const {geometry} of features) {
      expect(geometry.coordinates.length).toBeGreaterThan(0);
      for (const [outer, ...holes] of geometry.coordinates as Ring[][]) {
        expect(signedArea(outer!)).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
        for (const ring of [outer!, ...holes]) expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
    for (let band = 1; band < features.length; band++) {
      const smaller = features[band]!;
      const larger = features[band - 1]!;
      const points = smaller.geometry.coordinates.flatMap((polygon) => polygon[0]!.slice(1));
      const outside = points.filter((point) => !inside(larger, point) && !nearEdge(larger, point));
      expect(outside).toEqual([]);
    }
    // Every junction well within a band lies inside it, and every one well beyond outside, but for fields filled in.
    let wrongNear = 0;
    let wrongFar = 0;
    for (const feature of features) {
      for (let n = 0; n < graph.nodes; n++) {
        const vertex = graph.vertexOf[n]!;
        const point: [number, number] = [network.vertexLng[vertex]! / DEGREE, network.vertexLat[vertex]! / DEGREE];
        const minutes = reach.deciseconds[n]! / 600;
        const within = inside(feature, point);
        if (minutes < feature.properties.minutes * 0.9 - 0.5 && !within) wrongNear++;
        if (minutes > feature.properties.minutes * 1.15 + 1.5 && within) wrongFar++;
      }
    }
    expect(wrongNear).toBe(0);
    expect(wrongFar / (graph.nodes * features.length)).toBeLessThan(0.01);
  });

  it('of a place that is nowhere near a street are empty', () => {
    const graph = drain(modeGraph(network, 'walk', defaultSpeedSettings()));
    const reach = drain(reachOf(graph, snap(graph, 0, 50), 1800));
    expect(isochrone(graph, reach, [10]).features[0]!.geometry.coordinates).toEqual([]);
  });
});

/** Rounding to a millionth of a degree may put a shared edge a hand's breadth apart. */
function nearEdge({geometry}: IsochroneFeature, [x, y]: [number, number]): boolean {
  return geometry.coordinates.some((polygon) =>
    polygon.some((ring) =>
      ring.some(([ax, ay], i) => {
        const [bx, by] = ring[i + 1] ?? ring[0]!;
        const square = (bx - ax) ** 2 + (by - ay) ** 2;
        const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) < 3e-6;
      }),
    ),
  );
}
