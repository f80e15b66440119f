import {describe, expect, it} from 'vitest';
import {changeStreets} from '../../../../src/core/graph/changes/change-streets.ts';
import {edgesAlong} from '../../../../src/core/graph/changes/edges-along.ts';
import {edgesNamed, Junctions, stretchOf} from '../../../../src/core/graph/changes/find-street.ts';
import type {Line, StreetChange} from '../../../../src/core/graph/changes/street-change.ts';
import {METRES_PER_DEGREE} from '../../../../src/core/graph/metres.ts';
import {modeGraph} from '../../../../src/core/graph/mode-graph.ts';
import {packNetwork, unpackNetwork} from '../../../../src/core/graph/pack-network.ts';
import {type Snap, snap} from '../../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../../src/core/graph/speeds.ts';
import {
  DEGREE,
  nameAt,
  STREET_MODES,
  type StreetMode,
  type StreetNetwork,
  USE,
  usage,
} from '../../../../src/core/graph/street-network.ts';
import {timesToPlace} from '../../../../src/core/graph/times-to-place.ts';
import {UNREACHED} from '../../../../src/core/graph/travel-times.ts';
import {drain} from '../../../../src/core/job.ts';
import {seeded} from '../../random-town.ts';
import {Oracle} from '../oracle.ts';
import {randomStreets} from '../random-streets.ts';
import {hasRealData, RUTLAND, readReal, readText} from '../real-streets.ts';

const settings = {...defaultSpeedSettings(), furthestAccessMetres: 400};
const north = (metres: number) => 52.6 + metres / METRES_PER_DEGREE;
const east = (metres: number, lat: number) => -0.7 + metres / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
const node = (id: number, lng: number, lat: number) => `<node id="${id}" lat="${lat}" lon="${lng}"/>`;
const way = (id: number, refs: number[], tags: Record<string, string>) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('')}</way>`;

/** The village of the methods. */
const village =
  readText(`<osm>${node(1, -0.7, north(0))}${node(2, -0.7, north(1000))}${node(3, -0.7, north(1500))}${node(4, east(300, north(1000)), north(1000))}
  ${way(10, [1, 2, 3], {highway: 'secondary', name: 'Main Road', maxspeed: '40 mph'})}
  ${way(11, [2, 4], {highway: 'residential', name: 'School Lane'})}</osm>`).network;

function seconds(network: StreetNetwork, mode: StreetMode): number {
  const graph = drain(modeGraph(network, mode, defaultSpeedSettings()));
  const area = snap(graph, east(-80, north(250)), north(250));
  const site = snap(graph, east(200, north(1000)), north(1040));
  return drain(timesToPlace(graph, site, [area], 3600)).seconds[0]!;
}

const stretch = (network: StreetNetwork, name: string) => stretchOf(network, edgesNamed(network, name));
const closed = (of: ReturnType<typeof stretch>, modes: readonly StreetMode[] = STREET_MODES): StreetChange => ({
  kind: 'closed',
  modes,
  ...of,
});

describe('the worked example of the methods', () => {
  it('a lane closed to cars: they are left on Main Road, on foot all is as before', () => {
    const {network, changed} = changeStreets(village, [closed(stretch(village, 'School Lane'), ['drive'])]);
    expect(changed).toEqual([{edges: 1, metres: 300, joins: 0}]);
    expect(seconds(network, 'drive')).toBe(259);
    expect(seconds(network, 'walk')).toBe(803);
    expect(seconds(village, 'drive')).toBe(164);
  });

  it('a road limited to 20 mph', () => {
    const {network} = changeStreets(village, [{kind: 'speed', kmh: 20 * 1.609344, ...stretch(village, 'main road')}]);
    expect(seconds(network, 'drive')).toBe(211);
    expect(seconds(network, 'walk')).toBe(803);
  });

  it('a new street joins both its ends, and is no quicker', () => {
    const line: Line = [
      [-0.7, north(0)],
      [east(300, north(1000)), north(1000)],
    ];
    const {network, changed} = changeStreets(village, [
      {kind: 'added', line, class: 'residential', kmh: 0, name: 'New Road'},
    ]);
    expect(changed[0]).toMatchObject({edges: 1, joins: 2});
    expect(changed[0]!.metres).toBeCloseTo(1044.1, 0);
    expect(seconds(network, 'drive')).toBe(164);
    expect(edgesNamed(network, 'new road')).toHaveLength(1);
  });
});

describe('a street that is added one way', () => {
  // From Main Road to the lane on the other side of where they meet: a corner cut.
  const line: Line = [
    [-0.7, north(500)],
    [east(200, north(1000)), north(1000)],
  ];
  const added = (along: Line, oneWay: boolean) =>
    changeStreets(village, [{kind: 'added', line: along, class: 'primary', kmh: 112, name: 'Bypass', oneWay}]).network;

  it('is as quick as one that leads both ways for those who go as it is drawn, and no use to those who go back', () => {
    const both = seconds(added(line, false), 'drive');
    expect(both).toBeLessThan(164);
    expect(seconds(added(line, true), 'drive')).toBe(both);
    // A few seconds more than without it: the lane has another junction.
    expect(seconds(added(line.toReversed(), true), 'drive')).toBeGreaterThanOrEqual(164);
    const onFoot = seconds(added(line, false), 'walk');
    expect(onFoot).toBeLessThan(803);
    expect(seconds(added(line.toReversed(), true), 'walk'), 'people on foot go both ways').toBe(onFoot);
  });

  it('is so for cars and cycles', () => {
    const network = added(line, true);
    for (const edge of edgesNamed(network, 'Bypass'))
      expect(STREET_MODES.map((mode, at) => [mode, usage(network.edgeUse[edge]!, at, 1)])).toEqual(
        STREET_MODES.map((mode) => [mode, mode === 'walk' ? USE.yes : USE.no]),
      );
  });
});

describe('a network without changes', () => {
  it('is given back as it is, and one with changes leaves it as it was', () => {
    const before = packNetwork(village).map(({bytes}) => [...bytes].join());
    expect(changeStreets(village, []).network).toBe(village);
    changeStreets(village, [closed(stretch(village, 'Main Road'))]);
    expect(packNetwork(village).map(({bytes}) => [...bytes].join())).toEqual(before);
  });
});

describe('closing', () => {
  it('gives what an independent search gives without the edges, on random networks', () => {
    let differing = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const network = randomStreets(seed);
      const next = seeded(seed + 77);
      const edges = [...network.edgeFrom.keys()].filter(() => next() < 0.25);
      if (edges.length === 0) continue;
      const along = edgesAlong(network, stretchOf(network, edges));
      // Every edge meant is found; another lies on the same line only where the streets do.
      for (const edge of edges) expect(along, `seed ${seed}`).toContain(edge);
      const mode = STREET_MODES[seed % 3]!;
      const change = changeStreets(network, [closed(stretchOf(network, edges))]).network;
      const without = {...network, edgeUse: network.edgeUse.map((use, edge) => (along.includes(edge) ? 0 : use))};
      const graph = drain(modeGraph(change, mode, settings));
      const oracle = new Oracle(without, mode, settings);
      const places = Array.from({length: 4}, () => snap(graph, -0.702 + next() * 0.016, 52.598 + next() * 0.013));
      for (const from of places) {
        const costs = oracle.costs(from, places);
        places.forEach((to, at) => {
          const got = drain(timesToPlace(graph, to, [from], 60_000)).seconds[0];
          const cost = costs[at];
          const want = cost
            ? Math.floor((cost.ds + from.accessDeciseconds + to.accessDeciseconds + 5) / 10)
            : UNREACHED;
          expect(got, `seed ${seed}`).toBe(want);
          if (want !== UNREACHED) differing++;
        });
      }
    }
    expect(differing).toBeGreaterThan(100);
  });
});

describe('adding', () => {
  it('a dead end changes no journey by more than the rounding of what it cuts, turns forbidden included', () => {
    let compared = 0;
    let cuts = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const network = randomStreets(seed);
      const next = seeded(seed + 5);
      const edge = Math.floor(next() * network.edgeFrom.length);
      const [a, b] = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
      const middle: [number, number] = [
        (network.vertexLng[a]! + network.vertexLng[b]!) / 2 / DEGREE,
        (network.vertexLat[a]! + network.vertexLat[b]!) / 2 / DEGREE,
      ];
      // Only on foot and by cycle: to cars a new side street is a junction, and turning there costs time.
      const mode = STREET_MODES[1 + (seed % 2)]!;
      const {network: grown, changed} = changeStreets(network, [
        {kind: 'added', line: [middle, [middle[0] + 0.03, middle[1] + 0.03]], class: 'cycleway', kmh: 0, name: ''},
      ]);
      unpackNetwork(packNetwork(grown));
      cuts += changed[0]!.joins;
      const before = drain(modeGraph(network, mode, settings));
      const after = drain(modeGraph(grown, mode, settings));
      const places = Array.from({length: 4}, (): [number, number] => [
        -0.702 + next() * 0.016,
        52.598 + next() * 0.013,
      ]);
      const inCore = new Set(after.vertexOf.subarray(0, after.coreNodes));
      // Of these few streets another part may be the largest now: then everything is another question.
      if (!before.vertexOf.subarray(0, before.coreNodes).every((vertex) => inCore.has(vertex))) continue;
      const both = places.map((at) => [before, after].map((graph) => snap(graph, ...at)) as [Snap, Snap]);
      // The new street itself may be nearer to a place than what was nearest before.
      const same = both.filter(([was, is]) => was.onLng === is.onLng && was.onLat === is.onLat);
      for (const from of same)
        for (const to of same) {
          const [was, is] = [before, after].map(
            (graph, at) => drain(timesToPlace(graph, to[at]!, [from[at]!], 60_000)).seconds[0]!,
          );
          compared++;
          if (was !== UNREACHED) expect(Math.abs(is! - was!), `seed ${seed}`).toBeLessThanOrEqual(1);
        }
    }
    expect(compared).toBeGreaterThan(500);
    expect(cuts).toBeGreaterThan(50);
  });

  it('crosses a street without joining it where it has no point on it, and joins it where it has', () => {
    const across = (middle: readonly [number, number][]): StreetChange => ({
      kind: 'added',
      line: [[east(-300, north(500)), north(500)], ...middle, [east(300, north(500)), north(500)]],
      class: 'residential',
      kmh: 48,
      name: 'Cross Street',
    });
    expect(changeStreets(village, [across([])]).changed[0]).toMatchObject({edges: 1, joins: 0});
    const {network, changed} = changeStreets(village, [across([[-0.7, north(500)]])]);
    expect(changed[0]).toMatchObject({edges: 2, joins: 1});
    // Main Road is two pieces more, of together the same length.
    const main = edgesNamed(network, 'Main Road');
    expect(main.reduce((sum, edge) => sum + network.edgeDecimetres[edge]!, 0)).toBe(
      edgesNamed(village, 'Main Road').reduce((sum, edge) => sum + village.edgeDecimetres[edge]!, 0),
    );
    expect(main.length).toBe(edgesNamed(village, 'Main Road').length + 1);
  });

  it('a street that is closed stays closed where a new one cuts it', () => {
    const {network} = changeStreets(village, [
      closed(stretch(village, 'Main Road')),
      {
        kind: 'added',
        line: [
          [-0.7, north(500)],
          [east(200, north(500)), north(500)],
        ],
        class: 'residential',
        kmh: 0,
        name: 'Side Street',
      },
    ]);
    for (const edge of edgesNamed(network, 'Main Road')) expect(network.edgeUse[edge]).toBe(0);
  });

  it('leads a forbidden turn over the pieces of a street that it cuts', () => {
    const network =
      readText(`<osm>${node(1, -0.7, north(0))}${node(2, -0.7, north(400))}${node(3, -0.7, north(800))}${node(4, east(400, north(400)), north(400))}
      ${way(1, [1, 2], {highway: 'residential', name: 'South'})}${way(2, [2, 3], {highway: 'residential', name: 'North'})}${way(3, [2, 4], {highway: 'residential', name: 'East'})}
      <relation id="1"><member type="way" ref="1" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="3" role="to"/><tag k="type" v="restriction"/><tag k="restriction" v="no_right_turn"/></relation></osm>`).network;
    expect(network.turnKind).toHaveLength(1);
    const spur = (at: [number, number]): StreetChange => ({
      kind: 'added',
      line: [at, [at[0] - 0.003, at[1]]],
      class: 'residential',
      kmh: 0,
      name: 'Spur',
    });
    const {network: grown} = changeStreets(network, [spur([-0.7, north(200)])]);
    const run = [...grown.turnEdges].map((arc) => [grown.edgeFrom[arc >> 1], grown.edgeTo[arc >> 1]]);
    // The piece of South that the turn is made from is the one that ends at the junction.
    const junction = network.edgeTo[0];
    expect(run[0]!).toContain(junction);
    expect(run[1]!).toContain(junction);
    expect(run[0]![0]).not.toBe(0);
  });
});

describe('finding a street', () => {
  it('between two others, the shortest way along it', () => {
    const junctions = new Junctions(village);
    const main = edgesNamed(village, 'MAIN ROAD');
    const lane = new Set(edgesNamed(village, 'School Lane'));
    expect(junctions.crossing(main)).toEqual(['School Lane']);
    expect(junctions.between(main, lane, lane)).toEqual([]);
    expect(junctions.stretch(main[0]!)).toEqual([main[0]]);
  });
});

describe.skipIf(!hasRealData)('Rutland (skipped where the folder of real data is absent)', () => {
  it('a stretch taken from a network is found in it again, edge by edge', () => {
    const {network} = readReal(RUTLAND);
    const names = Array.from({length: network.nameFirst.length - 2}, (_, n) => nameAt(network, n + 1));
    for (const name of names.filter((_, n) => n % 100 === 0)) {
      const edges = edgesNamed(network, name);
      expect(edges.length).toBeGreaterThan(0);
      const along = edgesAlong(network, stretchOf(network, edges));
      expect(along).toEqual(expect.arrayContaining(edges));
      expect(along.length - edges.length).toBeLessThanOrEqual(edges.length / 10);
    }
  });
});
