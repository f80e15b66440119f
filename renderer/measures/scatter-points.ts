/** An area in the scatter: how deprived, how much, and where on the drawing. */
export interface Dot {
  code: string;
  name: string;
  decile: number;
  value: number;
  people: number | null;
  x: number;
  y: number;
}

interface Areas {
  code: readonly string[];
  name: readonly string[];
  people: readonly (number | null)[];
  value: readonly (number | null)[];
}

/** Ends of an axis that a person would choose: the least 1, 2 or 5 with noughts that holds the value in four steps. */
export function axisOf(most: number): {end: number; ticks: number[]} {
  if (!(most > 0)) return {end: 1, ticks: [0, 1]};
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.999)!;
  const steps = Math.ceil(most / step - 1e-9);
  return {end: steps * step, ticks: Array.from({length: steps + 1}, (_, n) => n * step)};
}

/**
 * Dots by decile of deprivation and by value, in order of both. Within its decile a dot lies at random, but always at the
 * same place, so that areas which are alike do not hide each other. Areas without a value or a decile have no dot.
 */
export function dotsOf(
  areas: Areas,
  decileOf: ReadonlyMap<string, number | null>,
  box: {width: number; height: number},
): {dots: Dot[]; axis: ReturnType<typeof axisOf>; without: number} {
  const known = areas.code.flatMap((code, n) => {
    const [decile, value] = [decileOf.get(code) ?? null, areas.value[n] ?? null];
    return decile === null || value === null ? [] : [{code, n, decile, value}];
  });
  const axis = axisOf(known.reduce((most, {value}) => Math.max(most, value), 0));
  const dots = known.map(({code, n, decile, value}) => ({
    code,
    name: areas.name[n] ?? code,
    decile,
    value,
    people: areas.people[n] ?? null,
    x: ((decile - 0.86 + 0.72 * scattered(n)) / 10) * box.width,
    y: (1 - Math.max(0, value) / axis.end) * box.height,
  }));
  dots.sort((a, b) => a.decile - b.decile || a.value - b.value || (a.code < b.code ? -1 : 1));
  return {dots, axis, without: areas.code.length - dots.length};
}

/** From 0 to 1, evenly spread and always the same. */
function scattered(n: number): number {
  return (n * 0.618_033_988_75) % 1;
}

/** The dot closest to a point of the drawing, if one is within so many pixels. */
export function nearest(dots: readonly Dot[], x: number, y: number, within: number): Dot | null {
  let best: Dot | null = null;
  let least = within ** 2;
  for (const dot of dots) {
    const distance = (dot.x - x) ** 2 + (dot.y - y) ** 2;
    if (distance <= least) [best, least] = [dot, distance];
  }
  return best;
}
