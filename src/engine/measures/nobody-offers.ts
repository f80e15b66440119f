import {inSentence} from '../../domain/in-sentence.ts';
import {AS_NOW} from '../../domain/option.ts';
import {sitesOffering} from '../../domain/placement.ts';
import type {Plan} from '../../domain/plan.ts';
import type {Service} from '../../domain/service.ts';

/** As many services as a sentence names. */
const NAMED = 6;

/**
 * Why a ledger of this service is all nought, and what to do: no site offers it in the option before, or in the one after,
 * so every journey lacks one of its two sides. Null where both have a site.
 */
export function nobodyOffers(plan: Plan, service: Service, before: string, after: string): string | null {
  const name = inSentence(service.name);
  const remedy = `add the site that people go to today, in this place or outside it, and tick ${name} there`;
  if (isNowhere(plan, service, before))
    return `Nobody offers ${name} ${inOption(plan, before)}, so no journey to it can get shorter: nothing is saved, and people who come within reach are counted apart. To see what is saved, ${remedy}.`;
  if (isNowhere(plan, service, after))
    return `Nobody offers ${name} ${inOption(plan, after)}, so every journey to it ends: nothing is saved, and its users are counted as no longer reachable. To compare, ${remedy}.`;
  return null;
}

/** The services that have no site in either option, in one sentence; null where there is none. */
export function servicesNobodyOffers(plan: Plan, before: string, after: string): string | null {
  const names = [...plan.service.values()]
    .filter((service) => isNowhere(plan, service, before) && isNowhere(plan, service, after))
    .map(({name}) => inSentence(name));
  if (names.length === 0) return null;
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `Nobody offers ${names.slice(0, NAMED).join(', ')}${more}, so no ledger is written for ${names.length === 1 ? 'it' : 'them'}. Add the sites that people go to today, in this place or outside it, and tick their services there.`;
}

function isNowhere(plan: Plan, {id}: Service, option: string): boolean {
  return sitesOffering(plan, option, id).length === 0;
}

function inOption(plan: Plan, option: string): string {
  return option === AS_NOW ? 'as now' : `in “${plan.option.get(option)!.name}”`;
}
