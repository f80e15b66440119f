import {UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {knownResidents} from './residents.ts';

/**
 * How travel times are spread over people. Times are `null` where nobody reaches any site: there is no time to state.
 * `reached` and `unreachable` add up to the residents; the times speak only of those reached.
 */
export interface Spread {
  reached: number;
  unreachable: number;
  unreachableAreas: number;
  areasNotKnown: number;
  meanSeconds: number | null;
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
  worstSeconds: number | null;
  worstArea: number | null;
}

/**
 * Mean, median, 90th percentile and worst time to the closest site, by residents.
 *
 * Each resident counts once, with the time of their area. The q-th percentile is the smallest time that at least a
 * share q of the reached residents do not exceed (sort by time, add up people, first time at which the sum is ≥ q of
 * all): always a time that somebody has, never one in between. The worst is the longest time of any area where anybody
 * lives; `worstArea` is the lowest index of those. A mean over reached people falls when the worst-off drop out of
 * reach, which is why `unreachable` must be shown beside it. O(areas + 65,536).
 */
export function spread(seconds: Uint16Array, residents: ArrayLike<number>): Spread {
  checkLength('Residents', residents.length, seconds.length, 'areas');
  const {people, areasNotKnown} = knownResidents(residents);
  const answer: Spread = {
    reached: 0,
    unreachable: 0,
    unreachableAreas: 0,
    areasNotKnown,
    meanSeconds: null,
    medianSeconds: null,
    ninetiethSeconds: null,
    worstSeconds: null,
    worstArea: null,
  };
  const peopleAt = new Float64Array(UNREACHED);
  let personSeconds = 0;
  for (let area = 0; area < seconds.length; area++) {
    const here = people[area]!;
    const time = seconds[area]!;
    if (time === UNREACHED) {
      answer.unreachable += here;
      answer.unreachableAreas++;
    } else if (here > 0) {
      answer.reached += here;
      personSeconds += here * time;
      peopleAt[time]! += here;
      if (answer.worstSeconds === null || time > answer.worstSeconds) {
        answer.worstSeconds = time;
        answer.worstArea = area;
      }
    }
  }
  if (answer.reached > 0) {
    answer.meanSeconds = personSeconds / answer.reached;
    answer.medianSeconds = percentile(peopleAt, answer.reached, 1, 2);
    answer.ninetiethSeconds = percentile(peopleAt, answer.reached, 9, 10);
  }
  return answer;
}

/** The share is a fraction of whole numbers: `0.9 * people` may round past a whole person, `10 * sum >= 9 * people` not. */
function percentile(peopleAt: Float64Array, people: number, numerator: number, denominator: number): number {
  let sum = 0;
  let last = 0;
  for (let time = 0; time < peopleAt.length; time++) {
    if (peopleAt[time] === 0) continue;
    sum += peopleAt[time]!;
    last = time;
    if (denominator * sum >= numerator * people) return time;
  }
  return last; // only by rounding, when residents are estimates with decimals
}
