import type {Closest} from '../core/access/closest.ts';
import {closest, withSiteClosed, withSiteOpened} from '../core/access/closest.ts';
import type {TravelTimes} from '../core/graph/travel-times.ts';

interface Known {
  open: Uint8Array;
  closest: Closest;
}

/** Answers kept for each matrix: an option, the one against it, and the steps a planner goes back by undo. */
const MOST = 8;

/** With more sites opened or closed than this, asking anew is as quick as going step by step. */
const MOST_STEPS = 4;

const known = new WeakMap<TravelTimes, Known[]>();

/**
 * Says that a matrix is an earlier one but for the rows of these sites, as when a site was moved: what is known of the
 * earlier one is worked out for this one, each site closing where it was and opening where it is.
 */
export function carryOver(times: TravelTimes, from: TravelTimes, sites: readonly number[]): void {
  if (sites.length > MOST_STEPS) return;
  const moved = (known.get(from) ?? []).map(({open, closest: before}) => {
    const offering = sites.filter((site) => open[site]);
    const without = open.slice();
    for (const site of offering) without[site] = 0;
    return {open, closest: stepped(stepped(before, open, from, offering), without, times, offering)};
  });
  known.set(times, moved);
}

/**
 * The closest open site of every area, as `closest` has it. An answer given lately is given again; one that differs from it
 * by few sites is worked out from it, so that opening, closing or moving a site answers at once. Nobody writes to it.
 */
export function closestKnown(times: TravelTimes, open: Uint8Array): Closest {
  const held = known.get(times) ?? [];
  const same = held.find((each) => difference(each.open, open).length === 0);
  const answer = same?.closest ?? fromNearest(held, times, open) ?? closest(times, open);
  const others = held.filter((each) => each !== same);
  known.set(times, [{open, closest: answer}, ...others].slice(0, MOST));
  return answer;
}

function difference(one: Uint8Array, other: Uint8Array): number[] {
  const sites: number[] = [];
  for (let site = 0; site < one.length && sites.length <= MOST_STEPS; site++)
    if (one[site] !== other[site]) sites.push(site);
  return sites;
}

function fromNearest(held: readonly Known[], times: TravelTimes, open: Uint8Array): Closest | null {
  const near = held
    .map((each) => ({...each, sites: difference(each.open, open)}))
    .sort((one, other) => one.sites.length - other.sites.length)[0];
  if (!near || near.sites.length > MOST_STEPS) return null;
  return stepped(near.closest, near.open, times, near.sites);
}

/** Each of these sites opened or closed in turn. */
function stepped(from: Closest, was: Uint8Array, times: TravelTimes, sites: readonly number[]): Closest {
  const open = was.slice();
  let answer = from;
  for (const site of sites) {
    open[site] = open[site] ? 0 : 1;
    answer = open[site] ? withSiteOpened(answer, times, site) : withSiteClosed(answer, times, open, site);
  }
  return answer;
}
