export interface Curve {
  people: readonly number[];
  value: readonly number[];
}

/** The share of the value that the first so many of the people have, between the points of a curve in a straight line. */
export function valueAt({people, value}: Curve, share: number): number {
  const at = people.findIndex((each) => each >= share);
  if (at < 0) return value[value.length - 1] ?? 0;
  if (at === 0) return value[0]!;
  const [from, to] = [people[at - 1]!, people[at]!];
  const part = to > from ? (share - from) / (to - from) : 1;
  return value[at - 1]! + part * (value[at]! - value[at - 1]!);
}

/** The curve as a line in a box, the first people at the left below. More points than pixels are of no use to anybody. */
export function curvePath({people, value}: Curve, width: number, height: number): string {
  let path = '';
  let last = -Infinity;
  people.forEach((share, n) => {
    const x = share * width;
    if (x - last < 0.5 && n < people.length - 1) return;
    last = x;
    path += `${path === '' ? 'M' : 'L'}${x.toFixed(1)} ${((1 - value[n]!) * height).toFixed(1)}`;
  });
  return path;
}

/** The curve read off at every tenth of the people: its twin as a table. */
export function tenths(curve: Curve): {people: number; value: number}[] {
  return Array.from({length: 11}, (_, n) => ({people: n / 10, value: valueAt(curve, n / 10)}));
}
