import {type Audit, audit} from '../access/audit.ts';
import {checkLength} from '../access/check-length.ts';
import type {Closest} from '../access/closest.ts';
import {knownResidents} from '../access/residents.ts';
import {sitesPerSlice} from '../access/slices.ts';
import {peopleWithin, type Within} from '../access/within.ts';
import {type Gap, gap, gapBetween, sideOf} from '../equity/gap.ts';
import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import type {Job} from '../job.ts';

/** Things as they are, before any candidate opens: everything that an effect is measured against. */
export interface AsNow {
  seconds: Uint16Array;
  people: Float64Array;
  /** 1 the most deprived fifth, 2 the rest, 0 not known. */
  side: Uint8Array;
  cutoffSeconds: number;
  within: Within;
  audit: Audit;
  gap: Gap;
  personSeconds: number;
  reached: number;
}

/**
 * What opening the service at one more site would change, beside all that is open now.
 *
 * People move between three places only: beyond → served, out of reach → served, out of reach → beyond. `newlyServed` is
 * the first two; `newlyReachable` the last two. `quicker` had a time and has a shorter one. Everyone is exactly one of
 * `quicker`, `newlyReachable` and `unchanged`. Person-seconds are saved only by people who had a time before: nobody
 * can say how long the journey was that could not be made, so the newly reachable save none and are counted apart.
 */
export interface OpeningEffect {
  site: number;
  newlyServed: number;
  newlyServedMostDeprived: number;
  newlyReachable: number;
  newlyReachableMostDeprived: number;
  personSecondsSaved: number;
  personSecondsSavedMostDeprived: number;
  quicker: number;
  unchanged: number;
  meanSecondsAfter: number | null;
  gapAfter: Gap;
  auditAfter: Audit;
}

/** `residentsGiven` is the sum over the evidence, for the audit; see `audit`. */
export function asNow(
  open: Closest,
  residents: ArrayLike<number>,
  residentsGiven: number,
  fifths: Uint8Array,
  cutoffSeconds: number,
): AsNow {
  const {seconds} = open;
  const within = peopleWithin(seconds, residents, cutoffSeconds);
  const {people} = knownResidents(residents);
  let personSeconds = 0;
  let reached = 0;
  for (let area = 0; area < seconds.length; area++) {
    if (seconds[area] === UNREACHED) continue;
    personSeconds += people[area]! * seconds[area]!;
    reached += people[area]!;
  }
  return {
    seconds,
    people,
    side: Uint8Array.from(fifths, sideOf),
    cutoffSeconds,
    within,
    audit: audit(residentsGiven, within),
    gap: gap(seconds, residents, fifths, cutoffSeconds),
    personSeconds,
    reached,
  };
}

/** The effect of every candidate, in the order given. A candidate that is open already changes nothing. */
export function* openingEffects(
  before: AsNow,
  times: TravelTimes,
  candidates: ArrayLike<number>,
): Job<OpeningEffect[]> {
  const effects: OpeningEffect[] = [];
  const slice = sitesPerSlice(times.areas);
  for (let i = 0; i < candidates.length; i++) {
    effects.push(openingEffect(before, times, candidates[i]!));
    if ((i + 1) % slice === 0) yield {done: i + 1, of: candidates.length, doing: 'Comparing candidate sites'};
  }
  return effects;
}

/**
 * The effect of opening one site.
 *
 * Only the areas that the new site is closer to can change, so one pass over the site's own times against the times now
 * is enough; sums are kept by side of the gap, and the gap and audit after follow from them. Exact: with whole
 * residents every sum is a whole number. The answer equals a recount from `withSiteOpened`. O(areas).
 */
export function openingEffect(before: AsNow, times: TravelTimes, site: number): OpeningEffect {
  const {seconds: now, people, side, cutoffSeconds} = before;
  checkLength('Times now', now.length, times.areas, 'areas');
  if (!(site >= 0 && site < times.sites)) throw new RangeError(`There is no site ${site}; there are ${times.sites}.`);
  const then = times.seconds.subarray(site * times.areas, (site + 1) * times.areas);
  // Each by side: [not known, most deprived fifth, the rest].
  const fromBeyond = new Float64Array(3);
  const fromUnreachable = new Float64Array(3);
  const reachable = new Float64Array(3);
  const reachableSeconds = new Float64Array(3);
  const quicker = new Float64Array(3);
  const saved = new Float64Array(3);
  const closer = new Int32Array(then.length);
  const count = closerAreas(then, now, closer);
  for (let i = 0; i < count; i++) {
    const area = closer[i]!;
    const time = then[area]!;
    const timeNow = now[area]!;
    const here = people[area]!;
    const s = side[area]!;
    if (timeNow === UNREACHED) {
      reachable[s]! += here;
      reachableSeconds[s]! += here * time;
      if (time <= cutoffSeconds) fromUnreachable[s]! += here;
    } else {
      quicker[s]! += here;
      saved[s]! += here * (timeNow - time);
      if (time <= cutoffSeconds && timeNow > cutoffSeconds) fromBeyond[s]! += here;
    }
  }

  const newlyReachable = total(reachable);
  const reachedAfter = before.reached + newlyReachable;
  const personSecondsAfter = before.personSeconds + total(reachableSeconds) - total(saved);
  const sideAfter = (s: 1 | 2) => {
    const side = s === 1 ? before.gap.mostDeprived : before.gap.rest;
    return {
      residents: side.residents,
      served: side.served + fromBeyond[s]! + fromUnreachable[s]!,
      reached: side.reached + reachable[s]!,
      personSeconds: side.personSeconds + reachableSeconds[s]! - saved[s]!,
    };
  };
  const {within} = before;
  const withinAfter: Within = {
    ...within,
    served: within.served + total(fromBeyond) + total(fromUnreachable),
    beyond: within.beyond - total(fromBeyond) + (newlyReachable - total(fromUnreachable)),
    unreachable: within.unreachable - newlyReachable,
  };
  return {
    site,
    newlyServed: total(fromBeyond) + total(fromUnreachable),
    newlyServedMostDeprived: fromBeyond[1]! + fromUnreachable[1]!,
    newlyReachable,
    newlyReachableMostDeprived: reachable[1]!,
    personSecondsSaved: total(saved),
    personSecondsSavedMostDeprived: saved[1]!,
    quicker: total(quicker),
    unchanged: within.residents - total(quicker) - newlyReachable,
    meanSecondsAfter: reachedAfter > 0 ? personSecondsAfter / reachedAfter : null,
    gapAfter: gapBetween(sideAfter(1), sideAfter(2), before.gap.residentsNotKnown),
    auditAfter: audit(before.audit.residents, withinAfter),
  };
}

/** Listed first, in a loop of nothing else: few areas are closer to one more site, and this is all that most cost. */
function closerAreas(then: Uint16Array, now: Uint16Array, into: Int32Array): number {
  let count = 0;
  for (let area = 0; area < then.length; area++) {
    if (then[area]! < now[area]!) into[count++] = area;
  }
  return count;
}

function total(bySide: Float64Array): number {
  return bySide[0]! + bySide[1]! + bySide[2]!;
}
