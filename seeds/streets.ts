import {type Blocks, isDivide, isLand} from './blocks.ts';
import {chance} from './chance.ts';
import {drawToLines, halves, nearest, path} from './main-roads.ts';
import {BRIDGES, SEED} from './place.ts';
import {distance} from './plane.ts';
import {dropStrays, layOneWays} from './reach.ts';
import {ROUTES} from './routes.ts';
import {layFringe, layLanes, layPromenade, layResidential} from './side-streets.ts';
import {isBuilt, isDrivable, RANK, type Street} from './street.ts';

/**
 * Which block edges are streets, and of what kind. Main roads first, then a web of residential streets in which
 * every home can be reached by car, with some edges left to those on foot: that is why walking and driving differ.
 */
export type Streets = {
  readonly all: readonly Street[];
  readonly at: ReadonlyMap<number, Street>;
  readonly market: number;
};

export function layStreets(blocks: Blocks): Streets {
  const next = chance(SEED + 20);
  const at = new Map<number, Street>();
  const water = new Set<number>();
  const shore = new Set<number>();
  blocks.edges.forEach((e, i) => {
    if (!isDivide(blocks, i)) return;
    const coast = [e.left, e.right].some((b) => blocks.seeds[b]!.use === 'sea');
    const outside = !coast && [e.left, e.right].some((b) => blocks.seeds[b]!.use === 'outside');
    for (const c of [e.a, e.b])
      if (coast) shore.add(c);
      else if (!outside) water.add(c);
  });
  const bridges = new Set(BRIDGES.map((p) => nearest([...water], (c) => distance(blocks.corners[c]!, p))));
  const usable = (i: number) => {
    const e = blocks.edges[i]!;
    const dry = (c: number) => !shore.has(c) && (!water.has(c) || bridges.has(c));
    return (
      !isDivide(blocks, i) && isLand(blocks.seeds[e.left]!) && isLand(blocks.seeds[e.right]!) && dry(e.a) && dry(e.b)
    );
  };

  for (const route of ROUTES) {
    const onRoad = new Set([...at.keys()].flatMap((i) => [blocks.edges[i]!.a, blocks.edges[i]!.b]));
    for (const {edge, forward} of halves(route.line).flatMap((line) => path(blocks, line, usable, onRoad))) {
      const held = at.get(edge);
      if (held && (RANK.indexOf(held.class) <= RANK.indexOf(route.class) || !isDrivable(route.class))) continue;
      const e = blocks.edges[edge]!;
      const bridge = bridges.has(e.a) || bridges.has(e.b) ? {bridge: true as const} : {};
      const built = isBuilt(blocks, e) || bridge.bridge;
      at.set(edge, {
        edge,
        class: route.class,
        name: route.name,
        speed: built ? route.inside : route.outside,
        oneWay: route.oneWay ? (forward ? 1 : -1) : 0,
        ...bridge,
      });
    }
  }
  drawToLines(blocks, at);
  layResidential(blocks, at, usable, shore, next);
  layFringe(blocks, at, usable, next);
  layLanes(blocks, at, usable, next);
  layPromenade(blocks, at);
  const market = nearest(blocks.corners.keys(), (c) =>
    blocks.edgesAt[c]!.some((i) => at.get(i)?.name === 'High Street') ? distance(blocks.corners[c]!, [0, 0]) : 1e9,
  );
  dropStrays(blocks, at, market);
  layOneWays(blocks, at, market, next);
  const all = [...at.values()].sort((a, b) => a.edge - b.edge);
  return {all, at, market};
}
