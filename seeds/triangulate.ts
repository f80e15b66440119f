import type {Point} from './plane.ts';

/**
 * The Delaunay triangles of a set of points: no point lies inside the circle through any triangle's corners.
 *
 * Incremental (Bowyer 1981, Watson 1981): each point removes the triangles whose circle holds it and is joined to
 * the rim of the hole. The points must be in general position: callers jitter theirs. Expected O(n √n) as called here.
 */
export type Triangles = {
  /** Three corners a triangle, anticlockwise. */
  readonly corners: Int32Array;
  /** The triangle across from each corner, −1 at the outside. */
  readonly across: Int32Array;
};

export function triangulate(points: readonly Point[]): Triangles {
  const n = points.length;
  const reach = 10 * points.reduce((far, p) => Math.max(far, Math.abs(p[0]), Math.abs(p[1])), 1);
  const all: Point[] = [...points, [-2 * reach, -reach], [2 * reach, -reach], [0, 2 * reach]];
  const corners: number[] = [n, n + 1, n + 2];
  const across: number[] = [-1, -1, -1];
  const free: number[] = [];
  let last = 0;

  for (const p of sweep(points)) {
    const hole = cavity(locate(p, last), p);
    const inHole = new Set(hole);
    // The rim of the hole, each side with the triangle beyond it.
    const rim: {from: number; to: number; beyond: number}[] = [];
    for (const t of hole) {
      for (let k = 0; k < 3; k++) {
        const beyond = across[3 * t + k]!;
        if (beyond === -1 || !inHole.has(beyond)) {
          rim.push({from: corners[3 * t + ((k + 1) % 3)]!, to: corners[3 * t + ((k + 2) % 3)]!, beyond});
        }
      }
    }
    free.push(...hole);
    const startingAt = new Map<number, number>();
    const fresh: number[] = [];
    for (const side of rim) {
      const t = free.pop() ?? corners.length / 3;
      corners[3 * t] = p;
      corners[3 * t + 1] = side.from;
      corners[3 * t + 2] = side.to;
      across[3 * t] = side.beyond;
      if (side.beyond !== -1) {
        for (let k = 0; k < 3; k++) {
          if (
            corners[3 * side.beyond + ((k + 1) % 3)] === side.to &&
            corners[3 * side.beyond + ((k + 2) % 3)] === side.from
          ) {
            across[3 * side.beyond + k] = t;
          }
        }
      }
      startingAt.set(side.from, t);
      fresh.push(t);
    }
    for (const t of fresh) {
      const next = startingAt.get(corners[3 * t + 2]!)!;
      across[3 * t + 1] = next;
      across[3 * next + 2] = t;
    }
    last = fresh[0]!;
  }
  return {corners: Int32Array.from(corners), across: Int32Array.from(across)};

  function turn(a: number, b: number, c: number): number {
    const [p, q, r] = [all[a]!, all[b]!, all[c]!];
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  }

  function locate(p: number, from: number): number {
    let t = from;
    for (let steps = 0; steps < corners.length; steps++) {
      let next = -1;
      for (let k = 0; k < 3 && next === -1; k++) {
        const outside = turn(corners[3 * t + ((k + 1) % 3)]!, corners[3 * t + ((k + 2) % 3)]!, p) < 0;
        if (outside) next = across[3 * t + k]!;
      }
      if (next === -1) return t;
      t = next;
    }
    throw new RangeError('The points are not in general position: a walk through the triangles does not end.');
  }

  function cavity(start: number, p: number): number[] {
    const found = [start];
    const seen = new Set(found);
    for (let i = 0; i < found.length; i++) {
      for (let k = 0; k < 3; k++) {
        const next = across[3 * found[i]! + k]!;
        if (next === -1 || seen.has(next)) continue;
        seen.add(next);
        if (circleHolds(next, p)) found.push(next);
      }
    }
    return found;
  }

  function circleHolds(t: number, p: number): boolean {
    const o = all[p]!;
    const at = (k: number) => {
      const c = all[corners[3 * t + k]!]!;
      const [x, y] = [c[0] - o[0], c[1] - o[1]];
      return [x, y, x * x + y * y] as const;
    };
    const [a, b, c] = [at(0), at(1), at(2)];
    return (
      a[0] * (b[1] * c[2] - c[1] * b[2]) - a[1] * (b[0] * c[2] - c[0] * b[2]) + a[2] * (b[0] * c[1] - c[0] * b[1]) > 0
    );
  }
}

/** The points in strips, up one and down the next, so that each is near the one before. */
function sweep(points: readonly Point[]): number[] {
  const strip = (i: number) => Math.floor(points[i]![0] / 500);
  return points
    .map((_, i) => i)
    .sort((a, b) => strip(a) - strip(b) || (strip(a) % 2 === 0 ? 1 : -1) * (points[a]![1] - points[b]![1]) || a - b);
}
