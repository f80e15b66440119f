import type {TravelTimes} from '../graph/travel-times.ts';
import {sameCount} from './audit.ts';
import {checkLength} from './check-length.ts';
import {knownResidents} from './residents.ts';

/** What every member of the floating catchment family starts from. */
export interface SupplyQuestion {
  times: TravelTimes;
  open: Uint8Array;
  /** Residents, or need, by area; `NaN` is not known. */
  demand: ArrayLike<number>;
  /** Capacity by site, in any unit; `NaN` is not known. */
  supply: ArrayLike<number>;
  /** A `decayTable`. */
  decay: Float64Array;
}

/** Supply against the demand that can reach it. Where the decay of every site is 0 an area has 0. */
export interface SupplyAccess {
  /** Supply a person has, by area. */
  perPerson: Float64Array;
  /** Supply a person who comes would find, by site: supply over the demand that reaches it; 0 where none does. */
  perSite: Float64Array;
  audit: SupplyAudit;
}

/** Whether what went out equals what came in. What must equal what differs by method, and is named. */
export interface SupplyAudit {
  /** All supply of open sites, and the part of it that anyone can reach. */
  supply: number;
  supplyInReach: number;
  sitesOutOfReach: number;
  sitesNotKnown: number;
  areasNotKnown: number;
  rule: 'all supply in reach is shared out' | 'no more is shared out than there is' | 'areas and sites add up alike';
  expected: number;
  found: number;
  addsUp: boolean;
}

/** The question with its gaps filled: closed, unknown and empty sites have supply 0 and are left out. */
export interface Prepared {
  areas: number;
  people: Float64Array;
  supply: Float64Array;
  /** Sites that take part, in index order. */
  taking: number[];
  sitesNotKnown: number;
  areasNotKnown: number;
}

export function prepared(question: SupplyQuestion): Prepared {
  const {times, open, demand} = question;
  checkLength('Open', open.length, times.sites, 'sites');
  checkLength('Demand', demand.length, times.areas, 'areas');
  checkLength('Supply', question.supply.length, times.sites, 'sites');
  const {people, areasNotKnown} = knownResidents(demand);
  const supply = new Float64Array(times.sites);
  const taking: number[] = [];
  let sitesNotKnown = 0;
  for (let site = 0; site < times.sites; site++) {
    if (!open[site]) continue;
    const amount = question.supply[site]!;
    if (Number.isNaN(amount)) sitesNotKnown++;
    else if (!(amount >= 0 && amount < Infinity)) {
      throw new RangeError(`Site ${site} has a capacity of ${amount}; it is 0 or more.`);
    } else {
      supply[site] = amount;
      taking.push(site);
    }
  }
  return {areas: times.areas, people, supply, taking, sitesNotKnown, areasNotKnown};
}

/** The audit of a method, once the demand that reaches each site is known. */
export function supplyAudit(
  from: Prepared,
  demandAtSite: Float64Array,
  rule: SupplyAudit['rule'],
  expected: number,
  found: number,
): SupplyAudit {
  let supply = 0;
  let supplyInReach = 0;
  let sitesOutOfReach = 0;
  for (const site of from.taking) {
    supply += from.supply[site]!;
    if (demandAtSite[site]! > 0) supplyInReach += from.supply[site]!;
    else sitesOutOfReach++;
  }
  const addsUp =
    rule === 'no more is shared out than there is'
      ? found <= expected || sameCount(found, expected)
      : sameCount(found, expected);
  const {sitesNotKnown, areasNotKnown} = from;
  return {supply, supplyInReach, sitesOutOfReach, sitesNotKnown, areasNotKnown, rule, expected, found, addsUp};
}

/** Supply over demand, by site; nothing where nobody comes. */
export function ratios(from: Prepared, demandAtSite: Float64Array): Float64Array {
  const ratio = new Float64Array(demandAtSite.length);
  for (const site of from.taking) if (demandAtSite[site]! > 0) ratio[site] = from.supply[site]! / demandAtSite[site]!;
  return ratio;
}

/** The supply of sites that somebody reaches. */
export function supplyReached(from: Prepared, demandAtSite: Float64Array): number {
  return from.taking.reduce((sum, site) => sum + (demandAtSite[site]! > 0 ? from.supply[site]! : 0), 0);
}

/** Σ people × what each has. */
export function sharedOut(people: Float64Array, perPerson: Float64Array): number {
  let sum = 0;
  for (let area = 0; area < people.length; area++) sum += people[area]! * perPerson[area]!;
  return sum;
}
