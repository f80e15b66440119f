import type {TravelTimes} from '../graph/travel-times.ts';
import type {Job} from '../job.ts';
import {checkLength} from './check-length.ts';
import {closest} from './closest.ts';
import {knownResidents} from './residents.ts';
import {checkCutoff} from './within.ts';

/** A time of the week, in minutes from Monday 0:00; a span that ends at or before it begins runs over Sunday night. */
export interface OpenSpan {
  from: number;
  to: number;
}

const DAY = 24 * 60;
export const WEEK = 7 * DAY;

/** Monday to Friday, 8:00 to 18:30: the core hours of general practice. Everything else is out of hours. */
export const CORE_HOURS: readonly OpenSpan[] = [0, 1, 2, 3, 4].map((day) => ({
  from: day * DAY + 8 * 60,
  to: day * DAY + 18.5 * 60,
}));

/** What opening hours leave uncovered. Person-hours of a week in which nobody within the cutoff is open. */
export interface HoursCover {
  /** 168 × residents: the whole of what could be covered. */
  personHours: number;
  served: number;
  unserved: number;
  unservedInHours: number;
  unservedOutOfHours: number;
  /** Unserved person-hours by group of areas, all and out of hours. */
  byGroup: Float64Array;
  byGroupOutOfHours: Float64Array;
  /** People served in each of the 168 hours of the week, averaged over the hour. */
  servedByHour: Float64Array;
  areasNotKnown: number;
}

/**
 * Who has an open site within the cutoff, over the week.
 *
 * The week is cut where any site opens or closes; in between, the people within the cutoff of an open site are served.
 * It counts hours in which one *could* go, not appointments, and takes travel times to be the same at all hours.
 * Neighbourhoods, wards or fifths come in as `group`. O(changes a week × areas × open sites).
 */
export function* hoursCover(
  times: TravelTimes,
  hours: readonly (readonly OpenSpan[])[],
  residents: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
  cutoffSeconds: number,
): Job<HoursCover> {
  const {areas, sites} = times;
  checkLength('Hours', hours.length, sites, 'sites');
  checkLength('Residents', residents.length, areas, 'areas');
  checkLength('Group', group.length, areas, 'areas');
  checkCutoff(cutoffSeconds);
  const {people, total, areasNotKnown} = knownResidents(residents);
  const spans = hours.map((own) => own.flatMap(withinWeek));
  const core = CORE_HOURS;
  const cuts = new Set([0, WEEK]);
  for (const {from, to} of [...spans.flat(), ...core]) cuts.add(from).add(to);
  for (let hour = 1; hour < 168; hour++) cuts.add(hour * 60);
  const at = [...cuts].sort((a, b) => a - b);

  const answer: HoursCover = {
    personHours: total * 168,
    served: 0,
    unserved: 0,
    unservedInHours: 0,
    unservedOutOfHours: 0,
    byGroup: new Float64Array(groups),
    byGroupOutOfHours: new Float64Array(groups),
    servedByHour: new Float64Array(168),
    areasNotKnown,
  };
  /** Unserved people by group, and served people, for each set of open sites met so far. */
  const known = new Map<string, {served: number; unserved: Float64Array}>();
  for (let n = 0; n + 1 < at.length; n++) {
    const from = at[n]!;
    const long = (at[n + 1]! - from) / 60;
    const open = Uint8Array.from(spans, (own) => (isDuring(own, from) ? 1 : 0));
    const key = open.join('');
    let state = known.get(key);
    if (!state) {
      state = {served: 0, unserved: new Float64Array(groups)};
      const {seconds, site} = closest(times, open);
      for (let area = 0; area < areas; area++) {
        if (site[area]! >= 0 && seconds[area]! <= cutoffSeconds) state.served += people[area]!;
        else state.unserved[group[area]!]! += people[area]!;
      }
      known.set(key, state);
      yield {done: n, of: at.length - 1, doing: 'Going through the week'};
    }
    const inHours = isDuring(core, from);
    answer.served += state.served * long;
    answer.servedByHour[Math.floor(from / 60)]! += state.served * long;
    for (let g = 0; g < groups; g++) {
      const unserved = state.unserved[g]! * long;
      answer.unserved += unserved;
      answer[inHours ? 'unservedInHours' : 'unservedOutOfHours'] += unserved;
      answer.byGroup[g]! += unserved;
      if (!inHours) answer.byGroupOutOfHours[g]! += unserved;
    }
  }
  return answer;
}

/** Hours a week that a site is open; hours that overlap count once. */
export function hoursAWeek(spans: readonly OpenSpan[]): number {
  const sorted = spans.flatMap(withinWeek).sort((a, b) => a.from - b.from);
  let minutes = 0;
  let until = 0;
  for (const {from, to} of sorted) {
    minutes += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return minutes / 60;
}

function isDuring(spans: readonly OpenSpan[], minute: number): boolean {
  return spans.some(({from, to}) => from <= minute && minute < to);
}

/** A span over Sunday night as the two that it is. */
function withinWeek({from, to}: OpenSpan): OpenSpan[] {
  if (!(from >= 0 && from < WEEK && to >= 0 && to <= WEEK)) {
    throw new RangeError(`A span from minute ${from} to ${to}; a week has ${WEEK} minutes.`);
  }
  if (from < to) return [{from, to}];
  return to === 0
    ? [{from, to: WEEK}]
    : [
        {from, to: WEEK},
        {from: 0, to},
      ];
}
