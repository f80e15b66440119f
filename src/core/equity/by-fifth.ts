import {checkLength} from '../access/check-length.ts';
import {type Spread, spread} from '../access/spread.ts';
import {peopleWithinByGroup, type Within} from '../access/within.ts';

/** The group of areas whose deprivation is not known. The fifths themselves are 1 (most deprived) to 5. */
export const FIFTH_NOT_KNOWN = 0;

/** One line of the table by fifth. `fifth` is `null` for the areas whose deprivation is not known. */
export interface FifthLine extends Within {
  fifth: 1 | 2 | 3 | 4 | 5 | null;
  shareServed: number | null;
  spread: Spread;
}

/**
 * National deciles of deprivation (1 = most deprived tenth of England) as fifths; anything else is "not known".
 *
 * The fifths are the nation's, not the place's: fifth 1 is deciles 1 and 2, which the NHS calls Core20, and a wealthy
 * place may have nobody in it. They are as good as the deprivation edition they came from and must be named with it.
 */
export function fifthsOf(deciles: ArrayLike<number>): Uint8Array {
  const fifths = new Uint8Array(deciles.length);
  for (let area = 0; area < deciles.length; area++) {
    const decile = deciles[area]!;
    const known = Number.isInteger(decile) && decile >= 1 && decile <= 10;
    fifths[area] = known ? Math.ceil(decile / 2) : FIFTH_NOT_KNOWN;
  }
  return fifths;
}

/**
 * A service's reach by fifth of deprivation: residents, served, beyond, unreachable, and the spread of their times.
 *
 * Six lines: fifths 1 to 5 and "not known". They hold every resident once, so together they pass the same audit as the
 * whole. A share is `null` where a fifth has no residents: 0 % of nobody is not an answer. O(areas).
 */
export function byFifth(
  seconds: Uint16Array,
  residents: ArrayLike<number>,
  fifths: Uint8Array,
  cutoffSeconds: number,
): FifthLine[] {
  checkLength('Fifths', fifths.length, seconds.length, 'areas');
  const counts = peopleWithinByGroup(seconds, residents, fifths, 6, cutoffSeconds);
  const order = [1, 2, 3, 4, 5, FIFTH_NOT_KNOWN] as const;
  return order.map((fifth) => {
    const count = counts[fifth]!;
    return {
      ...count,
      fifth: fifth === FIFTH_NOT_KNOWN ? null : fifth,
      shareServed: count.residents > 0 ? count.served / count.residents : null,
      spread: spreadOf(seconds, residents, (area) => fifths[area] === fifth),
    };
  });
}

/** The spread of the areas that belong; the worst area keeps its index among all. */
export function spreadOf(
  seconds: Uint16Array,
  residents: ArrayLike<number>,
  belongs: (area: number) => boolean,
): Spread {
  const areas: number[] = [];
  for (let area = 0; area < seconds.length; area++) if (belongs(area)) areas.push(area);
  const answer = spread(
    Uint16Array.from(areas, (area) => seconds[area]!),
    Float64Array.from(areas, (area) => residents[area]!),
  );
  return {...answer, worstArea: answer.worstArea === null ? null : areas[answer.worstArea]!};
}
