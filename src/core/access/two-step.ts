import type {Job} from '../job.ts';
import {sitesPerSlice} from './slices.ts';
import {
  type Prepared,
  prepared,
  ratios,
  type SupplyAccess,
  type SupplyQuestion,
  sharedOut,
  supplyAudit,
  supplyReached,
} from './supply.ts';

/**
 * Supply a person has: two-step floating catchment, 2SFCA with a binary decay (Luo & Wang 2003), E2SFCA with any other
 * (Luo & Qi 2009).
 *
 * Step one shares each site's supply over everyone who can come to it, weighted by the decay; step two adds up, for each
 * area, the shares of the sites that it can reach. It says how much there is to go round, not whether anyone is turned
 * away, and it counts a person as demand at every site in reach, which overstates demand where there is choice.
 * All supply in reach is shared out, to the last unit: the audit asserts it. O(areas × open sites).
 */
export function* twoStep(question: SupplyQuestion): Job<SupplyAccess> {
  return yield* catchments(question, 1, 'all supply in reach is shared out');
}

/**
 * The modified form, M2SFCA (Delamater 2013): distance lowers what is *used*, not only how it is shared.
 *
 * The decay counts twice, so where everybody lives far away some supply goes unused, by design; no more is shared out
 * than there is. Compare it with `twoStep` only side by side, never as if they had the same total.
 */
export function* modifiedTwoStep(question: SupplyQuestion): Job<SupplyAccess> {
  return yield* catchments(question, 2, 'no more is shared out than there is');
}

function* catchments(
  question: SupplyQuestion,
  power: 1 | 2,
  rule: 'all supply in reach is shared out' | 'no more is shared out than there is',
): Job<SupplyAccess> {
  const from = prepared(question);
  const {seconds} = question.times;
  const {areas, people, taking} = from;
  const demand = yield* demandAtSites(question, from);
  const perSite = ratios(from, demand);
  const perPerson = new Float64Array(areas);
  const {decay} = question;
  const slice = sitesPerSlice(areas);
  for (let n = 0; n < taking.length; n++) {
    const site = taking[n]!;
    const ratio = perSite[site]!;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      const f = decay[seconds[pair]!]!;
      perPerson[area]! += ratio * (power === 1 ? f : f * f);
    }
    if ((n + 1) % slice === 0)
      yield {done: taking.length + n + 1, of: 2 * taking.length, doing: 'Sharing out capacity'};
  }
  const found = sharedOut(people, perPerson);
  return {perPerson, perSite, audit: supplyAudit(from, demand, rule, supplyReached(from, demand), found)};
}

/** The people who can come to each site, each weighted by the decay of their time. */
export function* demandAtSites(question: SupplyQuestion, from: Prepared): Job<Float64Array> {
  const {seconds, sites} = question.times;
  const {areas, people, taking} = from;
  const {decay} = question;
  const demand = new Float64Array(sites);
  const slice = sitesPerSlice(areas);
  for (let n = 0; n < taking.length; n++) {
    const site = taking[n]!;
    let sum = 0;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) sum += people[area]! * decay[seconds[pair]!]!;
    demand[site] = sum;
    if ((n + 1) % slice === 0) yield {done: n + 1, of: 2 * taking.length, doing: 'Adding up demand'};
  }
  return demand;
}
