import type {Found} from './answer.ts';
import type {Judge} from './evaluate.ts';

/** Who goes where when sites have so much room: for each area its site, or −1 where no allowed site could take it. */
export interface Rooming {
  objective: number;
  assignment: Int32Array;
}

/**
 * The best way to give every area whole to one open site with room, by trying: areas with most people first, dearer sites
 * last, given up as soon as the rest at its cheapest could not be better. For sites so few and areas so few that the
 * exhaustive search looks at them; exact. `null` where there is not room enough.
 */
export function roomWhole(judge: Judge, sites: readonly number[]): Rooming | null {
  const {problem, weights, reachable} = judge;
  const {areas, cost, outOfReach, capacity, people} = problem;
  const placed = Array.from({length: areas}, (_, area) => area).filter((area) => reachable[area]);
  placed.sort((a, b) => people[b]! - people[a]! || a - b);
  const choices = placed.map((area) =>
    sites
      .filter((site) => cost[site * areas + area]! < outOfReach)
      .map((site) => ({site, cost: weights[area]! * cost[site * areas + area]!}))
      .sort((a, b) => a.cost - b.cost || a.site - b.site),
  );
  const rest = new Float64Array(placed.length + 1);
  for (let at = placed.length - 1; at >= 0; at--) rest[at] = rest[at + 1]! + (choices[at]![0]?.cost ?? Infinity);
  const room = new Map(sites.map((site) => [site, capacity![site]! * (1 + 1e-12)]));
  const assignment = new Int32Array(areas).fill(-1);
  let best: Rooming | null = null;
  const place = (at: number, soFar: number): void => {
    if (soFar + rest[at]! >= (best?.objective ?? Infinity)) return;
    if (at === placed.length) {
      best = {objective: soFar, assignment: assignment.slice()};
      return;
    }
    const area = placed[at]!;
    for (const choice of choices[at]!) {
      const left = room.get(choice.site)!;
      if (left < people[area]!) continue;
      room.set(choice.site, left - people[area]!);
      assignment[area] = choice.site;
      place(at + 1, soFar + choice.cost);
      assignment[area] = -1;
      room.set(choice.site, left);
    }
  };
  place(0, 0);
  return best;
}

/**
 * The people of every area that must be covered put into open sites within the cutoff, closest first, an area’s people being
 * free to split; `null` where they do not fit. A flow from areas to sites, filled by shortest augmenting paths: for each area
 * the people that each of the sites takes, in the order of `sites`. Exact up to 1e-9 of all people. Whether they fit does not
 * hang on the order; who goes where does, and is one way of many.
 */
export function roomSplit(judge: Judge, sites: readonly number[]): Float64Array[] | null {
  const {problem, mustCover} = judge;
  const {areas, cost, outOfReach, cutoff, capacity, people} = problem;
  const count = sites.length;
  const flow = Array.from({length: areas}, () => new Float64Array(count));
  const left = Float64Array.from(sites, (site) => capacity![site]!);
  const joined = (area: number, s: number) => {
    const each = cost[sites[s]! * areas + area]!;
    return each <= cutoff && each < outOfReach;
  };
  let all = 0;
  for (let area = 0; area < areas; area++) if (mustCover[area]) all += people[area]!;
  const least = 1e-9 * Math.max(1, all);
  for (let from = 0; from < areas; from++) {
    if (!mustCover[from]) continue;
    let toPlace = people[from]!;
    while (toPlace > least) {
      // Breadth first over sites: a full site is left by moving some of another area’s people on.
      const cameArea = new Int32Array(count).fill(-1);
      const cameSite = new Int32Array(count).fill(-1);
      const queue: number[] = [];
      for (let s = 0; s < count; s++) {
        if (!joined(from, s)) continue;
        cameArea[s] = from;
        queue.push(s);
      }
      queue.sort((a, b) => cost[sites[a]! * areas + from]! - cost[sites[b]! * areas + from]! || a - b);
      let end = -1;
      for (let head = 0; head < queue.length && end < 0; head++) {
        const s = queue[head]!;
        if (left[s]! > least) {
          end = s;
          break;
        }
        for (let area = 0; area < areas; area++) {
          if (flow[area]![s]! <= least) continue;
          for (let t = 0; t < count; t++) {
            if (cameArea[t]! >= 0 || !joined(area, t)) continue;
            cameArea[t] = area;
            cameSite[t] = s;
            queue.push(t);
          }
        }
      }
      if (end < 0) return null;
      let amount = Math.min(toPlace, left[end]!);
      for (let t = end; cameSite[t]! >= 0; t = cameSite[t]!)
        amount = Math.min(amount, flow[cameArea[t]!]![cameSite[t]!]!);
      left[end]! -= amount;
      for (let t = end; t >= 0; t = cameSite[t]!) {
        flow[cameArea[t]!]![t]! += amount;
        if (cameSite[t]! >= 0) flow[cameArea[t]!]![cameSite[t]!]! -= amount;
      }
      toPlace -= amount;
    }
  }
  return flow;
}

/** Who goes where, and the people whom each site takes. */
export interface Taken {
  /** The site that takes most of each area, −1 where none does. */
  assignment: Int32Array;
  /** People by site, of all sites. */
  load: Float64Array;
  /** Areas whose people go to more than one site. */
  shared: number;
}

/** How an answer fills its sites: whole areas as they were put, or for CLSCP one way to share them out. */
export function takenBy(judge: Judge, {sites, assignment}: Pick<Found, 'sites' | 'assignment'>): Taken {
  const {areas, kind, people, sites: all} = judge.problem;
  const load = new Float64Array(all);
  const flow = kind === 'clscp' ? roomSplit(judge, sites) : null;
  const main = new Int32Array(areas).fill(-1);
  let shared = 0;
  for (let area = 0; area < areas; area++) {
    if (!flow) {
      main[area] = assignment?.[area] ?? -1;
      if (main[area]! >= 0) load[main[area]!]! += people[area]!;
      continue;
    }
    let most = 0;
    let takers = 0;
    flow[area]!.forEach((taken, at) => {
      load[sites[at]!]! += taken;
      if (taken > 1e-9 * people[area]!) takers++;
      if (taken <= most) return;
      most = taken;
      main[area] = sites[at]!;
    });
    if (takers > 1) shared++;
  }
  return {assignment: main, load, shared};
}
