/**
 * Rings around the part of a grid below a threshold: marching squares with straight interpolation.
 *
 * Values stand at `column + row * columns`, and the outermost rows and columns must be at or above the threshold, so that
 * every ring closes. Rings run with the low side on their left: counter-clockwise around an island, clockwise around a
 * hole, where x grows to the right and y upwards. Points are in cells. Rings of two thresholds never cross.
 */
export function contour(values: Float32Array, columns: number, rows: number, threshold: number): [number, number][][] {
  // Each crossing lies on one side of the grid: side 2i runs right from cell i, side 2i + 1 up from it. Every crossing
  // is left by one segment and entered by one, so `next` holds all rings.
  const next = new Int32Array(2 * columns * rows).fill(-1);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const i = column + row * columns;
      const here = (values[i]! < threshold ? 1 : 0) | (values[i + 1]! < threshold ? 2 : 0);
      const above = (values[i + 1 + columns]! < threshold ? 4 : 0) | (values[i + columns]! < threshold ? 8 : 0);
      const corners = here | above;
      if (corners === 0 || corners === 15) continue;
      const segments = SEGMENTS[corners]!;
      const sides = [2 * i, 2 * (i + 1) + 1, 2 * (i + columns), 2 * i + 1];
      for (let s = 0; s < segments.length; s += 2) next[sides[segments[s]!]!] = sides[segments[s + 1]!]!;
    }
  }
  const rings: [number, number][][] = [];
  for (let start = 0; start < next.length; start++) {
    if (next[start]! < 0) continue;
    const ring: [number, number][] = [];
    for (let side = start; next[side]! >= 0; ) {
      ring.push(crossing(values, columns, side, threshold));
      const onward = next[side]!;
      next[side] = -1;
      side = onward;
    }
    ring.push(ring[0]!);
    rings.push(ring);
  }
  return rings;
}

/** From which side of a square to which, low corners on the left. Sides: 0 bottom, 1 right, 2 top, 3 left. */
const SEGMENTS: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];

function crossing(values: Float32Array, columns: number, side: number, threshold: number): [number, number] {
  const i = side >> 1;
  const up = side & 1;
  const a = values[i]!;
  const b = values[up === 1 ? i + columns : i + 1]!;
  // Kept off the corners, so that rings of neighbouring squares do not touch in a point.
  const share = Math.max(0.001, Math.min(0.999, (threshold - a) / (b - a)));
  const column = i % columns;
  const row = (i - column) / columns;
  return up === 1 ? [column, row + share] : [column + share, row];
}
