const STEPS = [1, 2, 2.5, 5, 10, 20];

/**
 * Breaks that a person would choose between the least and the greatest of these values: multiples of the smallest round
 * step that makes no more than `most` of them. None where all values are alike.
 */
export function roundBreaks(values: readonly number[], most = 6): number[] {
  const [least, greatest] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  if (!(greatest > least)) return [];
  const power = 10 ** Math.floor(Math.log10((greatest - least) / (most + 1)));
  const step = STEPS.map((each) => each * power).find((each) => between(least, greatest, each).length <= most);
  return step === undefined ? [] : between(least, greatest, step);
}

/** The multiples of a step that lie between two values, without what adding up fractions leaves behind. */
function between(least: number, greatest: number, step: number): number[] {
  const first = Math.floor(least / step) + 1;
  const last = Math.ceil(greatest / step) - 1;
  return Array.from({length: Math.max(0, last - first + 1)}, (_, n) => Number(((first + n) * step).toPrecision(12)));
}
