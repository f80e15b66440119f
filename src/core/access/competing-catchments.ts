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
 * Supply a person has when sites compete for them: three-step floating catchment, 3SFCA (Wan, Zou & Sternberg 2012), as
 * coded in pysal's access.
 *
 * Before the two steps, each person is divided over the sites they can reach in proportion to the decay, so that someone
 * with five sites in reach is not demand at all five. Supply is conserved. Offered because it is asked for; Páez and
 * others advise against it (ipeaGIT/accessibility #8), and `balanced` answers the same worry. O(areas × open sites).
 */
export function* threeStep(question: SupplyQuestion): Job<SupplyAccess> {
  const from = prepared(question);
  const weightOfArea = yield* decayOverSites(question, from);
  const weigh = (f: number, area: number) => (f > 0 ? (f * f) / weightOfArea[area]! : 0);
  const demand = yield* demandBy(question, from, weigh);
  const perSite = ratios(from, demand);
  const perPerson = yield* supplyBy(question, from, perSite, weigh);
  const found = sharedOut(from.people, perPerson);
  const audit = supplyAudit(from, demand, 'all supply in reach is shared out', supplyReached(from, demand), found);
  return {perPerson, perSite, audit};
}

/**
 * The balanced form, BFCA (Páez, Higgins & Vivona 2019), as coded in ipeaGIT/accessibility.
 *
 * Weights are made shares both ways: each person is divided over sites, so that all demand adds up to the people there
 * are; and each site's ratio is divided over areas, so that the areas add up to the sites. An area's number is thus a
 * share of the ratios, *not* supply a person: it falls when areas are cut smaller and has no total in people. Compare
 * areas within one answer only. O(areas × open sites).
 */
export function* balanced(question: SupplyQuestion): Job<SupplyAccess> {
  const from = prepared(question);
  const weightOfArea = yield* decayOverSites(question, from);
  const weightOfSite = yield* decayOverAreas(question, from);
  const demand = yield* demandBy(question, from, (f, area) => (f > 0 ? f / weightOfArea[area]! : 0));
  const perSite = ratios(from, demand);
  const perPerson = yield* supplyBy(question, from, perSite, (f, _, site) => (f > 0 ? f / weightOfSite[site]! : 0));
  const expected = perSite.reduce((sum, ratio) => sum + ratio, 0);
  const found = perPerson.reduce((sum, share) => sum + share, 0);
  return {perPerson, perSite, audit: supplyAudit(from, demand, 'areas and sites add up alike', expected, found)};
}

/** Σ over sites of the decay, by area: how much choice an area has. */
function* decayOverSites(question: SupplyQuestion, from: Prepared): Job<Float64Array> {
  const sum = new Float64Array(from.areas);
  yield* pairs(question, from, 'Weighing sites', (f, area) => {
    sum[area]! += f;
  });
  return sum;
}

/** Σ over areas of the decay, by site. Areas count, not their people: that is how the authors have it. */
function* decayOverAreas(question: SupplyQuestion, from: Prepared): Job<Float64Array> {
  const sum = new Float64Array(question.times.sites);
  yield* pairs(question, from, 'Weighing areas', (f, _, site) => {
    sum[site]! += f;
  });
  return sum;
}

type Weigh = (decay: number, area: number, site: number) => number;

function* demandBy(question: SupplyQuestion, from: Prepared, weigh: Weigh): Job<Float64Array> {
  const demand = new Float64Array(question.times.sites);
  yield* pairs(question, from, 'Adding up demand', (f, area, site) => {
    demand[site]! += from.people[area]! * weigh(f, area, site);
  });
  return demand;
}

function* supplyBy(question: SupplyQuestion, from: Prepared, perSite: Float64Array, weigh: Weigh): Job<Float64Array> {
  const perPerson = new Float64Array(from.areas);
  yield* pairs(question, from, 'Sharing out capacity', (f, area, site) => {
    perPerson[area]! += perSite[site]! * weigh(f, area, site);
  });
  return perPerson;
}

function* pairs(
  question: SupplyQuestion,
  from: Prepared,
  doing: string,
  visit: (decay: number, area: number, site: number) => void,
): Job<void> {
  const {seconds} = question.times;
  const {areas, taking} = from;
  const slice = sitesPerSlice(areas);
  for (let n = 0; n < taking.length; n++) {
    const site = taking[n]!;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      visit(question.decay[seconds[pair]!]!, area, site);
    }
    if ((n + 1) % slice === 0) yield {done: n + 1, of: taking.length, doing};
  }
}
