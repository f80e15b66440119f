/** The nearest point along any edge that a mode may begin or end at. */
import Flatbush from 'flatbush';
import {METRES_PER_DEGREE, metresBetween} from './metres.ts';
import type {ModeGraph} from './mode-graph.ts';
import {DEGREE, eachPoint} from './street-network.ts';

export interface PointOnEdge {
  edge: number;
  /** How far along its line the point lies, 0 at its `from` vertex and 1 at its `to`. */
  fraction: number;
  lng: number;
  lat: number;
  /** As the crow flies from the point asked about. */
  metres: number;
}

/** Nearest within `within` metres, or `undefined`. Of equally near edges the one read first. */
export function nearestOnEdge(graph: ModeGraph, lng: number, lat: number, within: number): PointOnEdge | undefined {
  if (graph.boxEdge.length === 0) return undefined;
  const index = Flatbush.from(graph.boxes);
  const lngMetres = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  // Boxes that a circle of this radius could touch hold every edge within it, so the best of them is the best of all
  // once it lies inside the circle.
  for (let radius = Math.min(60, within); ; radius = Math.min(radius * 4, within)) {
    const dLng = (radius / Math.max(lngMetres, 1)) * DEGREE + 1;
    const dLat = (radius / METRES_PER_DEGREE) * DEGREE + 1;
    const found = index.search(lng * DEGREE - dLng, lat * DEGREE - dLat, lng * DEGREE + dLng, lat * DEGREE + dLat);
    let best: PointOnEdge | undefined;
    for (const edge of found.map((i) => graph.boxEdge[i]!).sort((a, b) => a - b)) {
      const point = nearestAlong(graph, edge, lng, lat, lngMetres);
      if (point.metres <= radius && (best === undefined || point.metres < best.metres)) best = point;
    }
    if (best !== undefined || radius >= within) return best;
  }
}

/** The point of one edge nearest to a place. On the plane that touches the Earth there, which is exact enough nearby. */
export function nearestAlong(graph: ModeGraph, edge: number, lng: number, lat: number, lngMetres: number): PointOnEdge {
  let best = Infinity;
  let bestLng = 0;
  let bestLat = 0;
  let bestAlong = 0;
  let along = 0;
  let beforeLng = Number.NaN;
  let beforeLat = 0;
  eachPoint(graph.network, edge, (nextLng, nextLat) => {
    if (!Number.isNaN(beforeLng)) {
      const ax = (beforeLng - lng) * lngMetres;
      const ay = (beforeLat - lat) * METRES_PER_DEGREE;
      const dx = (nextLng - beforeLng) * lngMetres;
      const dy = (nextLat - beforeLat) * METRES_PER_DEGREE;
      const square = dx * dx + dy * dy;
      const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
      const x = ax + t * dx;
      const y = ay + t * dy;
      const length = metresBetween(beforeLng, beforeLat, nextLng, nextLat);
      const distance = x * x + y * y;
      if (distance < best) {
        best = distance;
        bestLng = beforeLng + t * (nextLng - beforeLng);
        bestLat = beforeLat + t * (nextLat - beforeLat);
        bestAlong = along + t * length;
      }
      along += length;
    }
    beforeLng = nextLng;
    beforeLat = nextLat;
  });
  return {
    edge,
    fraction: along === 0 ? 0 : Math.max(0, Math.min(1, bestAlong / along)),
    lng: bestLng,
    lat: bestLat,
    metres: metresBetween(lng, lat, bestLng, bestLat),
  };
}

/** Edges with a box around this point: of these are all that end at a vertex standing there. */
export function edgesAround(graph: ModeGraph, vertex: number): number[] {
  const lng = graph.network.vertexLng[vertex]!;
  const lat = graph.network.vertexLat[vertex]!;
  return Flatbush.from(graph.boxes)
    .search(lng, lat, lng, lat)
    .map((i) => graph.boxEdge[i]!)
    .sort((a, b) => a - b);
}
