import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import type {Job} from '../job.ts';
import {checkLength} from './check-length.ts';
import {knownResidents} from './residents.ts';
import {checkCutoff} from './within.ts';

/** The areas within the cutoff of each open site, and what follows for each site alone. All lists run in index order. */
export interface Catchments {
  /** Open sites; the other arrays stand by place in this list. */
  sites: Int32Array;
  /** Areas of place n: `areas.subarray(start[n], start[n + 1])`. */
  areas: Int32Array;
  start: Int32Array;
  people: Float64Array;
  mostDeprived: Float64Array;
  /** People whom no other open site covers: those who would lose cover. */
  onlyHere: Float64Array;
  onlyHereMostDeprived: Float64Array;
}

/** Two sites whose catchments share people. */
export interface Overlap {
  a: number;
  b: number;
  both: number;
  either: number;
  /** Shared people over all people of the two: 1 is the same catchment, 0 none shared (Jaccard, by people). */
  jaccard: number;
  /** Share of a's people who are also within b's catchment, and the other way about. */
  ofA: number;
  ofB: number;
}

/**
 * The catchments of open sites within a cutoff. Unlike the catchment on the map, which gives each area to one site,
 * these overlap: that is what is asked. O(areas × open sites).
 */
export function catchmentsWithin(
  times: TravelTimes,
  open: Uint8Array,
  residents: ArrayLike<number>,
  mostDeprived: Uint8Array,
  cutoffSeconds: number,
): Catchments {
  const {areas: many, seconds} = times;
  checkLength('Open', open.length, times.sites, 'sites');
  checkLength('Residents', residents.length, many, 'areas');
  checkLength('Most deprived', mostDeprived.length, many, 'areas');
  checkCutoff(cutoffSeconds);
  const {people} = knownResidents(residents);
  const sites = Int32Array.from([...open.keys()].filter((site) => open[site]));
  const start = new Int32Array(sites.length + 1);
  const coveredBy = new Uint32Array(many);
  const covers = (site: number, area: number) => {
    const time = seconds[site * many + area]!;
    return time !== UNREACHED && time <= cutoffSeconds;
  };
  sites.forEach((site, n) => {
    let count = 0;
    for (let area = 0; area < many; area++) {
      if (!covers(site, area)) continue;
      count++;
      coveredBy[area]!++;
    }
    start[n + 1] = start[n]! + count;
  });
  const answer: Catchments = {
    sites,
    areas: new Int32Array(start[sites.length]!),
    start,
    people: new Float64Array(sites.length),
    mostDeprived: new Float64Array(sites.length),
    onlyHere: new Float64Array(sites.length),
    onlyHereMostDeprived: new Float64Array(sites.length),
  };
  sites.forEach((site, n) => {
    let at = start[n]!;
    for (let area = 0; area < many; area++) {
      if (!covers(site, area)) continue;
      answer.areas[at++] = area;
      const here = people[area]!;
      const deprived = mostDeprived[area] ? here : 0;
      answer.people[n]! += here;
      answer.mostDeprived[n]! += deprived;
      if (coveredBy[area] !== 1) continue;
      answer.onlyHere[n]! += here;
      answer.onlyHereMostDeprived[n]! += deprived;
    }
  });
  return answer;
}

/**
 * Every pair of sites whose catchments share people, by lowest index first.
 *
 * Pairs that share nobody are left out: their overlap is 0. Overlap is nearness of people, not sameness of service: two
 * surgeries side by side in a town overlap almost wholly and may both be full. O(pairs × areas of a catchment).
 */
export function* overlaps(catchments: Catchments, residents: ArrayLike<number>): Job<Overlap[]> {
  const {sites, areas, start} = catchments;
  const {people: known} = knownResidents(residents);
  const here = new Float64Array(known.length);
  const answer: Overlap[] = [];
  let looked = 0;
  for (let m = 0; m < sites.length; m++) {
    const mine = areas.subarray(start[m]!, start[m + 1]!);
    for (const area of mine) here[area] = known[area]!;
    for (let n = m + 1; n < sites.length; n++) {
      const end = start[n + 1]!;
      let both = 0;
      for (let at = start[n]!; at < end; at++) both += here[areas[at]!]!;
      looked += end - start[n]!;
      if (both > 0) answer.push(overlap(catchments, m, n, both));
    }
    for (const area of mine) here[area] = 0;
    if (looked > 1_000_000) {
      looked = 0;
      yield {done: m + 1, of: sites.length, doing: 'Comparing catchments'};
    }
  }
  return answer;
}

function overlap({sites, people}: Catchments, m: number, n: number, both: number): Overlap {
  const either = people[m]! + people[n]! - both;
  return {
    a: sites[m]!,
    b: sites[n]!,
    both,
    either,
    jaccard: both / either,
    ofA: both / people[m]!,
    ofB: both / people[n]!,
  };
}
