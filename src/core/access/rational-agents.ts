import {UNREACHED} from '../graph/travel-times.ts';
import type {Job} from '../job.ts';
import {type NoAnswer, noAnswer} from './no-answer.ts';
import {prepared, type SupplyQuestion} from './supply.ts';

/** How the agents move. The defaults are those of pysal's access. */
export interface RationalAgents {
  /** Minutes of travel that weigh as much as a site at exactly the average load. */
  tauMinutes: number;
  cycles: number;
  /** The largest share of an area's people who change site in the first cycle, and in any later one. */
  firstStep: number;
  leastStep: number;
  /** Cycles after which the step has halved. */
  halfLife: number;
}

export const RATIONAL_AGENTS: RationalAgents = {
  tauMinutes: 60,
  cycles: 151,
  firstStep: 0.2,
  leastStep: 0.005,
  halfLife: 50,
};

/** What a journey costs each area once nobody gains by changing site: load of the site + travel in units of tau. */
export interface RationalAccess {
  /** By area; `NaN` where nobody lives or no site with capacity is in reach. */
  cost: Float64Array;
  /** People at each site. */
  atSite: Float64Array;
  peopleOutOfReach: number;
}

/** Cycles in which a site may not take more newcomers than its capacity: later steps are too small to mob anyone. */
const CALM_CYCLES = 20;

/**
 * The rational agent access model, RAAM (Saxon & Snow 2020), as coded in pysal's access.
 *
 * Everyone starts at their closest site. In each cycle some of the people of each area leave the costliest site they use
 * for the cheapest one, cost being load (people over capacity, 1 = average load of the place) plus travel in units of
 * tau; steps shrink until nobody gains much. Low is good. It is an equilibrium of wishes, not a forecast, and depends on
 * tau, which nobody has measured for England. Whole people move, as in the original, so counts under a hundred are rough.
 * The decay of the question is not used. O(cycles × areas × open sites).
 */
export function* rationalAgents(
  question: Omit<SupplyQuestion, 'decay'>,
  agents: RationalAgents,
): Job<RationalAccess | NoAnswer> {
  const from = prepared({...question, decay: new Float64Array(0)});
  const {areas, people} = from;
  const taking = from.taking.filter((site) => from.supply[site]! > 0);
  const {seconds} = question.times;
  const travel = (area: number, n: number) => {
    const time = seconds[taking[n]! * areas + area]!;
    return time === UNREACHED ? Infinity : time / 60 / agents.tauMinutes;
  };
  const living: number[] = [];
  let peopleOutOfReach = 0;
  let demand = 0;
  for (let area = 0; area < areas; area++) {
    if (people[area] === 0) continue;
    if (taking.some((_, n) => travel(area, n) < Infinity)) {
      living.push(area);
      demand += people[area]!;
    } else peopleOutOfReach += people[area]!;
  }
  const supply = taking.reduce((sum, site) => sum + from.supply[site]!, 0);
  if (!(supply > 0) || living.length === 0) return noAnswer('no-supply');

  const many = taking.length;
  const capacity = taking.map((site) => (from.supply[site]! * demand) / supply);
  const cost = Float64Array.from({length: living.length * many}, (_, at) =>
    travel(living[Math.floor(at / many)]!, at % many),
  );
  const assigned = new Float64Array(living.length * many);
  living.forEach((area, row) => {
    assigned[row * many + indexOfLeast(cost, row * many, many)] = people[area]!;
  });

  const load = new Float64Array(many);
  const moved = new Float64Array(living.length);
  const toSite = new Int32Array(living.length);
  const fromSite = new Int32Array(living.length);
  for (let cycle = 0; cycle < agents.cycles; cycle++) {
    addUp(assigned, load, many);
    const step = Math.max(agents.leastStep, agents.firstStep * 0.5 ** (cycle / agents.halfLife));
    const coming = new Float64Array(many);
    for (let row = 0; row < living.length; row++) {
      const [best, worst] = bestAndWorst(row, many, cost, load, capacity, assigned);
      toSite[row] = best;
      fromSite[row] = worst;
      moved[row] = wishing(row * many, best, worst, cost, load, capacity, assigned, step * people[living[row]!]!);
      coming[best]! += moved[row]!;
    }
    for (let row = 0; row < living.length; row++) {
      const best = toSite[row]!;
      const crowd = cycle < CALM_CYCLES ? Math.max(1, coming[best]! / capacity[best]!) : 1;
      const people = crowd > 1 ? halfToEven(moved[row]! / crowd) : moved[row]!;
      assigned[row * many + best]! += people;
      assigned[row * many + fromSite[row]!]! -= people;
    }
    if (cycle % 5 === 4) yield {done: cycle + 1, of: agents.cycles, doing: 'Letting people choose'};
  }
  // As in the original, the cost is that of the last cycle's loads with the people where they then went.
  const answer = new Float64Array(areas).fill(Number.NaN);
  living.forEach((area, row) => {
    let sum = 0;
    for (let n = 0; n < many; n++) {
      const here = assigned[row * many + n]!;
      if (here > 0) sum += here * (load[n]! / capacity[n]! + cost[row * many + n]!);
    }
    answer[area] = sum / people[area]!;
  });
  addUp(assigned, load, many);
  const atSite = new Float64Array(question.times.sites);
  taking.forEach((site, n) => {
    atSite[site] = load[n]!;
  });
  return {cost: answer, atSite, peopleOutOfReach};
}

/** The cheapest site of all, and the costliest of those in use; the lower index of equals. */
function bestAndWorst(
  row: number,
  many: number,
  cost: Float64Array,
  load: Float64Array,
  capacity: readonly number[],
  assigned: Float64Array,
): [number, number] {
  let best = 0;
  let worst = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let n = 0; n < many; n++) {
    const total = load[n]! / capacity[n]! + cost[row * many + n]!;
    if (total < least) {
      least = total;
      best = n;
    }
    if (assigned[row * many + n]! !== 0 && total > most) {
      most = total;
      worst = n;
    }
  }
  return [best, worst];
}

/** Whole people of one area who would make the two sites equally costly, within what may move in a step. */
function wishing(
  row: number,
  best: number,
  worst: number,
  cost: Float64Array,
  load: Float64Array,
  capacity: readonly number[],
  assigned: Float64Array,
  limit: number,
): number {
  if (best === worst) return 0;
  const [room, roomWorst] = [capacity[best]!, capacity[worst]!];
  const [here, there] = [assigned[row + best]!, assigned[row + worst]!];
  const others = load[best]! - here;
  const othersWorst = load[worst]! - there;
  const even =
    ((room * roomWorst) / (room + roomWorst)) *
    (cost[row + worst]! - cost[row + best]! + (here + there + othersWorst) / roomWorst - others / room);
  return Math.trunc(Math.min(even - here, there, limit));
}

function addUp(assigned: Float64Array, load: Float64Array, many: number): void {
  load.fill(0);
  for (let at = 0; at < assigned.length; at++) load[at % many]! += assigned[at]!;
}

function indexOfLeast(values: Float64Array, from: number, count: number): number {
  let best = 0;
  for (let n = 1; n < count; n++) if (values[from + n]! < values[from + best]!) best = n;
  return best;
}

/** A half goes to the even neighbour, as the original rounds. */
function halfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}
