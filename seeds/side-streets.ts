import type {Blocks, Edge} from './blocks.ts';
import {isDivide} from './blocks.ts';
import {type Chance, shuffled} from './chance.ts';
import {SETTLEMENTS} from './place.ts';
import {distance, footOn, lengthOf} from './plane.ts';
import {type Class, RAILWAY} from './routes.ts';
import {isBuilt, isDrivable, type Laid, type Street} from './street.ts';

/** The web of a settlement: a tree that reaches every corner is always kept; other edges may become paths or go. */
export function layResidential(
  blocks: Blocks,
  at: Laid,
  usable: (i: number) => boolean,
  shore: ReadonlySet<number>,
  next: Chance,
): void {
  const joined = new Map<number, number>();
  const root = (c: number): number => {
    const up = joined.get(c);
    if (up === undefined || up === c) return c;
    const top = root(up);
    joined.set(c, top);
    return top;
  };
  const join = (e: Edge): boolean => {
    const [p, q] = [root(e.a), root(e.b)];
    if (p !== q) joined.set(p, q);
    return p !== q;
  };
  for (const s of at.values()) if (isDrivable(s.class)) join(blocks.edges[s.edge]!);
  const candidates = blocks.edges
    .map((_, i) => i)
    .filter((i) => !at.has(i) && (usable(i) || reachesShore(blocks, i, shore)) && isBuilt(blocks, blocks.edges[i]!));
  for (const i of shuffled(candidates, next)) {
    const e = blocks.edges[i]!;
    const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
    const pattern = SETTLEMENTS[Math.max(l.home, r.home)]!.pattern;
    const put = (kind: Class, more: Partial<Street> = {}) =>
      at.set(i, {edge: i, class: kind, name: '', speed: 20, oneWay: 0, ...more});
    if (l.use === 'park' && r.use === 'park') put('footway');
    else if (crossesRailway(blocks, e)) {
      if (next() < 0.4) put(next() < 0.3 ? 'steps' : 'footway');
    } else if (join(e)) put('residential');
    else {
      const draw = next();
      const long = distance(blocks.corners[e.a]!, blocks.corners[e.b]!) > 62;
      const [open, stub, foot] = pattern === 'crescent' ? [0.36, 0.72, 0.88] : [0.72, 0.82, 0.94];
      if (draw < open) put('residential');
      else if (draw < stub && long)
        put('residential', {stub: {from: next() < 0.5 ? e.a : e.b, share: 0.45 + 0.25 * next(), path: next() < 0.6}});
      else if (draw < foot) put(next() < 0.06 ? 'steps' : 'footway');
    }
  }
}

/** The edge of a settlement: back lanes that close its web, and few streets that end at a hedge. */
export function layFringe(blocks: Blocks, at: Laid, usable: (i: number) => boolean, next: Chance): void {
  blocks.edges.forEach((e, i) => {
    const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
    if (at.has(i) || !usable(i) || (l.home === -1) === (r.home === -1)) return;
    if (next() < 0.6) at.set(i, {edge: i, class: 'residential', name: '', speed: 20, oneWay: 0});
  });
  const meet = (c: number) => blocks.edgesAt[c]!.filter((i) => at.has(i)).length;
  for (const s of [...at.values()]) {
    const e = blocks.edges[s.edge]!;
    if (s.class === 'residential' && (meet(e.a) === 1 || meet(e.b) === 1) && next() < 0.75) at.delete(s.edge);
  }
}

/** Farm lanes and tracks, a few of the field edges that lead off a road; and most edges among the sheds and yards. */
export function layLanes(blocks: Blocks, at: Laid, usable: (i: number) => boolean, next: Chance): void {
  blocks.edges.forEach((e, i) => {
    if (at.has(i) || !usable(i)) return;
    const uses = [blocks.seeds[e.left]!.use, blocks.seeds[e.right]!.use];
    const put = (kind: Class, speed: number) => at.set(i, {edge: i, class: kind, name: '', speed, oneWay: 0});
    if (uses.includes('work')) {
      if (next() < 0.8) put('service', 20);
    } else if (uses.every((use) => use === 'fields')) {
      const draw = next();
      if (draw < 0.2) put('unclassified', 30);
      else if (draw < 0.3) put('track', 0);
      else if (draw < 0.36) put('footway', 0);
    }
  });
}

export function layPromenade(blocks: Blocks, at: Laid): void {
  blocks.edges.forEach((e, i) => {
    const [l, r] = [blocks.seeds[e.left]!, blocks.seeds[e.right]!];
    const land = l.use === 'sea' ? r : l;
    if ((l.use === 'sea') !== (r.use === 'sea') && land.use === 'homes') {
      at.set(i, {edge: i, class: 'footway', name: 'The Promenade', speed: 0, oneWay: 0});
    }
  });
}

function reachesShore(blocks: Blocks, i: number, shore: ReadonlySet<number>): boolean {
  const e = blocks.edges[i]!;
  return !isDivide(blocks, i) && shore.has(e.a) !== shore.has(e.b);
}

function crossesRailway(blocks: Blocks, e: Edge): boolean {
  const [a, b] = [footOn(RAILWAY, blocks.corners[e.a]!), footOn(RAILWAY, blocks.corners[e.b]!)];
  const whole = lengthOf(RAILWAY);
  return a.left !== b.left && a.along < whole - 1 && b.along < whole - 1 && Math.min(a.away, b.away) < 150;
}
