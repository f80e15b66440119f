import {chance, smoothField} from './chance.ts';
import {layOut} from './layouts.ts';
import {BRIDGES, COAST, DOCKS, halfWidth, LIMIT, MARSH, PARK, RIVER, SEED, SETTLEMENTS} from './place.ts';
import {distance, footOn, isInside, type Line, type Point, stakes} from './plane.ts';
import {ROUTES} from './routes.ts';
import {Spaced} from './spaced.ts';

/**
 * One seed a street block: the ground nearer to a seed than to any other is its block (see blocks.ts).
 *
 * Roads, banks and shores come first, as pairs of seeds on either side, so that block edges run along them; then
 * each settlement lays out its rows or rings; then fields fill the rest.
 */
export type BlockSeed = {
  readonly at: Point;
  /** Position in SETTLEMENTS, or −1 in the country. */
  readonly home: number;
  readonly north: boolean;
  readonly use: 'homes' | 'work' | 'park' | 'marsh' | 'fields' | 'outside' | 'sea';
};

const EXTENT = {west: -13000, east: 10500, south: -14500, north: 13500};

export function sowBlocks(): BlockSeed[] {
  const next = chance(SEED);
  const points = new Spaced();
  const jitter = (p: Point, by: number): Point => [p[0] + (next() - 0.5) * by, p[1] + (next() - 0.5) * by];

  const abutments: number[] = [];
  for (const bridge of BRIDGES) {
    const {at, leftward, along} = nearestStake(RIVER, bridge);
    const off = halfWidth(at[0]) + 42;
    for (const side of [1, -1]) {
      for (const way of [38, -38]) {
        points.add(
          jitter(
            [
              at[0] + side * off * leftward[0] + way * leftward[1],
              at[1] + side * off * leftward[1] - way * leftward[0],
            ],
            0.8,
          ),
          0,
        );
      }
    }
    abutments.push(along);
  }
  for (const stake of stakes(RIVER, 84)) {
    if (abutments.every((along) => Math.abs(stake.along - along) > 105))
      points.pair(stake.at, stake.leftward, halfWidth(stake.at[0]) + 46, 30, (p) => jitter(p, 1));
  }
  for (const stake of stakes(COAST, 96)) points.pair(stake.at, stake.leftward, 62, 46, (p) => jitter(p, 3));
  for (const stake of stakes([...LIMIT, LIMIT[0]!], 300))
    points.pair(stake.at, stake.leftward, 130, 190, (p) => jitter(p, 60));
  for (const stake of stakes([...PARK, PARK[0]!], 84))
    points.pair(stake.at, stake.leftward, 40, 40, (p) => jitter(p, 4));
  for (const route of ROUTES) {
    for (const stake of stakes(route.line, 104)) {
      const built = homeOf(stake.at) !== -1;
      const spacing = built ? 42 : 88;
      if (nearWater(stake.at, 60) || (!built && Math.round(stake.along / 104) % 2 === 1)) continue;
      points.pair(stake.at, stake.leftward, spacing, spacing * 1.3, (p) => jitter(p, 6));
    }
  }
  SETTLEMENTS.forEach((settlement, index) => {
    for (const p of layOut(settlement, next)) {
      if (homeOf(p) === index && !nearWater(p, 0.72 * settlement.row))
        points.add(jitter(p, settlement.row * 0.16), settlement.row * 0.68);
    }
  });
  for (let tries = 0; tries < 60000; tries++) {
    const p: Point = [
      EXTENT.west + next() * (EXTENT.east - EXTENT.west),
      EXTENT.south + next() * (EXTENT.north - EXTENT.south),
    ];
    if (!points.isFree(p, 190) || homeOf(p) !== -1) continue;
    const gap = isInside(MARSH, p) ? 330 : Math.min(950, 190 + 0.3 * outskirts(p));
    if (!nearWater(p, 90)) points.add(p, gap);
  }
  return points.all.map(describe);
}

/** The settlement whose ground this is: those that lie close grow together, and the edge is ragged. */
export function homeOf(p: Point): number {
  let [pull, home, strongest] = [0, -1, 0];
  SETTLEMENTS.forEach((s, index) => {
    const [dx, dy] = [p[0] - s.at[0], p[1] - s.at[1]];
    const ratio = (s.radius * s.radius) / (dx * dx + dy * dy + 1);
    pull += ratio * ratio * ratio;
    if (ratio > strongest) [strongest, home] = [ratio, index];
  });
  if (pull < 1 + 0.75 * ragged(p[0], p[1]) || isInside(MARSH, p)) return -1;
  // A settlement keeps to its own bank.
  const north = isNorth(p);
  return NORTH[home] === north ? home : nearestOnBank(p, north);
}

const NORTH = SETTLEMENTS.map((s) => isNorth(s.at));

const ragged = smoothField(SEED + 7, 520);

/** Too near a bank or shore, whose own seeds stand `halfWidth + 46` and 62 metres off. */
function nearWater(p: Point, more: number): boolean {
  return footOn(RIVER, p).away < halfWidth(p[0]) + 46 + more || footOn(COAST, p).away < 62 + more;
}

function nearestOnBank(p: Point, north: boolean): number {
  let [best, ratio] = [-1, 0.55];
  SETTLEMENTS.forEach((s, index) => {
    const here = s.radius / (distance(s.at, p) + 1);
    if (NORTH[index] === north && here > ratio) [best, ratio] = [index, here];
  });
  return best;
}

function isNorth(p: Point): boolean {
  return footOn(RIVER, p).left;
}

function outskirts(p: Point): number {
  return Math.max(0, Math.min(...SETTLEMENTS.map((s) => distance(s.at, p) - s.radius)));
}

function describe(at: Point): BlockSeed {
  const home = homeOf(at);
  const north = isNorth(at);
  const sea = !footOn(COAST, at).left;
  const use = sea
    ? 'sea'
    : !isInside(LIMIT, at)
      ? 'outside'
      : isInside(MARSH, at)
        ? 'marsh'
        : isInside(PARK, at)
          ? 'park'
          : isInside(DOCKS, at)
            ? 'work'
            : home === -1
              ? 'fields'
              : 'homes';
  return {at, home: use === 'homes' || use === 'park' || use === 'work' ? home : -1, north, use};
}

function nearestStake(line: Line, p: Point) {
  return stakes(line, 10).reduce((a, b) => (distance(b.at, p) < distance(a.at, p) ? b : a));
}
