import {closest} from '../../core/access/closest.ts';
import {UNREACHED} from '../../core/graph/travel-times.ts';
import type {People} from '../people.ts';
import type {MeasuredTimes} from '../times.ts';

/**
 * What an arrangement means for people, whatever was made best: every resident counted once, to the closest open site.
 * Means are of those who reach one; the gap is the most deprived fifth's mean less everyone else's. Null where nobody is.
 */
export interface Outcome {
  open: number;
  minutes: number | null;
  deprivedMinutes: number | null;
  /** Minutes that the most deprived fifth travel more than everyone else. */
  gapMinutes: number | null;
  longest: number | null;
  residents: number;
  deprived: number;
  outOfReach: number;
  /** People within the minutes asked about; null where none were. */
  within: number | null;
  deprivedWithin: number | null;
}

/**
 * The outcome of these sites being open, by time. Everyone goes to the closest of them, or where room decides to the site
 * `goes` names by its place in the times, −1 to none. O(areas × open).
 */
export function outcomeOf(
  people: People,
  {times, indexOf, ids}: MeasuredTimes,
  open: Iterable<string>,
  withinMinutes: number | null,
  goes: Int32Array | null,
): Outcome {
  const mask = new Uint8Array(ids.length);
  for (const id of open) {
    const at = indexOf.get(id);
    if (at !== undefined) mask[at] = 1;
  }
  const seconds = goes
    ? Float64Array.from(goes, (site, area) => (site < 0 ? UNREACHED : times.seconds[site * times.areas + area]!))
    : closest(times, mask).seconds;
  const all = {people: 0, minutes: 0, reached: 0, within: 0};
  const poor = {people: 0, minutes: 0, reached: 0, within: 0};
  let longest: number | null = null;
  for (let area = 0; area < seconds.length; area++) {
    const each = people.residents[area]! || 0;
    if (each === 0) continue;
    const reached = seconds[area]! < UNREACHED;
    const minutes = seconds[area]! / 60;
    for (const group of people.fifth[area] === 1 ? [all, poor] : [all]) {
      group.people += each;
      if (!reached) continue;
      group.reached += each;
      group.minutes += each * minutes;
      if (withinMinutes !== null && seconds[area]! <= withinMinutes * 60) group.within += each;
    }
    if (reached) longest = Math.max(longest ?? 0, minutes);
  }
  const mean = (minutes: number, reached: number) => (reached > 0 ? minutes / reached : null);
  const minutes = mean(all.minutes, all.reached);
  const deprivedMinutes = mean(poor.minutes, poor.reached);
  const rest = mean(all.minutes - poor.minutes, all.reached - poor.reached);
  return {
    open: mask.reduce((sum, each) => sum + each, 0),
    minutes,
    deprivedMinutes,
    gapMinutes: deprivedMinutes === null || rest === null ? null : deprivedMinutes - rest,
    longest,
    residents: all.people,
    deprived: poor.people,
    outOfReach: all.people - all.reached,
    within: withinMinutes === null ? null : all.within,
    deprivedWithin: withinMinutes === null ? null : poor.within,
  };
}
