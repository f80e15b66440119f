/**
 * Isochrones: the ground from which a site is reached within so many minutes, as nested polygons to look at.
 *
 * Drawn from the times along every street, the parts of streets at the frontier included, spread a little way off the
 * street at a slow speed so that the shape is ground and not lines. The polygon of a larger time contains that of every
 * smaller one. It is a picture: who is within the minutes is answered by travel times (t ≤ T), never by these shapes, and
 * an isochrone is not a catchment, which is the areas that are nearest to a site.
 *
 * Cost: one pass over the streets reached and a few over about 60,000 cells; the cell is the accuracy of the frontier.
 */

import {metresBetween} from '../graph/metres.ts';
import type {ModeGraph} from '../graph/mode-graph.ts';
import type {Reach} from '../graph/reach.ts';
import {UNSEEN} from '../graph/search.ts';
import {eachPoint, type StreetMode} from '../graph/street-network.ts';
import {ARC} from '../graph/street-roles.ts';
import {contour} from './contour.ts';
import {polygonsOf} from './rings.ts';
import {emptyGrid, mark, softened, spreadOver, type TimeGrid} from './time-grid.ts';

export interface IsochroneFeature {
  type: 'Feature';
  properties: {minutes: number};
  geometry: {type: 'MultiPolygon'; coordinates: [number, number][][][]};
}

export interface IsochroneCollection {
  type: 'FeatureCollection';
  features: IsochroneFeature[];
}

/** How far off a street the shape reaches, and how fast: for the eye, see above. */
const VERGE: Record<StreetMode, {metres: number; metresPerMinute: number; leastCell: number}> = {
  drive: {metres: 500, metresPerMinute: 250, leastCell: 40},
  cycle: {metres: 300, metresPerMinute: 80, leastCell: 25},
  walk: {metres: 150, metresPerMinute: 30, leastCell: 12},
};

const CELLS = 60_000;

/** One feature for each of `minutes`, the largest first, so that they may be drawn in that order. */
export function isochrone(graph: ModeGraph, reach: Reach, minutes: readonly number[]): IsochroneCollection {
  const bands = [...new Set(minutes)].sort((a, b) => b - a);
  const most = bands[0];
  if (most === undefined) return {type: 'FeatureCollection', features: []};
  if (!bands.every((band) => band > 0))
    throw new RangeError(`Isochrones need minutes above 0, not ${bands.join(', ')}.`);
  const points = streetTimes(graph, reach, most);
  if (points.minutes.length === 0) return {type: 'FeatureCollection', features: bands.map((band) => feature(band, []))};
  const {metres, metresPerMinute, leastCell} = VERGE[graph.mode];
  const grid = emptyGrid(points.extent, CELLS, leastCell, metres);
  for (let i = 0; i < points.minutes.length; i++) mark(grid, points.lng[i]!, points.lat[i]!, points.minutes[i]!);
  // A verge narrower than the cells would break the shape into beads.
  const verge = Math.max(metres, 1.5 * grid.cellMetres);
  const furthest = verge + 3 * grid.cellMetres;
  spreadOver(grid, metresPerMinute);
  const times = softened(grid, grid.minutes, most + furthest / metresPerMinute);
  const off = softened(grid, grid.off, furthest);
  const features = bands.map((band) => {
    // Inside: in time, and not too far off the street. Both edges are smooth, and that of the verge is one for all bands.
    const late = times.map((minutes, i) => Math.max(minutes - band, (off[i]! - verge) / metresPerMinute));
    return feature(band, shapeOf(late, grid, verge));
  });
  return {type: 'FeatureCollection', features};
}

function feature(minutes: number, coordinates: [number, number][][][]): IsochroneFeature {
  return {type: 'Feature', properties: {minutes}, geometry: {type: 'MultiPolygon', coordinates}};
}

function shapeOf(late: Float32Array, grid: TimeGrid, verge: number): [number, number][][][] {
  const rings = contour(late, grid.columns, grid.rows, 0);
  const place = ([x, y]: [number, number]): [number, number] => [
    Math.round((grid.west + x * grid.lngStep) * 1e6) / 1e6,
    Math.round((grid.south + y * grid.latStep) * 1e6) / 1e6,
  ];
  // Specks of a few cells are the grid's and not the ground's; the middle of a field between streets that are reached is
  // left out only where it is wider than a few verges.
  return polygonsOf(rings, 3, Math.max(3, (3 * verge * verge) / grid.cellMetres ** 2)).map((polygon) =>
    polygon.map((ring) => ring.map(place)),
  );
}

interface StreetTimes {
  lng: number[];
  lat: number[];
  minutes: number[];
  extent: [number, number, number, number];
}

/** Points along every street that is reached in time, close enough together that no cell between them stays empty. */
function streetTimes(graph: ModeGraph, reach: Reach, most: number): StreetTimes {
  const times: StreetTimes = {lng: [], lat: [], minutes: [], extent: [Infinity, Infinity, -Infinity, -Infinity]};
  const {network, arcRole, arcHead} = graph;
  const takes = (arc: number) => graph.arcDeciseconds[arc]! * graph.timeFactor;
  const spacing = VERGE[graph.mode].leastCell;
  const onPlace = new Map(reach.place.on.map(({edge, fraction}) => [edge, fraction]));
  const toEnd = (arc: number) => (arcRole[arc] === ARC.unused ? UNSEEN : reach.deciseconds[arcHead[arc]!]!);
  for (let edge = 0; edge < network.edgeFrom.length; edge++) {
    const there = toEnd(2 * edge);
    const back = toEnd(2 * edge + 1);
    const at = onPlace.get(edge);
    if (there === UNSEEN && back === UNSEEN && at === undefined) continue;
    const length = network.edgeDecimetres[edge]! / 10;
    const timeAt = (share: number): number => {
      let ds = Math.min(
        there === UNSEEN ? Infinity : there + (1 - share) * takes(2 * edge),
        back === UNSEEN ? Infinity : back + share * takes(2 * edge + 1),
      );
      if (at !== undefined) {
        const arc = 2 * edge + (share <= at ? 0 : 1);
        if (arcRole[arc] !== ARC.unused)
          ds = Math.min(ds, reach.place.accessDeciseconds + Math.abs(at - share) * takes(arc));
      }
      return ds / 600;
    };
    alongEvery(graph, edge, length, spacing, (lng, lat, share) => {
      const minutes = timeAt(share);
      if (minutes > most) return;
      times.lng.push(lng);
      times.lat.push(lat);
      times.minutes.push(minutes);
      const {extent} = times;
      if (lng < extent[0]) extent[0] = lng;
      if (lat < extent[1]) extent[1] = lat;
      if (lng > extent[2]) extent[2] = lng;
      if (lat > extent[3]) extent[3] = lat;
    });
  }
  return times;
}

/** Calls `point` at every corner of an edge's line and often enough between, with the share of its length. */
function alongEvery(
  graph: ModeGraph,
  edge: number,
  length: number,
  spacing: number,
  point: (lng: number, lat: number, share: number) => void,
): void {
  let beforeLng = Number.NaN;
  let beforeLat = 0;
  let along = 0;
  eachPoint(graph.network, edge, (lng, lat) => {
    if (!Number.isNaN(beforeLng)) {
      const metres = metresBetween(beforeLng, beforeLat, lng, lat);
      const parts = Math.max(1, Math.ceil(metres / spacing));
      for (let p = 1; p < parts; p++) {
        const t = p / parts;
        point(beforeLng + t * (lng - beforeLng), beforeLat + t * (lat - beforeLat), share(along + t * metres, length));
      }
      along += metres;
    }
    point(lng, lat, share(along, length));
    beforeLng = lng;
    beforeLat = lat;
  });
}

function share(along: number, length: number): number {
  return length === 0 ? 0 : Math.min(1, along / length);
}
