import {describe, expect, it} from 'vitest';
import {METRES_PER_DEGREE} from '../../../src/core/graph/metres.ts';
import {atTimeOfDay, modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings, type SpeedSettings} from '../../../src/core/graph/speeds.ts';
import type {StreetMode} from '../../../src/core/graph/street-network.ts';
import {timesFromPlace, timesToPlace} from '../../../src/core/graph/times-to-place.ts';
import {drain} from '../../../src/core/job.ts';
import {readText} from './real-streets.ts';

/**
 * docs/methods/streets.md: Main Road runs 1,500 m north from A past B to C; School Lane runs 300 m east from B to D.
 * The area lies 80 m west of Main Road, 250 m north of A; the site 40 m north of School Lane, 200 m east of B.
 */
const north = (metres: number) => 52.6 + metres / METRES_PER_DEGREE;
const east = (metres: number, lat: number) => -0.7 + metres / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
const node = (id: number, lng: number, lat: number) => `<node id="${id}" lat="${lat}" lon="${lng}"/>`;
const way = (id: number, refs: number[], tags: Record<string, string>) =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('')}</way>`;

const VILLAGE = `<osm>${node(1, -0.7, north(0))}${node(2, -0.7, north(1000))}${node(3, -0.7, north(1500))}${node(4, east(300, north(1000)), north(1000))}
  ${way(10, [1, 2, 3], {highway: 'secondary', name: 'Main Road', maxspeed: '40 mph'})}
  ${way(11, [2, 4], {highway: 'residential', name: 'School Lane'})}</osm>`;

function between(mode: StreetMode, settings: SpeedSettings = defaultSpeedSettings(), factor = 1) {
  const graph = atTimeOfDay(drain(modeGraph(readText(VILLAGE).network, mode, settings)), factor);
  const area = snap(graph, east(-80, north(250)), north(250));
  const site = snap(graph, east(200, north(1000)), north(1040));
  const there = drain(timesToPlace(graph, site, [area], 3600));
  const back = drain(timesFromPlace(graph, site, [area], 3600));
  return {there: [there.seconds[0], there.metres[0]], back: [back.seconds[0], back.metres[0]]};
}

describe('the worked example of the methods', () => {
  it('by car: 164 seconds and 1,070 metres there, one second more back', () => {
    expect(between('drive')).toEqual({there: [164, 1070], back: [165, 1070]});
  });

  it('on foot: 13 minutes 23 seconds', () => {
    expect(between('walk').there).toEqual([803, 1070]);
  });

  it('by cycle: 5 minutes 4 seconds', () => {
    expect(between('cycle').there).toEqual([304, 1070]);
  });

  it('by car in a morning peak that takes 1.3 times as long: the walks at either end take no longer', () => {
    expect(between('drive', defaultSpeedSettings(), 1.3).there).toEqual([186, 1070]);
    expect(between('drive', defaultSpeedSettings(), 1).there).toEqual([164, 1070]);
  });

  it('with every cost of a turn at nothing: five seconds less', () => {
    const settings = defaultSpeedSettings();
    for (const cost of ['near', 'across', 'giveWay'] as const) settings.turns[cost] = 0;
    expect(between('drive', settings)).toEqual({there: [159, 1070], back: [159, 1070]});
  });
});
