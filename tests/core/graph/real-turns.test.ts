import {describe, expect, it} from 'vitest';
import {modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {routeBetween} from '../../../src/core/graph/route.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import type {StreetNetwork} from '../../../src/core/graph/street-network.ts';
import {drain} from '../../../src/core/job.ts';
import {hasRealData, NEWPORT, RUTLAND, readReal} from './real-streets.ts';

type Point = [lng: number, lat: number];

/** Turns that signs forbid, each from the middle of the street one comes by to the middle of the one that it leads to. */
const FORBIDDEN: {place: string; file: string; turns: [string, Point, Point, without: number, kept: number][]}[] = [
  {
    place: 'Rutland',
    file: RUTLAND,
    turns: [
      ['Cold Overton Road into Barleythorpe Road, by the slip', [-0.73464, 52.67106], [-0.7346, 52.67115], 14, 122],
      ['Barleythorpe Road into Cold Overton Road', [-0.73449, 52.67109], [-0.73451, 52.67114], 8, 279],
      ['Cold Overton Road into Barleythorpe Road, from the south', [-0.73441, 52.67112], [-0.73449, 52.67109], 9, 207],
    ],
  },
  {
    place: 'Newport',
    file: NEWPORT,
    turns: [
      ['Caerau Road into Clytha Park Road', [-3.00369, 51.58693], [-3.00307, 51.58715], 55, 328],
      ['Tunnel Terrace into Clytha Park Road', [-3.00251, 51.58719], [-3.0024, 51.58723], 12, 414],
      ['Western Avenue into Glasllwch Crescent', [-3.03386, 51.58403], [-3.03204, 51.58387], 142, 536],
    ],
  },
];

describe.skipIf(!hasRealData)('a real turn that is forbidden (skipped where the folder of real data is absent)', () => {
  it.each(FORBIDDEN)('is not made in $place: the way goes round, as far as it must', ({file, turns}) => {
    const {network} = readReal(file);
    const free: StreetNetwork = {
      ...network,
      turnKind: new Uint8Array(0),
      turnModes: new Uint8Array(0),
      turnFirst: new Uint32Array(1),
      turnEdges: new Uint32Array(0),
    };
    const [kept, without] = [network, free].map((each) => drain(modeGraph(each, 'drive', defaultSpeedSettings())));
    for (const [turn, from, to, free_, round] of turns) {
      const metres = [without!, kept!].map(
        (graph) => drain(routeBetween(graph, snap(graph, ...from), snap(graph, ...to)))!.metres,
      );
      expect(Math.abs(metres[0]! - free_), turn).toBeLessThanOrEqual(2);
      expect(Math.abs(metres[1]! - round), turn).toBeLessThanOrEqual(2);
    }
  });
});
