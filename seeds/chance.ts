/**
 * Seeded chance and the few curves the town needs, in arithmetic that every machine does alike.
 *
 * Only + − × ÷ and square roots are used, because IEEE 754 fixes their last bit; Math.sin, Math.pow and
 * Math.exp are left to the engine and may differ between versions, and one differing bit would be another town.
 */

/** Each call gives the next number in [0, 1). */
export type Chance = () => number;

/** A sequence fixed by its seed (mulberry32, by Tommy Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scramble(state);
  };
}

/** A smooth field over the plane with values in [−1, 1] and bumps about `size` metres across. */
export function smoothField(seed: number, size: number): (x: number, y: number) => number {
  const corner = (i: number, j: number) =>
    scramble((Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)) >>> 0) * 2 - 1;
  return (x, y) => {
    const i = Math.floor(x / size);
    const j = Math.floor(y / size);
    const u = ease(x / size - i);
    const v = ease(y / size - j);
    const south = corner(i, j) * (1 - u) + corner(i + 1, j) * u;
    const north = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u;
    return south * (1 - v) + north * v;
  };
}

/** Sine of an angle in whole turns, by its series on an eighth of a turn. */
export function sine(turns: number): number {
  const part = turns - Math.floor(turns);
  const quarter = Math.floor(part * 4);
  const rest = (part - quarter / 4) * TURN;
  if (quarter === 0) return sineSeries(rest);
  if (quarter === 1) return cosineSeries(rest);
  if (quarter === 2) return -sineSeries(rest);
  return -cosineSeries(rest);
}

export function cosine(turns: number): number {
  return sine(turns + 0.25);
}

/** The list in another order, fixed by the chance given (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], next: Chance): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
}

const TURN = 6.283185307179586;

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function scramble(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

function sineSeries(a: number): number {
  const q = a * a;
  return a * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156))))));
}

function cosineSeries(a: number): number {
  const q = a * a;
  return (
    1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - (q / 132) * (1 - q / 182))))))
  );
}
