/**
 * Residents as the measures want them: a number for every area, and how many areas had none to give.
 *
 * `NaN` stands for "not known" and counts as nobody, but is never silent: `areasNotKnown` says how many areas that was.
 * An area where nobody lives is a known 0 and not one of them. A negative or infinite count is refused on import, so
 * meeting one here is a mistake of ours.
 */
export interface KnownResidents {
  people: Float64Array;
  total: number;
  areasNotKnown: number;
}

export function knownResidents(residents: ArrayLike<number>): KnownResidents {
  const people = new Float64Array(residents.length);
  let total = 0;
  let areasNotKnown = 0;
  for (let area = 0; area < residents.length; area++) {
    const count = residents[area]!;
    if (Number.isNaN(count)) areasNotKnown++;
    else if (count >= 0 && count < Infinity) {
      people[area] = count;
      total += count;
    } else throw new RangeError(`Area ${area} has ${count} residents; a count is 0 or more.`);
  }
  return {people, total, areasNotKnown};
}
