/** A journey's streets as a line to draw and a list to read. */
import {metresBetween} from './metres.ts';
import type {ModeGraph} from './mode-graph.ts';
import type {Stretch} from './same-street.ts';
import type {Snap} from './snap.ts';
import {eachPoint, nameAt} from './street-network.ts';

export interface RouteStep {
  /** `access`: the straight walk between a place and its street, at either end. */
  kind: 'access' | 'street';
  /** Empty where the street has no name. */
  street: string;
  seconds: number;
  metres: number;
}

export type LinePoint = [number, number];

/** From place to place, longitude and latitude. */
export function lineOf(graph: ModeGraph, from: Snap, to: Snap, stretches: readonly Stretch[]): LinePoint[] {
  const line: LinePoint[] = [
    [from.lng, from.lat],
    [from.onLng, from.onLat],
  ];
  for (const stretch of stretches) line.push(...pointsAlong(graph, stretch));
  line.push([to.onLng, to.onLat], [to.lng, to.lat]);
  return line.filter((point, i) => i === 0 || point[0] !== line[i - 1]![0] || point[1] !== line[i - 1]![1]);
}

/** Streets of one name in a row are one step. Seconds of a step hold the turn into it. */
export function stepsOf(graph: ModeGraph, from: Snap, to: Snap, stretches: readonly Stretch[]): RouteStep[] {
  const steps: {kind: RouteStep['kind']; street: string; ds: number; dm: number}[] = [];
  const access = ({accessDeciseconds, accessDecimetres}: Snap) => ({
    kind: 'access' as const,
    street: '',
    ds: accessDeciseconds,
    dm: accessDecimetres,
  });
  if (from.accessDecimetres > 0) steps.push(access(from));
  for (const {arc, deciseconds, decimetres} of stretches) {
    const street = nameAt(graph.network, graph.network.edgeName[arc >> 1]!);
    const last = steps.at(-1);
    const ds = deciseconds * graph.timeFactor;
    if (last?.kind === 'street' && last.street === street) {
      last.ds += ds;
      last.dm += decimetres;
    } else steps.push({kind: 'street', street, ds, dm: decimetres});
  }
  if (to.accessDecimetres > 0) steps.push(access(to));
  return steps.map(({kind, street, ds, dm}) => ({
    kind,
    street,
    seconds: Math.round(ds / 10),
    metres: Math.round(dm / 10),
  }));
}

/** The points of a part of an edge in the order of travel. */
function pointsAlong(graph: ModeGraph, {arc, from, to}: Stretch): LinePoint[] {
  const points: LinePoint[] = [];
  eachPoint(graph.network, arc >> 1, (lng, lat) => points.push([lng, lat]));
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const metres = points.map((point, i) =>
    i === 0 ? 0 : metresBetween(points[i - 1]![0], points[i - 1]![1], point[0], point[1]),
  );
  const total = metres.reduce((sum, m) => sum + m, 0);
  const part: LinePoint[] = [];
  let along = 0;
  points.forEach((point, i) => {
    const before = along / (total || 1);
    along += metres[i]!;
    const here = along / (total || 1);
    for (const cut of [low, high]) {
      if (i > 0 && before < cut && cut < here)
        part.push(between(points[i - 1]!, point, (cut - before) / (here - before)));
    }
    if (here >= low && here <= high) part.push(point);
  });
  return (arc & 1) === 0 ? part : part.reverse();
}

function between([ax, ay]: LinePoint, [bx, by]: LinePoint, t: number): LinePoint {
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}
