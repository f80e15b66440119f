import type {Change} from '../domain/change.ts';
import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {isPlaced, newPlacement, placementId} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import {row} from '../domain/plan.ts';
import {newService, type Service} from '../domain/service.ts';
import {maybe, number, oneOf, text, words} from './fields.ts';
import {found, freshId} from './found.ts';
import {change} from './kinds.ts';

const where = {service: text(80), site: text(80), option: text(80)};

const rates = {
  visitsPerYear: maybe(number(0, 1000)),
  usersPer1000: maybe(number(0, 1000)),
  fromAge: maybe(number(0, 120)),
  toAge: maybe(number(0, 120)),
  minutesPerVisit: maybe(number(0, 100_000)),
  shareCar: maybe(number(0, 1)),
  shareNepts: maybe(number(0, 1)),
  shareUsingNearest: maybe(number(0, 1)),
  shareDigital: maybe(number(0, 1)),
  demandColumn: maybe(words(80)),
};

/** What is wrong with a service's rates taken together, as a sentence. */
function sensible(service: Service): Service {
  if (service.shareCar + service.shareNepts > 1) {
    const sum = (service.shareCar + service.shareNepts).toFixed(2);
    throw new PlanError(
      'invalid',
      `The shares by car and by patient transport add up to ${sum}; they can be at most 1.`,
      'shareCar',
    );
  }
  if (service.fromAge > service.toAge) {
    throw new PlanError(
      'invalid',
      `The ages run from ${service.fromAge} to ${service.toAge}; put the younger first.`,
      'fromAge',
    );
  }
  return service;
}

function place(plan: Plan, service: string, site: string, option: string): Change {
  const label = `Put ${found(plan, 'service', service).name} at ${found(plan, 'site', site).name}`;
  const {id} = found(plan, 'option', option);
  if (isPlaced(plan, id, site, service)) {
    throw new PlanError(
      'invalid',
      `${found(plan, 'site', site).name} already has ${service} in this option.`,
      'service',
    );
  }
  const own = row(plan, 'placement', placementId(id, site, service));
  return put(label, 'placement', own ? {...own, state: 'offered'} : newPlacement(id, site, service));
}

function withdraw(plan: Plan, service: string, site: string, option: string): Change {
  const label = `Withdraw ${found(plan, 'service', service).name} from ${found(plan, 'site', site).name}`;
  const {id} = found(plan, 'option', option);
  if (!isPlaced(plan, id, site, service)) {
    throw new PlanError(
      'invalid',
      `${found(plan, 'site', site).name} doesn’t have ${service} in this option.`,
      'service',
    );
  }
  const own = row(plan, 'placement', placementId(id, site, service));
  // As now, or placed by this option alone: the row goes. Otherwise the option says that what is there now is withdrawn.
  const now = row(plan, 'placement', placementId(AS_NOW, site, service));
  if (id === AS_NOW || !now) return remove(label, 'placement', own!.id);
  return put(label, 'placement', {...(own ?? newPlacement(id, site, service)), state: 'withdrawn'});
}

/** What a service is, beside its rates: changing it leaves the source of the rates what it is. */
const description = {
  unit: maybe(text(40)),
  theme: maybe(oneOf('physical', 'mental', 'care', 'council', 'community', 'determinant')),
  alike: maybe(words(40)),
};

export const services = {
  'services.place': change(where, (plan, {service, site, option}) => place(plan, service, site, option)),
  'services.withdraw': change(where, (plan, {service, site, option}) => withdraw(plan, service, site, option)),
  'services.add': change({name: text(80), ...rates, ...description}, (plan, {name, ...said}) => {
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const fresh: Service = {...newService(freshId(name, plan.service), name, 'Added by a planner'), ...given};
    return put(`Add the service ${name}`, 'service', sensible(fresh));
  }),
  'services.edit': change(
    {
      service: text(80),
      name: maybe(text(80)),
      source: maybe(text(300)),
      confidence: maybe(oneOf('published', 'derived', 'assumed')),
      ...rates,
      ...description,
    },
    (plan, {service, ...said}) => {
      const old = found(plan, 'service', service);
      const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
      const edited: Service = {...old, ...given};
      // A new name leaves the figures what they are; a new figure is the planner's own until a source is named.
      const changed = (Object.keys(rates) as (keyof typeof rates)[]).some((rate) => edited[rate] !== old[rate]);
      if (changed) {
        edited.confidence = said.confidence ?? 'assumed';
        edited.source = said.source ?? 'Changed by a planner';
      }
      return put(`Edit ${old.name}`, 'service', sensible(edited));
    },
  ),
  'services.remove': change({service: text(80)}, (plan, {service}) => {
    const {name} = found(plan, 'service', service);
    const placed = [...plan.placement.values()].filter((each) => each.service === service).map((each) => each.id);
    const verdicts = [...plan.verdict.values()].filter((each) => each.service === service).map((each) => each.id);
    return {
      label: `Remove the service ${name}`,
      put: {},
      remove: {service: [service], placement: placed, verdict: verdicts},
    };
  }),
};
