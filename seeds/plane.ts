/** Plane geometry in metres east and north of the market place: what a generator of towns needs, and no more. */

export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

/** A line written down as `x,y x,y …`. */
export function drawn(text: string): Point[] {
  return text.split(' ').map((pair): Point => {
    const [x, y] = pair.split(',').map(Number);
    return [x!, y!];
  });
}

export function distance(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}

export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** A smooth curve through the points given (Catmull and Rom), about one vertex every `step` metres. */
export function curve(points: Line, step: number, closed = false): Point[] {
  const at = (i: number) =>
    closed ? points[(i + points.length) % points.length]! : points[Math.min(points.length - 1, Math.max(0, i))]!;
  const out: Point[] = [];
  for (let i = 0; i < (closed ? points.length : points.length - 1); i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const pieces = Math.max(1, Math.round(distance(q, r) / step));
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces;
      const bend = (a: number, b: number, c: number, d: number) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
      out.push([bend(p[0], q[0], r[0], s[0]), bend(p[1], q[1], r[1], s[1])]);
    }
  }
  if (!closed) out.push(points[points.length - 1]!);
  return out;
}

export type Foot = {readonly away: number; readonly along: number; readonly left: boolean; readonly at: Point};

/** The nearest point of a line: how far away, how far along it, and whether the asker stands on its left. */
export function footOn(line: Line, from: Point): Foot {
  const [x, y] = from;
  let [least, along, atX, atY, left, walked] = [Number.POSITIVE_INFINITY, 0, x, y, false, 0];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const dx = line[i]![0] - a[0];
    const dy = line[i]![1] - a[1];
    const square = dx * dx + dy * dy;
    const step = Math.sqrt(square);
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / square));
    const footX = a[0] + dx * share;
    const footY = a[1] + dy * share;
    const away = (footX - x) * (footX - x) + (footY - y) * (footY - y);
    if (away < least) {
      [least, atX, atY] = [away, footX, footY];
      along = walked + step * share;
      left = dx * (y - a[1]) - dy * (x - a[0]) > 0;
    }
    walked += step;
  }
  return {away: Math.sqrt(least), along, left, at: [atX, atY]};
}

export type Stake = {readonly at: Point; readonly along: number; readonly leftward: Point};

/** Stakes driven along a line at an even spacing, each with the unit vector to its left. */
export function stakes(line: Line, spacing: number): Stake[] {
  const whole = lengthOf(line);
  const count = Math.max(1, Math.round(whole / spacing));
  const out: Stake[] = [];
  let i = 1;
  let walked = 0;
  for (let k = 0; k <= count; k++) {
    const along = (whole * k) / count;
    while (i < line.length - 1 && walked + distance(line[i - 1]!, line[i]!) < along) {
      walked += distance(line[i - 1]!, line[i]!);
      i++;
    }
    const [a, b] = [line[i - 1]!, line[i]!];
    const piece = distance(a, b) || 1;
    out.push({
      at: between(a, b, Math.min(1, (along - walked) / piece)),
      along,
      leftward: [-(b[1] - a[1]) / piece, (b[0] - a[0]) / piece],
    });
  }
  return out;
}

export function isInside(ring: Line, p: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** Positive where the ring runs anticlockwise. */
export function signedArea(ring: Line): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum / 2;
}

export function centreOf(ring: Line): Point {
  const o = ring[0]!;
  let [x, y, twice] = [0, 0, 0];
  for (let i = 1; i < ring.length - 1; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    const w = (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]);
    x += w * (a[0] + b[0] + o[0]);
    y += w * (a[1] + b[1] + o[1]);
    twice += w;
  }
  return twice === 0 ? o : [x / (3 * twice), y / (3 * twice)];
}

/** Fewer vertices, none farther than `tolerance` from where the line ran (Douglas and Peucker). The ends stay. */
export function simplified(line: Line, tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const [a, b] = [line[0]!, line[line.length - 1]!];
  let [worst, far] = [0, -1];
  for (let i = 1; i < line.length - 1; i++) {
    const away = footOn([a, b], line[i]!).away;
    if (away > far) [worst, far] = [i, away];
  }
  if (far <= tolerance) return [a, b];
  return [...simplified(line.slice(0, worst + 1), tolerance).slice(0, -1), ...simplified(line.slice(worst), tolerance)];
}
