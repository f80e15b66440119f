import {describe, expect, it} from 'vitest';
import {METRES_PER_DEGREE, metresBetween} from '../../../src/core/graph/metres.ts';
import {type ModeGraph, modeGraph} from '../../../src/core/graph/mode-graph.ts';
import {snap} from '../../../src/core/graph/snap.ts';
import {defaultSpeedSettings} from '../../../src/core/graph/speeds.ts';
import {eachPoint, STREET_MODES} from '../../../src/core/graph/street-network.ts';
import {ARC} from '../../../src/core/graph/street-roles.ts';
import {drain} from '../../../src/core/job.ts';
import {seeded} from '../random-town.ts';
import {randomStreets} from './random-streets.ts';
import {readText} from './real-streets.ts';

const settings = {...defaultSpeedSettings(), furthestAccessMetres: 300};

/** Nearest by looking at a thousand points along every line. */
function nearestByLooking(graph: ModeGraph, lng: number, lat: number): number {
  let best = Infinity;
  for (let e = 0; e < graph.network.edgeFrom.length; e++) {
    if (graph.arcRole[2 * e] === ARC.unused && graph.arcRole[2 * e + 1] === ARC.unused) continue;
    const line: [number, number][] = [];
    eachPoint(graph.network, e, (x, y) => line.push([x, y]));
    for (let i = 0; i + 1 < line.length; i++) {
      for (let t = 0; t <= 1; t += 1 / 1000) {
        const x = line[i]![0] + t * (line[i + 1]![0] - line[i]![0]);
        const y = line[i]![1] + t * (line[i + 1]![1] - line[i]![1]);
        best = Math.min(best, metresBetween(lng, lat, x, y));
      }
    }
  }
  return best;
}

describe('where a place meets the streets', () => {
  it('is the nearest point along any street the mode may use, by looking at them all', () => {
    let snapped = 0;
    let far = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const graph = drain(modeGraph(randomStreets(seed), STREET_MODES[seed % 3]!, settings));
      const next = seeded(seed);
      for (let p = 0; p < 4; p++) {
        const lng = -0.706 + next() * 0.024;
        const lat = 52.596 + next() * 0.017;
        const at = snap(graph, lng, lat);
        const nearest = nearestByLooking(graph, lng, lat);
        if (at.reason === 'snapped') {
          // The points looked at stand up to a metre and a half apart.
          expect(Math.abs(at.accessMetres - nearest), `seed ${seed}`).toBeLessThan(1);
          snapped++;
        } else {
          expect(nearest).toBeGreaterThan(299.9);
          expect(at.reason).toBe(graph.boxEdge.length === 0 ? 'no-streets' : 'too-far');
          far++;
        }
      }
    }
    expect(snapped).toBeGreaterThan(150);
    expect(far).toBeGreaterThan(50);
  });

  // One street along a meridian, 1,000 m long, and a motorway and a footpath beside it.
  const step = 1000 / METRES_PER_DEGREE;
  const xml = (oneWay: string) => `<osm>
    <node id="1" lat="52.6" lon="-0.7"/><node id="2" lat="${52.6 + step}" lon="-0.7"/>
    <node id="3" lat="52.6" lon="-0.6995"/><node id="4" lat="${52.6 + step}" lon="-0.6995"/>
    <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/>${oneWay}</way>
    <way id="5"><nd ref="2"/><nd ref="1"/><tag k="highway" v="residential"/></way>
    <way id="2"><nd ref="3"/><nd ref="4"/><tag k="highway" v="motorway"/><tag k="oneway" v="no"/></way>
    <way id="3"><nd ref="1"/><nd ref="3"/><tag k="highway" v="residential"/></way>
    <way id="4"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/></way></osm>`;
  const graphOf = (text: string) => drain(modeGraph(readText(text).network, 'drive', settings));

  it('leaves both ways along the street, and the walk there is counted', () => {
    const graph = graphOf(xml(''));
    const west = 80 / (METRES_PER_DEGREE * Math.cos((52.6 * Math.PI) / 180));
    const at = snap(graph, -0.7 - west, 52.6 + 0.25 * step);
    expect(at.accessMetres).toBeCloseTo(80, 1);
    // 80 m at 4.8 km/h is a minute.
    expect(at.accessDeciseconds).toBe(600);
    expect(at.on[0]!.fraction).toBeCloseTo(0.25, 6);
    expect(new Set(at.leave.map(({decimetres}) => decimetres))).toEqual(new Set([2500, 7500]));
    expect(new Set(at.arrive.map(({decimetres}) => decimetres))).toEqual(new Set([2500, 7500]));
  });

  it('leaves only with the arrow of a one-way street, and is only arrived at with it', () => {
    const text = xml('<tag k="oneway" v="yes"/>').replace(/<way id="5">.*?<\/way>/, '');
    const graph = graphOf(text);
    const at = snap(graph, -0.7005, 52.6 + 0.25 * step);
    expect(new Set(at.leave.map(({decimetres}) => decimetres))).toEqual(new Set([7500]));
    expect(new Set(at.arrive.map(({decimetres}) => decimetres))).toEqual(new Set([2500]));
  });

  it('is never on a motorway, however near', () => {
    const at = snap(graphOf(xml('')), -0.6995, 52.6 + 0.5 * step);
    expect(at.onLng).toBeCloseTo(-0.7, 6);
  });

  it('at a junction leaves by every street there', () => {
    const at = snap(graphOf(xml('')), -0.7001, 52.6 - 0.0001);
    expect(at.on.length).toBe(3);
  });

  it('is nowhere, with the reason, where every street is too far or there is none', () => {
    expect(snap(graphOf(xml('')), -0.71, 52.6)).toMatchObject({reason: 'too-far', leave: [], arrive: [], onLng: -0.71});
    const paths = xml('').replaceAll('residential', 'footway').replaceAll('motorway', 'footway');
    expect(snap(graphOf(paths), -0.7, 52.6).reason).toBe('no-streets');
    expect(() => snap(graphOf(xml('')), 52.6, -97.3e3)).toThrow(RangeError);
  });
});
