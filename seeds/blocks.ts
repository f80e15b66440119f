import type {BlockSeed} from './block-seeds.ts';
import {bent} from './place.ts';
import {between, distance, footOn, isInside, type Point, signedArea} from './plane.ts';
import {triangulate} from './triangulate.ts';

/**
 * Street blocks: the Voronoi cells of the seeds, with corners shared, so that blocks tile the ground without gaps
 * and any union of them does too. Corners that nearly meet are made one, and forks are straightened into T's.
 */
export type Edge = {
  readonly a: number;
  readonly b: number;
  /** The blocks on either side, left of the way from a to b first. */
  readonly left: number;
  readonly right: number;
};

export type Blocks = {
  readonly seeds: readonly BlockSeed[];
  readonly corners: Point[];
  /** The corners round each block, anticlockwise; empty for the rim of the sheet. */
  readonly rings: readonly (readonly number[])[];
  readonly edges: readonly Edge[];
  readonly edgesAt: readonly (readonly number[])[];
};

export function layBlocks(seeds: readonly BlockSeed[]): Blocks {
  const {corners, rings} = meet(seeds);
  const edges = edgesOf(rings);
  const edgesAt: number[][] = corners.map(() => []);
  edges.forEach((e, i) => {
    edgesAt[e.a]!.push(i);
    edgesAt[e.b]!.push(i);
  });
  const blocks = {seeds, corners, rings, edges, edgesAt};
  straighten(blocks);
  return blocks;
}

export function isLand(seed: BlockSeed): boolean {
  return seed.use !== 'sea' && seed.use !== 'outside';
}

/** Voronoi corners are the centres of the Delaunay circles; those closer than a street is wide become one. */
function meet(seeds: readonly BlockSeed[]): {corners: Point[]; rings: number[][]} {
  const at = seeds.map((s) => s.at);
  const mesh = triangulate(at);
  const count = mesh.corners.length / 3;
  const n = seeds.length;
  const centres: Point[] = [];
  const merged = Int32Array.from({length: count}, (_, i) => i);
  const root = (i: number): number => {
    let top = i;
    while (merged[top] !== top) top = merged[top]!;
    merged[i] = top;
    return top;
  };
  const real = (t: number) => [0, 1, 2].every((k) => mesh.corners[3 * t + k]! < n);
  for (let t = 0; t < count; t++) {
    centres.push(real(t) ? circleCentre(at, mesh.corners.subarray(3 * t, 3 * t + 3)) : [0, 0]);
  }
  for (let t = 0; t < count; t++) {
    for (let k = 0; k < 3; k++) {
      const u = mesh.across[3 * t + k]!;
      if (u > t && real(t) && real(u) && distance(centres[t]!, centres[u]!) < 17) merged[root(u)] = root(t);
    }
  }
  const sums = new Map<number, [number, number, number]>();
  for (let t = 0; t < count; t++) {
    if (!real(t)) continue;
    const sum = sums.get(root(t)) ?? [0, 0, 0];
    sums.set(root(t), [sum[0] + centres[t]![0], sum[1] + centres[t]![1], sum[2] + 1]);
  }
  const corners: Point[] = [];
  const cornerOf = new Map<number, number>();
  for (const [t, [x, y, share]] of sums) {
    cornerOf.set(t, corners.length);
    corners.push([x / share, y / share]);
  }
  const around: number[] = new Array<number>(n).fill(-1);
  for (let t = 0; t < count; t++)
    for (let k = 0; k < 3; k++) if (mesh.corners[3 * t + k]! < n) around[mesh.corners[3 * t + k]!] = t;
  const rings = around.map((start, seed) => {
    const ring: number[] = [];
    let t = start;
    do {
      if (!real(t)) return [];
      const corner = cornerOf.get(root(t))!;
      if (ring[ring.length - 1] !== corner) ring.push(corner);
      const k = [0, 1, 2].find((j) => mesh.corners[3 * t + j] === seed)!;
      t = mesh.across[3 * t + ((k + 1) % 3)]!;
    } while (t !== start);
    while (ring.length > 1 && ring[0] === ring[ring.length - 1]) ring.pop();
    return ring;
  });
  return {corners, rings};
}

function circleCentre(at: readonly Point[], [i, j, k]: Int32Array): Point {
  const [o, p, q] = [at[i!]!, at[j!]!, at[k!]!];
  const [bx, by, cx, cy] = [p[0] - o[0], p[1] - o[1], q[0] - o[0], q[1] - o[1]];
  const d = 2 * (bx * cy - by * cx);
  const [b, c] = [bx * bx + by * by, cx * cx + cy * cy];
  return [o[0] + (cy * b - by * c) / d, o[1] + (bx * c - cx * b) / d];
}

function edgesOf(rings: readonly (readonly number[])[]): Edge[] {
  const left = new Map<string, number>();
  rings.forEach((ring, block) => {
    ring.forEach((a, i) => {
      const key = `${a},${ring[(i + 1) % ring.length]}`;
      if (left.has(key)) throw new RangeError(`Blocks ${left.get(key)} and ${block} lie on the same side of one edge.`);
      left.set(key, block);
    });
  });
  const edges: Edge[] = [];
  for (const [key, block] of left) {
    const [a, b] = key.split(',').map(Number) as [number, number];
    const other = left.get(`${b},${a}`);
    if (other !== undefined && a < b) edges.push({a, b, left: block, right: other});
  }
  return edges;
}

/** Where three edges meet, the two most nearly in line are drawn into line: streets run on, side streets join them. */
function straighten(blocks: Blocks): void {
  const {corners, edges, edgesAt, rings, seeds} = blocks;
  const blocksAt: Set<number>[] = corners.map(() => new Set());
  rings.forEach((ring, block) => {
    for (const c of ring) blocksAt[c]!.add(block);
  });
  for (let round = 0; round < 10; round++) {
    corners.forEach((here, c) => {
      const ends = edgesAt[c]!.map((e) => corners[edges[e]!.a === c ? edges[e]!.b : edges[e]!.a]!);
      if (ends.length !== 3) return;
      const around = [...blocksAt[c]!];
      const wild = around.every((b) => seeds[b]!.use === 'fields' || seeds[b]!.use === 'marsh');
      let [best, pair] = [2, [0, 1] as readonly [number, number]];
      for (const [i, j] of [
        [0, 1],
        [1, 2],
        [0, 2],
      ] as const) {
        const line = cosineBetween(here, ends[i]!, ends[j]!);
        // A bank or shore is kept smooth before any street is.
        const score = line - (isDivide(blocks, edgesAt[c]![i]!) && isDivide(blocks, edgesAt[c]![j]!) ? 4 : 0);
        if (score < best) [best, pair] = [score, [i, j]];
      }
      const foot = footOn([ends[pair[0]]!, ends[pair[1]]!], here).at;
      const moved = between(here, foot, wild ? 0.12 : 0.3);
      corners[c] = moved;
      if (around.some((b) => !isSound(rings[b]!, corners))) corners[c] = here;
    });
  }
}

export function isDivide({edges, seeds}: Blocks, e: number): boolean {
  const [l, r] = [seeds[edges[e]!.left]!, seeds[edges[e]!.right]!];
  return isLand(l) !== isLand(r) || (isLand(l) && l.north !== r.north);
}

function cosineBetween(here: Point, p: Point, q: Point): number {
  const dot = (p[0] - here[0]) * (q[0] - here[0]) + (p[1] - here[1]) * (q[1] - here[1]);
  return dot / (distance(here, p) * distance(here, q) + 1e-9);
}

/** Still anticlockwise, no side crossing another, and with its middle inside. */
export function isSound(ring: readonly number[], corners: readonly Point[]): boolean {
  const at = ring.map((c) => corners[c]!);
  if (ring.length < 3 || signedArea(at) < 400) return false;
  for (let i = 0; i < at.length; i++) {
    for (let j = i + 2; j < at.length; j++) {
      if (i === 0 && j === at.length - 1) continue;
      if (crosses(at[i]!, at[(i + 1) % at.length]!, at[j]!, at[(j + 1) % at.length]!)) return false;
    }
  }
  const middle: Point = [at.reduce((s, p) => s + p[0], 0) / at.length, at.reduce((s, p) => s + p[1], 0) / at.length];
  return isInside(at, middle);
}

export function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;
}

/** The ground's bends along an edge: as many points between the corners as the bends need. */
export function bentEdge(from: Point, to: Point, step: number): Point[] {
  const pieces = Math.max(1, Math.round(distance(from, to) / step));
  return Array.from({length: pieces + 1}, (_, i) => bent(between(from, to, i / pieces)));
}
