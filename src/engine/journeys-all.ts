import type {Job} from '../core/job.ts';
import type {Ledger} from '../core/journeys/ledger.ts';
import {addLedgers} from '../core/journeys/split.ts';
import {PlanError} from '../domain/errors.ts';
import type {Mode} from '../domain/mode.ts';
import {sitesOffering} from '../domain/placement.ts';
import type {Service} from '../domain/service.ts';
import type {FigureRow} from './assumptions.ts';
import {assumptionsUsed, figureRows} from './assumptions.ts';
import {opened} from './context.ts';
import {flag, list, maybe, number, text} from './fields.ts';
import {found} from './found.ts';
import {FIGURE_KEYS} from './journeys.ts';
import type {JobBody} from './kinds.ts';
import {job} from './kinds.ts';
import {lensOf} from './lens.ts';
import {groupsBy} from './measures/groups.ts';
import {
  carShare,
  type LedgerGround,
  type Opening,
  openings,
  type ServiceLedger,
  serviceLedger,
} from './measures/ledgers.ts';
import {servicesNobodyOffers} from './measures/nobody-offers.ts';
import {optionNamed, timesField} from './question.ts';
import type {SourceUsed} from './sources.ts';
import {sourcesUsed} from './sources.ts';
import {type NotYet, timesOfBoth} from './standings.ts';
import type {TimesUsed} from './times-used.ts';
import {needsWith, timesFrom} from './times-used.ts';
import {type TravelIn, travelFields, travelIn} from './travel-asked.ts';

export interface JourneysAll {
  state: 'ready';
  option: string;
  optionName: string;
  against: string;
  againstName: string;
  mode: Mode;
  times: TimesUsed;
  by: string;
  services: ServiceLedger[];
  /** All services together. A person who uses two is in it twice: it counts journeys, not people. */
  total: Ledger | null;
  addsUp: boolean;
  /** What each service would save at each site that lacks it; null unless asked for. */
  openings: Opening[] | null;
  notes: string[];
  figures: FigureRow[];
  sources: SourceUsed[];
  assumptions: FigureRow[];
  version: string;
}

const fields = {
  option: maybe(text(80)),
  against: maybe(text(80)),
  ...travelFields,
  times: maybe(timesField),
  /** Every service that either option offers anywhere, if none is named. */
  services: maybe(list(text(80), 100)),
  shareAvoided: maybe(number(0, 1)),
  /** `ward`, `district` or a column of the planner's own. */
  by: maybe(text(120)),
  lens: maybe(text(120)),
  /** A column of the planner's own with the share of people with a car: then modes are mixed. */
  car: maybe(text(120)),
  /** With a line for every area of every service. */
  areas: maybe(flag()),
  /** With what opening each service at each site that lacks it would save. */
  openings: maybe(flag()),
};

export const journeysAll = {
  /** The ledger in full: every service, area and site of an option against another. */
  'journeys.all': job(fields, function* (context, asked): JobBody<JourneysAll | NotYet> {
    const workspace = opened(context);
    const {plan} = workspace;
    const {mode} = asked;
    const from = timesFrom(workspace, asked.times);
    const needs = needsWith(workspace, from);
    if (needs.length > 0) return {state: 'needs', needs};
    const option = optionNamed(plan, asked.option ?? 'as-now');
    const against = optionNamed(plan, asked.against ?? 'as-now');
    const ids = [...plan.site.keys()].sort();
    const [there, before] = [travelIn(asked, option.id), travelIn(asked, against.id)];
    const both = timesOfBoth(context, workspace, there, before, ids, from);
    if ('state' in both) return both;
    const {measured, used, measuredAgainst} = both;
    let mix: LedgerGround['mix'] = null;
    if (asked.car !== undefined) {
      if (mode !== 'drive')
        throw new PlanError('invalid', 'A mix of modes is asked by drive: who has no car goes on foot.', 'mode');
      const [footThere, footBefore] = [there, before].map((each) => travelIn({mode: 'walk'}, each.option)) as [
        TravelIn,
        TravelIn,
      ];
      const foot = timesOfBoth(context, workspace, footThere, footBefore, ids, from);
      if ('state' in foot) return foot;
      mix = {
        measured: foot.measured,
        measuredAgainst: foot.measuredAgainst,
        share: carShare(workspace, asked.car),
        column: asked.car,
      };
    }
    const people = workspace.people();
    const by = asked.by ?? 'ward';
    const ground: LedgerGround = {
      workspace,
      people,
      lens: lensOf(workspace, asked.lens ?? 'imd', people.residents),
      groups: groupsBy({people, workspace}, by),
      option: option.id,
      against: against.id,
      mode,
      measured,
      measuredAgainst,
      mix,
      shareAvoided: asked.shareAvoided ?? 0,
    };
    const wanted = servicesWanted(ground, asked.services);
    const services = yield* ledgersOf(ground, wanted, asked.areas ?? false);
    const total = services
      .map(({ledger}) => ledger)
      .reduce<Ledger | null>((sum, each) => (sum ? addLedgers(sum, each) : each), null);
    return {
      state: 'ready',
      option: option.id,
      optionName: option.name,
      against: against.id,
      againstName: against.name,
      mode,
      times: used,
      by,
      services,
      total,
      addsUp: services.every(({ledger, partsAddUp}) => ledger.addsUp && partsAddUp),
      openings: asked.openings ? yield* openings(ground, wanted) : null,
      notes: [
        ...notesOf(option.id === against.id, asked.openings ?? false, asked.shareAvoided ?? 0),
        ...(asked.services ? [] : [servicesNobodyOffers(plan, against.id, option.id) ?? []]).flat(),
      ],
      figures: figureRows(plan, FIGURE_KEYS),
      sources: sourcesUsed(workspace),
      assumptions: [...used.figures, ...assumptionsUsed(plan, there)],
      version: context.version,
    };
  }),
};

function servicesWanted({workspace, option, against}: LedgerGround, named: string[] | undefined): Service[] {
  const {plan} = workspace;
  if (named) return [...new Set(named)].map((key) => found(plan, 'service', key));
  return [...plan.service.values()]
    .filter(({id}) => sitesOffering(plan, option, id).length > 0 || sitesOffering(plan, against, id).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function* ledgersOf(ground: LedgerGround, services: readonly Service[], withAreas: boolean): Job<ServiceLedger[]> {
  const ledgers: ServiceLedger[] = [];
  for (const service of services) {
    ledgers.push(serviceLedger(ground, service, withAreas));
    yield {done: ledgers.length, of: services.length, doing: 'Writing ledgers'};
  }
  return ledgers;
}

function notesOf(same: boolean, withOpenings: boolean, shareAvoided: number): string[] {
  const notes = [
    'A leg that is shorter is not a leg avoided. Pounds of time are a welfare value and pounds of patient transport are cash; they are not to be added.',
    'A person who uses two services is in two ledgers: the total counts journeys, not people.',
  ];
  if (same && !withOpenings && shareAvoided === 0)
    notes.unshift('The two options are one and the same, so nothing changes.');
  return notes;
}
