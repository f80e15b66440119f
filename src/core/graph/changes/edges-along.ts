/** The edges that a stretch of street is made of, found by where it runs. */
import {METRES_PER_DEGREE} from '../metres.ts';
import {DEGREE, eachPoint, type StreetNetwork} from '../street-network.ts';
import type {Line, Stretch} from './street-change.ts';

/** An edge whose every point is this close to the line is part of it, whatever it is called now. */
const SAME_METRES = 1;
/** An edge of the same way of OpenStreetMap may have been moved so far when somebody drew it better. */
const MOVED_METRES = 25;
/** Into so many parts each straight piece of an edge is divided to look at what lies between its ends. */
const PARTS = 4;

/**
 * In order of their numbers. The same streets give the very edges that the line was taken from, also where an added street
 * has cut one in two since; a newer edition gives those that still run there. None, where the street is gone.
 */
export function edgesAlong(network: StreetNetwork, {lines, ways}: Stretch): number[] {
  const isWay = new Set(ways);
  const box = boxAround(lines, MOVED_METRES);
  const {edgeFrom, edgeTo, edgeWay, vertexLng, vertexLat} = network;
  const found: number[] = [];
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const from = edgeFrom[edge]!;
    if (!box(vertexLng[from]!, vertexLat[from]!)) continue;
    const to = edgeTo[edge]!;
    if (!box(vertexLng[to]!, vertexLat[to]!)) continue;
    if (furthest(network, edge, lines) <= (isWay.has(edgeWay[edge]!) ? MOVED_METRES : SAME_METRES)) found.push(edge);
  }
  return found;
}

function boxAround(lines: readonly Line[], metres: number): (lng: number, lat: number) => boolean {
  const all = lines.flat();
  const lat = metres / METRES_PER_DEGREE;
  const lng = lat / Math.max(0.01, Math.cos(((all[0]?.[1] ?? 0) * Math.PI) / 180));
  const [west, east] = [Math.min(...all.map(([x]) => x)) - lng, Math.max(...all.map(([x]) => x)) + lng];
  const [south, north] = [Math.min(...all.map(([, y]) => y)) - lat, Math.max(...all.map(([, y]) => y)) + lat];
  return (x, y) => x >= west * DEGREE && x <= east * DEGREE && y >= south * DEGREE && y <= north * DEGREE;
}

/**
 * How far the edge's furthest point is from the lines, in metres. Points between its bends are looked at too: a short cut
 * from one bend of a street to another has both its ends on it.
 */
function furthest(network: StreetNetwork, edge: number, lines: readonly Line[]): number {
  let most = 0;
  let before: readonly [number, number] | null = null;
  const look = (lng: number, lat: number) => {
    most = Math.max(most, Math.min(...lines.map((line) => metresFromLine(line, lng, lat))));
  };
  eachPoint(network, edge, (lng, lat) => {
    if (most > MOVED_METRES) return;
    look(lng, lat);
    for (let part = 1; before && part < PARTS; part++) {
      const share = part / PARTS;
      look(before[0] + share * (lng - before[0]), before[1] + share * (lat - before[1]));
    }
    before = [lng, lat];
  });
  return most;
}

/** From a point to the nearest of a line, on the plane that touches the Earth there. */
export function metresFromLine(line: Line, lng: number, lat: number): number {
  const lngMetres = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let best = Infinity;
  for (let i = 0; i < line.length; i++) {
    const [aLng, aLat] = line[Math.max(0, i - 1)]!;
    const [bLng, bLat] = line[i]!;
    const [ax, ay] = [(aLng - lng) * lngMetres, (aLat - lat) * METRES_PER_DEGREE];
    const [dx, dy] = [(bLng - aLng) * lngMetres, (bLat - aLat) * METRES_PER_DEGREE];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
    best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return best;
}
