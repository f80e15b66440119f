import {describe, expect, it} from 'vitest';
import {kmhAlong} from '../../../src/core/graph/edge-time.ts';
import {HIGHWAY_CLASSES} from '../../../src/core/graph/highway-class.ts';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {routeBetween} from '../../../src/core/graph/route.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings, defaultSpeeds, STEP_FREE_KMH} from '../../../src/core/graph/speeds.ts';
import {drain} from '../../../src/core/job.ts';
import {readText} from './real-streets.ts';

const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
const node = (id: number, lng: number, lat: number, tags = '') =>
  `<node id="${id}" lat="${lat}" lon="${lng}">${tags}</node>`;
const way = (id: number, refs: number[], ...tags: string[]) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags.join('')}</way>`;

describe('walking without steps', () => {
  // From 1 to 2 by steps, or by a ramp three times as long.
  const streets = (short: string, ramp = '') =>
    readText(`<osm>${node(1, -0.7, 52.6)}${node(2, -0.7, 52.601)}${node(3, -0.6995, 52.6005, ramp)}${node(4, -0.6985, 52.6005)}${node(5, -0.7, 52.5995)}${node(6, -0.7, 52.6015)}
      ${way(1, [5, 1], tag('highway', 'footway'))}${way(2, [1, 2], short)}${way(3, [1, 3, 4, 2], tag('highway', 'footway'))}${way(4, [2, 6], tag('highway', 'footway'))}</osm>`)
      .network;
  const metres = (network: ReturnType<typeof streets>, stepFreeKmh: number) => {
    const graph = drain(modeGraph(network, 'walk', {...defaultSpeedSettings(), stepFreeKmh, furthestAccessMetres: 30}));
    const route = drain(routeBetween(graph, snap(graph, -0.7, 52.5996), snap(graph, -0.7, 52.6014)));
    return route && {metres: route.metres, kmh: (route.metres / route.seconds) * 3.6};
  };

  it('goes round by the ramp, slower; everyone else takes the steps', () => {
    const all = metres(streets(tag('highway', 'steps')), 0)!;
    const stepFree = metres(streets(tag('highway', 'steps')), STEP_FREE_KMH)!;
    expect(all.metres).toBe(200);
    expect(stepFree.metres).toBeGreaterThan(300);
    expect(stepFree.kmh).toBeCloseTo(STEP_FREE_KMH, 1);
  });

  it('goes round whatever is tagged wheelchair=no', () => {
    expect(metres(streets(tag('highway', 'footway') + tag('wheelchair', 'no')), STEP_FREE_KMH)!.metres).toBeGreaterThan(
      300,
    );
  });

  it('does not pass a stile or a kissing gate, but does pass one that wheelchairs may use', () => {
    const steps = tag('highway', 'steps');
    expect(metres(streets(steps, tag('barrier', 'stile')), STEP_FREE_KMH)).toBeUndefined();
    expect(metres(streets(steps, tag('barrier', 'kissing_gate')), STEP_FREE_KMH)).toBeUndefined();
    expect(
      metres(streets(steps, tag('barrier', 'kissing_gate') + tag('wheelchair', 'yes')), STEP_FREE_KMH),
    ).toBeDefined();
    expect(metres(streets(steps, tag('barrier', 'stile')), 0)!.metres).toBe(200);
  });
});

describe('the speed of a car', () => {
  const kmh = (...tags: string[]) => {
    const {network} = readText(`<osm>${node(1, -0.7, 52.6)}${node(2, -0.7, 52.601)}${way(1, [1, 2], ...tags)}</osm>`);
    return Math.round(10 * kmhAlong(network, 0, 0, 'drive', defaultSpeedSettings())) / 10;
  };

  it.each<[string, string[], number]>([
    ['its class, where the limit is higher', [tag('highway', 'primary'), tag('maxspeed', '60 mph')], 72],
    ['nine tenths of the limit, where that is lower', [tag('highway', 'primary'), tag('maxspeed', '30 mph')], 43.5],
    ['its class, where no limit is tagged and nothing speaks of houses', [tag('highway', 'primary')], 72],
    ['nine tenths of 30 mph, where lamps stand along it', [tag('highway', 'primary'), tag('lit', 'yes')], 43.5],
    ['a ferry by its timetable', [tag('route', 'ferry'), tag('duration', '0:01')], 6.7],
  ])('is %s', (_, tags, expected) => {
    expect(kmh(...tags)).toBe(expected);
  });

  it('through a village is that of a built-up street, though only its side streets are tagged so', () => {
    const nodes =
      [1, 2, 3, 4].map((id) => node(id, -0.7, 52.6 + id * 0.001)).join('') +
      [12, 13].map((id) => node(id, -0.701, 52.6 + (id % 10) * 0.001)).join('');
    const side = (id: number, from: number) => way(id, [from, id], tag('highway', 'residential'));
    const {network} = readText(
      `<osm>${nodes}${way(1, [1, 2, 3, 4], tag('highway', 'primary'))}${side(12, 2)}${side(13, 3)}</osm>`,
    );
    const speeds = [0, 1, 2].map((edge) => Math.round(kmhAlong(network, edge, 0, 'drive', defaultSpeedSettings())));
    expect(speeds).toEqual([72, 43, 72]);
    // Half a mile from one side street to the next is open road.
    const far =
      [1, 2, 3, 4].map((id) => node(id, -0.7, 52.6 + id * 0.01)).join('') +
      [12, 13].map((id) => node(id, -0.701, 52.6 + (id % 10) * 0.01)).join('');
    const open = readText(
      `<osm>${far}${way(1, [1, 2, 3, 4], tag('highway', 'primary'))}${side(12, 2)}${side(13, 3)}</osm>`,
    ).network;
    expect([0, 1, 2].map((edge) => Math.round(kmhAlong(open, edge, 0, 'drive', defaultSpeedSettings())))).toEqual([
      72, 72, 72,
    ]);
  });
});

describe('the table of speeds', () => {
  it('has every class once, with a source for each figure', () => {
    expect(defaultSpeeds.map((row) => row.class)).toEqual([...HIGHWAY_CLASSES]);
    for (const {source} of defaultSpeeds) expect(source.length).toBeGreaterThan(20);
  });

  it('is given out fresh: editing one copy changes no other', () => {
    const mine = defaultSpeedSettings();
    mine.kmh.primary.drive = 1;
    mine.turns.across = 9;
    expect(defaultSpeedSettings().kmh.primary.drive).toBe(72);
    expect(defaultSpeedSettings().turns.across).toBe(5);
  });
});
