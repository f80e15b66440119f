import type {Shares} from './shares.ts';

/**
 * Columns by small area of one edition, as columns by small area of another.
 *
 * Counts are shared out and added up, so that their total stays. Rates are means weighted by the people whom each old area
 * sends to the new one. What can be neither added nor averaged (a tenth, a class) is carried where all that a new area is
 * made of agree. A new area of which any part is not in the file gets no figure, and what its other parts would have sent is
 * `without`. O(rows of the lookup) a column.
 */
export interface Joined {
  /** The new areas that can have a figure, in order. */
  codes: string[];
  /** For each: the rows of the file that it is made of, with the share of each that goes to it. */
  parts: {row: number; share: number}[][];
  /** Rows of the file whose area has no successor in the lookup. */
  unknown: number[];
  /** For each row, the share that goes to new areas which can’t have a figure. */
  without: Float64Array;
}

export function join(codes: readonly string[], {successors, predecessors}: Shares): Joined {
  const rowOf = new Map(codes.map((code, row) => [code, row]));
  const made = new Map<string, {row: number; share: number}[]>();
  const unknown: number[] = [];
  const without = new Float64Array(codes.length);
  codes.forEach((code, row) => {
    const to = successors.get(code);
    if (!to) {
      unknown.push(row);
      without[row] = 1;
      return;
    }
    for (const {code: successor, share} of to) {
      if (predecessors.get(successor)!.some((each) => !rowOf.has(each))) {
        without[row]! += share;
        continue;
      }
      const parts = made.get(successor);
      if (parts) parts.push({row, share});
      else made.set(successor, [{row, share}]);
    }
  });
  const sorted = [...made.keys()].sort();
  return {codes: sorted, parts: sorted.map((code) => made.get(code)!), unknown, without};
}

/** A count by new area; NaN where a part of it is not known. */
export function countsIn({parts}: Joined, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(parts, (of) => of.reduce((sum, {row, share}) => sum + values[row]! * share, 0));
}

/**
 * A rate by new area: the mean of its parts, each weighted by the people it sends (`people` by row of the file). Where the
 * people of any part are not known, or nobody lives in any, parts weigh by their share alone. NaN where a rate is not known.
 */
export function ratesIn({parts}: Joined, values: ArrayLike<number>, people: ArrayLike<number> | null): Float64Array {
  return Float64Array.from(parts, (of) => {
    if (of.length === 1) return values[of[0]!.row]!;
    const sent = of.map(({row, share}) => (people ? people[row]! * share : Number.NaN));
    const known = sent.reduce((sum, each) => sum + each, 0) > 0;
    const weights = known ? sent : of.map(({share}) => share);
    const total = weights.reduce((sum, each) => sum + each, 0);
    return of.reduce((sum, {row}, part) => sum + values[row]! * weights[part]!, 0) / total;
  });
}

/** The value that all parts of a new area agree on; null where they don’t. */
export function agreedIn<T>({parts}: Joined, values: ArrayLike<T>): (T | null)[] {
  return parts.map((of) => {
    const first = values[of[0]!.row]!;
    return of.every(({row}) => Object.is(values[row], first)) ? first : null;
  });
}
