import {checkLength} from '../access/check-length.ts';
import {knownResidents} from '../access/residents.ts';
import {checkCutoff} from '../access/within.ts';
import {UNREACHED} from '../graph/travel-times.ts';
import {FIFTH_NOT_KNOWN} from './by-fifth.ts';

/** One side of the gap: a part of the people, how many are served, and the mean time of those reached. */
export interface GapSide {
  residents: number;
  served: number;
  reached: number;
  personSeconds: number;
  shareServed: number | null;
  meanSeconds: number | null;
}

/**
 * The access gap. Positive always means that the most deprived are worse off: `sharePoints` percentage points fewer of
 * them are served, or their mean journey is `meanSeconds` longer. `null` where a side has nobody to speak of.
 */
export interface Gap {
  sharePoints: number | null;
  meanSeconds: number | null;
  mostDeprived: GapSide;
  rest: GapSide;
  residentsNotKnown: number;
}

/**
 * The most deprived fifth against the rest.
 *
 * "The rest" is fifths 2 to 5; areas whose deprivation is not known are on neither side and are counted apart. The gap in
 * share counts people out of reach as not served; the gap in minutes can only speak of people who reach a site, so the
 * two may point different ways when the most deprived are cut off: read both. A gap of 0 may mean that all are served
 * equally badly. O(areas).
 */
export function gap(
  seconds: Uint16Array,
  residents: ArrayLike<number>,
  fifths: Uint8Array,
  cutoffSeconds: number,
): Gap {
  checkLength('Residents', residents.length, seconds.length, 'areas');
  checkLength('Fifths', fifths.length, seconds.length, 'areas');
  checkCutoff(cutoffSeconds);
  const {people} = knownResidents(residents);
  const sums = [0, 1, 2].map(() => ({residents: 0, served: 0, reached: 0, personSeconds: 0}));
  for (let area = 0; area < seconds.length; area++) {
    const side = sums[sideOf(fifths[area]!)]!;
    const here = people[area]!;
    const time = seconds[area]!;
    side.residents += here;
    if (time === UNREACHED) continue;
    side.reached += here;
    side.personSeconds += here * time;
    if (time <= cutoffSeconds) side.served += here;
  }
  return gapBetween(sums[1]!, sums[2]!, sums[0]!.residents);
}

/** The sides of the gap: 0 on neither (not known), 1 the most deprived fifth, 2 the rest. */
export function sideOf(fifth: number): 0 | 1 | 2 {
  if (fifth === FIFTH_NOT_KNOWN) return 0;
  return fifth === 1 ? 1 : 2;
}

type Sums = Pick<GapSide, 'residents' | 'served' | 'reached' | 'personSeconds'>;

/** The gap between two sides that have been added up already. */
export function gapBetween(mostDeprived: Sums, rest: Sums, residentsNotKnown: number): Gap {
  const one = withShares(mostDeprived);
  const other = withShares(rest);
  return {
    sharePoints:
      one.shareServed === null || other.shareServed === null ? null : 100 * (other.shareServed - one.shareServed),
    meanSeconds: one.meanSeconds === null || other.meanSeconds === null ? null : one.meanSeconds - other.meanSeconds,
    mostDeprived: one,
    rest: other,
    residentsNotKnown,
  };
}

function withShares(sums: Sums): GapSide {
  const {residents, served, reached, personSeconds} = sums;
  return {
    residents,
    served,
    reached,
    personSeconds,
    shareServed: residents > 0 ? served / residents : null,
    meanSeconds: reached > 0 ? personSeconds / reached : null,
  };
}
