import {UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';

/**
 * Residents by what the cutoff makes of them. Each resident of an area is in exactly one of `served` (time ≤ cutoff),
 * `beyond` (a path, but longer) and `unreachable` (no path). `residents` is summed on its own, not from the three.
 */
export interface Within {
  areas: number;
  residents: number;
  served: number;
  beyond: number;
  unreachable: number;
  areasNotKnown: number;
}

/**
 * People within a cutoff of their closest open site: "coverage", the step-decay cumulative measure.
 *
 * The cutoff is inclusive: at 15 minutes exactly one is within 15 minutes. Everybody in an area is taken to travel from
 * its one centre, so an area is served whole or not at all; "served" means near enough, not that there is room. An area
 * whose residents are not known (`NaN`) counts nobody and is reported in `areasNotKnown`. O(areas).
 */
export function peopleWithin(seconds: Uint16Array, residents: ArrayLike<number>, cutoffSeconds: number): Within {
  return peopleWithinByGroup(seconds, residents, new Uint8Array(seconds.length), 1, cutoffSeconds)[0]!;
}

/** The same for areas that fall into groups: answer `g` counts the areas whose group is `g`, from 0. */
export function peopleWithinByGroup(
  seconds: Uint16Array,
  residents: ArrayLike<number>,
  group: Uint8Array,
  groups: number,
  cutoffSeconds: number,
): Within[] {
  checkLength('Residents', residents.length, seconds.length, 'areas');
  checkLength('Group', group.length, seconds.length, 'areas');
  checkCutoff(cutoffSeconds);
  const answer = Array.from({length: groups}, nobody);
  for (let area = 0; area < seconds.length; area++) {
    const counted = answer[group[area]!];
    if (!counted) throw new RangeError(`Area ${area} is in group ${group[area]}, but there are ${groups} groups.`);
    count(counted, seconds[area]!, residents[area]!, cutoffSeconds);
  }
  return answer;
}

/**
 * The same by age band, or by anything else that divides the people *inside* an area.
 * `residentsByBand` is band-major: band `b` of area `i` stands at `b * areas + i`.
 */
export function peopleWithinByBand(
  seconds: Uint16Array,
  residentsByBand: Float64Array,
  bands: number,
  cutoffSeconds: number,
): Within[] {
  const areas = seconds.length;
  checkLength('Residents by band', residentsByBand.length, areas * bands, 'pairs of band and area');
  return Array.from({length: bands}, (_, band) =>
    peopleWithin(seconds, residentsByBand.subarray(band * areas, (band + 1) * areas), cutoffSeconds),
  );
}

function nobody(): Within {
  return {areas: 0, residents: 0, served: 0, beyond: 0, unreachable: 0, areasNotKnown: 0};
}

function count(into: Within, time: number, people: number, cutoffSeconds: number): void {
  into.areas++;
  if (Number.isNaN(people)) {
    into.areasNotKnown++;
    return;
  }
  if (people < 0) throw new RangeError(`An area has ${people} residents; a count is 0 or more.`);
  into.residents += people;
  // Asked first: a cutoff may be longer than any path, and then "no path" must still not be "within".
  if (time === UNREACHED) into.unreachable += people;
  else if (time <= cutoffSeconds) into.served += people;
  else into.beyond += people;
}

export function checkCutoff(cutoffSeconds: number): void {
  if (!(cutoffSeconds >= 0)) throw new RangeError(`A cutoff of ${cutoffSeconds} seconds; it is 0 or more.`);
}
