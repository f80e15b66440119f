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

import type {ModeGraph} from '../graph/mode-graph.ts';
import type {Reach} from '../graph/reach.ts';
import type {StreetMode} from '../graph/street-network.ts';
import {contour} from './contour.ts';
import {polygonsOf} from './rings.ts';
import {StreetTimes} from './street-times.ts';
import {emptyGrid, softened, spreadOver, type TimeGrid} from './time-grid.ts';

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
  const streets = new StreetTimes(graph, reach, most);
  if (streets.extent === undefined)
    return {type: 'FeatureCollection', features: bands.map((band) => feature(band, []))};
  const {metres, metresPerMinute, leastCell} = VERGE[graph.mode];
  const grid = emptyGrid(streets.extent, CELLS, leastCell, metres);
  streets.layOn(grid);
  // A verge narrower than the cells would break the shape into beads.
  const verge = Math.max(metres, 1.5 * grid.cellMetres);
  const furthest = verge + 3 * grid.cellMetres;
  spreadOver(grid, metresPerMinute);
  const times = softened(grid, grid.minutes, most + furthest / metresPerMinute);
  const off = softened(grid, grid.off, furthest);
  const late = new Float32Array(times.length);
  const overVerge = off;
  for (let i = 0; i < off.length; i++) overVerge[i] = (off[i]! - verge) / metresPerMinute;
  const features = bands.map((band) => {
    // Inside: in time, and not too far off the street. Both edges are smooth, and that of the verge is one for all bands.
    for (let i = 0; i < late.length; i++) late[i] = Math.max(times[i]! - band, overVerge[i]!);
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
