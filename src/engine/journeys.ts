import type {Closest} from '../core/access/closest.ts';
import {NO_SITE, withSiteOpened} from '../core/access/closest.ts';
import type {LedgerAssumptions} from '../core/journeys/assumptions.ts';
import {badAssumptions} from '../core/journeys/assumptions.ts';
import type {Ledger} from '../core/journeys/ledger.ts';
import {ledger, ledgerByGroup} from '../core/journeys/ledger.ts';
import type {LedgerTerm} from '../core/journeys/ledger-terms.ts';
import {ledgerTerms} from '../core/journeys/ledger-terms.ts';
import {legsToClosest} from '../core/journeys/legs.ts';
import {PlanError} from '../domain/errors.ts';
import type {Plan} from '../domain/plan.ts';
import type {Service} from '../domain/service.ts';
import type {FigureRow} from './assumptions.ts';
import {assumptionsUsed, figureRows, figureValue} from './assumptions.ts';
import {opened} from './context.ts';
import {maybe, number, text} from './fields.ts';
import {FIFTH_LABEL} from './fifth-label.ts';
import {found} from './found.ts';
import {query} from './kinds.ts';
import {nobodyOffers} from './measures/nobody-offers.ts';
import {usersIn} from './measures/users.ts';
import type {People} from './people.ts';
import {siteNamed, timesField} from './question.ts';
import type {SourceUsed} from './sources.ts';
import {sourcesUsed} from './sources.ts';
import type {NotYet} from './standings.ts';
import {standings} from './standings.ts';
import {travelFields} from './travel-asked.ts';

/** One area's part of the ledger: where its users go as things are, where they would go, and what that saves. */
export interface LedgerArea {
  code: string;
  name: string;
  fifth: number;
  users: number;
  minutesBase: number | null;
  minutesOption: number | null;
  kilometresBase: number | null;
  kilometresOption: number | null;
  from: string | null;
  to: string | null;
}

export interface LedgerAnswer {
  service: Service;
  site: {id: string; name: string};
  option: string;
  mode: string;
  ledger: Ledger;
  /** Why the ledger is all nought, where no site offers the service as things are. */
  nobodyOffers: string | null;
  terms: LedgerTerm[];
  byFifth: {label: string; ledger: Ledger}[];
  /** Areas whose journeys would change, the greatest saving of minutes first. */
  areas: LedgerArea[];
  figures: FigureRow[];
  sources: SourceUsed[];
  assumptions: FigureRow[];
  version: string;
}

export type Journeys = {state: 'ready'; journeys: LedgerAnswer} | NotYet;

export const FIGURE_KEYS = ['value-of-time', 'price-uplift', 'carbon-car', 'carbon-nepts', 'nepts-leg', 'nepts-km'];

/** The ledger’s assumptions for a service, from its row and the figures as they stand in the plan. */
export function ledgerAssumptions(plan: Plan, service: Service, shareAvoided: number): LedgerAssumptions {
  const assumed: LedgerAssumptions = {
    // Visits by telephone or online make no journey.
    visitsPerUser: service.visitsPerYear * (1 - service.shareDigital),
    shareUsingClosest: service.shareUsingNearest,
    shareAvoided,
    shareByCar: service.shareCar,
    carKgPerKilometre: figureValue(plan, 'carbon-car'),
    shareByPatientTransport: service.shareNepts,
    patientTransportPoundsPerLeg: figureValue(plan, 'nepts-leg'),
    patientTransportPoundsPerKilometre: figureValue(plan, 'nepts-km'),
    patientTransportKgPerLeg: figureValue(plan, 'carbon-nepts'),
    poundsPerHour: figureValue(plan, 'value-of-time'),
    priceUplift: figureValue(plan, 'price-uplift'),
    valuesTimeOnPatientTransport: true,
  };
  const bad = badAssumptions(assumed)[0];
  if (bad) throw new PlanError('invalid', bad.sentence, bad.key);
  return assumed;
}

function areasChanged(
  people: People,
  users: Float64Array,
  base: Closest,
  option: Closest,
  ids: readonly string[],
): LedgerArea[] {
  const saved = (area: number) => users[area]! * (base.seconds[area]! - option.seconds[area]!);
  const changed = people.codes
    .map((_, area) => area)
    .filter((area) => base.site[area] !== option.site[area] && users[area]! > 0);
  changed.sort((a, b) => saved(b) - saved(a) || a - b);
  const leg = (of: Closest, area: number) =>
    of.site[area] === NO_SITE
      ? {minutes: null, kilometres: null, site: null}
      : {minutes: of.seconds[area]! / 60, kilometres: of.metres[area]! / 1000, site: ids[of.site[area]!]!};
  return changed.map((area) => {
    const now = leg(base, area);
    const then = leg(option, area);
    return {
      code: people.codes[area]!,
      name: people.names[area]!,
      fifth: people.fifth[area]!,
      users: users[area]!,
      minutesBase: now.minutes,
      minutesOption: then.minutes,
      kilometresBase: now.kilometres,
      kilometresOption: then.kilometres,
      from: now.site,
      to: then.site,
    };
  });
}

export const journeys = {
  'journeys.ledger': query(
    {
      service: text(80),
      site: text(200),
      option: maybe(text(80)),
      ...travelFields,
      shareAvoided: maybe(number(0, 1)),
      times: maybe(timesField),
    },
    (context, {service: key, site: wanted, option, shareAvoided, times, ...travel}): Journeys => {
      const workspace = opened(context);
      const service = found(workspace.plan, 'service', key);
      const site = siteNamed(workspace.plan, wanted);
      const standing = standings(context, {
        service: key,
        option,
        against: option,
        ...travel,
        within: 600,
        weight: 0,
        times,
      });
      if ('state' in standing) return standing;
      const {people, measured, now} = standing;
      if (standing.offering.has(site.id)) {
        const message = `${site.name} already offers ${service.name.toLowerCase()} in this option, so opening it there changes nothing.`;
        throw new PlanError('invalid', message, 'site');
      }
      const then = withSiteOpened(now, measured.times, measured.indexOf.get(site.id)!);
      const users = usersIn(workspace, service);
      const assumed = ledgerAssumptions(workspace.plan, service, shareAvoided ?? 0);
      const [base, option_] = [legsToClosest(now), legsToClosest(then)];
      const whole = ledger(base, option_, users, assumed);
      const byFifth = ledgerByGroup(base, option_, users, people.fifth, 6, assumed);
      return {
        state: 'ready',
        journeys: {
          service,
          site: {id: site.id, name: site.name},
          option: standing.question.option,
          mode: travel.mode,
          ledger: whole,
          nobodyOffers: nobodyOffers(workspace.plan, service, standing.question.option, standing.question.option),
          terms: ledgerTerms(whole, assumed),
          byFifth: byFifth
            .map((each, fifth) => ({label: FIFTH_LABEL[fifth]!, ledger: each, fifth}))
            .filter((each) => each.ledger.users > 0)
            .sort((a, b) => (a.fifth || 6) - (b.fifth || 6))
            .map(({label, ledger: each}) => ({label, ledger: each})),
          areas: areasChanged(people, users, now, then, measured.ids),
          figures: figureRows(workspace.plan, FIGURE_KEYS),
          sources: sourcesUsed(workspace),
          assumptions: assumptionsUsed(workspace.plan, standing.question),
          version: context.version,
        },
      };
    },
  ),
};
