import type {OpeningEffect} from './opening-effect.ts';

/** What told the best candidate from the others: the first thing asked that any candidate changes at all. */
export type DecidedBy = 'people newly served' | 'person-minutes saved' | 'people newly reachable' | 'nothing';

/** A candidate in its place. Equal places are not given: ties are broken, and the order is always the same. */
export interface RankedCandidate {
  place: number;
  effect: OpeningEffect;
  /** People newly served, counting each most deprived person 1 and each other person 1 − weight. */
  weightedNewlyServed: number;
  /** Person-seconds saved, counted the same way. */
  weightedPersonSecondsSaved: number;
  /** The quantity that is asked first, as a share (0 to 1) of the best candidate's; `null` if it is 0 for all. */
  shareOfBest: number | null;
}

export interface Ranking {
  /** 0 everyone counts the same … 1 only the most deprived count. */
  weight: number;
  /** How many times as much a most deprived person counts as another: 1 / (1 − weight); `null` when only they count. */
  timesAsMuch: number | null;
  decidedBy: DecidedBy;
  candidates: RankedCandidate[];
}

/**
 * Candidates ranked by the people they newly serve, between "everyone" and "most deprived first".
 *
 * With weight w, a most deprived resident counts 1 and any other counts 1 − w:
 *
 *     weighted = most deprived + (1 − w) × others
 *
 * so w = 0 counts everyone alike, w = ½ counts the most deprived twice, w = 0.6 two and a half times, and w = 1 counts
 * nobody else. The score is in people, not relative to the other candidates: adding or dropping a candidate never swaps
 * two others. People whose deprivation is not known count as others.
 *
 * Where that is equal (often: nobody is newly served at all) the weighted person-seconds saved decide, then the weighted
 * people newly reachable, then the same three unweighted, then the shorter mean time after, then the lower site index.
 * The ranking speaks of one site opened alone: the best two together need not be the first and the second.
 * O(candidates × log candidates).
 */
export function rankByPeopleServed(effects: readonly OpeningEffect[], weight: number): Ranking {
  return rank(effects, weight, ['people newly served', 'person-minutes saved', 'people newly reachable']);
}

/** The same with time asked first: person-minutes saved, then people newly served, then people newly reachable. */
export function rankByMinutesSaved(effects: readonly OpeningEffect[], weight: number): Ranking {
  return rank(effects, weight, ['person-minutes saved', 'people newly served', 'people newly reachable']);
}

/** A most deprived person counts 1, any other 1 − weight. */
export function weighted(everyone: number, mostDeprived: number, weight: number): number {
  return mostDeprived + (1 - weight) * (everyone - mostDeprived);
}

type Asked = Exclude<DecidedBy, 'nothing'>;

const amount: Record<Asked, (effect: OpeningEffect, weight: number) => number> = {
  'people newly served': (e, w) => weighted(e.newlyServed, e.newlyServedMostDeprived, w),
  'person-minutes saved': (e, w) => weighted(e.personSecondsSaved, e.personSecondsSavedMostDeprived, w),
  'people newly reachable': (e, w) => weighted(e.newlyReachable, e.newlyReachableMostDeprived, w),
};

function rank(effects: readonly OpeningEffect[], weight: number, asked: readonly Asked[]): Ranking {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`A weight of ${weight}; it is from 0 to 1.`);
  const keyed = effects.map((effect) => ({
    effect,
    key: [
      ...asked.map((what) => amount[what](effect, weight)),
      ...asked.map((what) => amount[what](effect, 0)),
      -(effect.meanSecondsAfter ?? Infinity),
      -effect.site,
    ],
  }));
  keyed.sort((a, b) => firstDifference(b.key, a.key));
  const best = keyed[0];
  const first = best?.key[0] ?? 0;
  return {
    weight,
    timesAsMuch: weight < 1 ? 1 / (1 - weight) : null,
    decidedBy: asked.find((what) => keyed.some(({effect}) => amount[what](effect, weight) > 0)) ?? 'nothing',
    candidates: keyed.map(({effect, key}, index) => ({
      place: index + 1,
      effect,
      weightedNewlyServed: amount['people newly served'](effect, weight),
      weightedPersonSecondsSaved: amount['person-minutes saved'](effect, weight),
      shareOfBest: first > 0 ? key[0]! / first : null,
    })),
  };
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  for (let i = 0; i < one.length; i++) {
    // Not a subtraction: the difference of two infinities is no number.
    if (one[i]! !== other[i]!) return one[i]! < other[i]! ? -1 : 1;
  }
  return 0;
}
