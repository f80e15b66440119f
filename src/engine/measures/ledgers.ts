import {withSiteOpened} from '../../core/access/closest.ts';
import type {Job} from '../../core/job.ts';
import type {Ledger} from '../../core/journeys/ledger.ts';
import {ledger, ledgerByGroup} from '../../core/journeys/ledger.ts';
import type {LedgerTerm} from '../../core/journeys/ledger-terms.ts';
import {ledgerTerms} from '../../core/journeys/ledger-terms.ts';
import {legsToClosest} from '../../core/journeys/legs.ts';
import {addLedgers, split} from '../../core/journeys/split.ts';
import type {Mode} from '../../domain/mode.ts';
import {isClosed, sitesOffering} from '../../domain/placement.ts';
import type {Service} from '../../domain/service.ts';
import {siteName} from '../../domain/site-name.ts';
import {closestKnown} from '../closest-known.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import {ledgerAssumptions} from '../journeys.ts';
import type {Lens} from '../lens.ts';
import {columnNamed} from '../own-columns.ts';
import type {People} from '../people.ts';
import {openMask} from '../standings.ts';
import type {MeasuredTimes} from '../times.ts';
import type {Workspace} from '../workspace.ts';
import type {Groups} from './groups.ts';
import {type LosingArea, losingAreas} from './losers.ts';
import {nobodyOffers} from './nobody-offers.ts';
import {usersIn} from './users.ts';

/** What ledgers are made of: times of one mode, and the two options. */
export interface LedgerGround {
  workspace: Workspace;
  people: People;
  lens: Lens;
  groups: Groups;
  option: string;
  against: string;
  mode: Mode;
  measured: MeasuredTimes;
  /** The times in the option that it is held against. */
  measuredAgainst: MeasuredTimes;
  /** Walking times and the share of people with a car by area, where a mix of modes is asked for. */
  mix: {measured: MeasuredTimes; measuredAgainst: MeasuredTimes; share: Float64Array; column: string} | null;
  shareAvoided: number;
}

/** One area's part of a service's ledger. */
export interface LedgerLine {
  code: string;
  users: number | null;
  legs: number | null;
  minutesBase: number | null;
  minutesOption: number | null;
  kilometresBase: number | null;
  kilometresOption: number | null;
  from: string | null;
  to: string | null;
}

export interface ServiceLedger {
  service: string;
  name: string;
  unit: string;
  /** Why everything below is nought, where no site offers the service in one of the two options. */
  nobodyOffers: string | null;
  shareDigital: number;
  shareUsingNearest: number;
  ledger: Ledger;
  terms: LedgerTerm[];
  byFifth: {label: string; ledger: Ledger}[];
  byGroup: {name: string; ledger: Ledger}[];
  /** Fifths and groups each add up to the whole. */
  partsAddUp: boolean;
  /** All by car, all on foot, and each by what they have. */
  modes: {column: string; byCar: Ledger; onFoot: Ledger; mix: Ledger} | null;
  losers: LosingArea[];
  areas: LedgerLine[] | null;
}

/** One service's ledger: the option against the other, by fifth, by larger area, by mode, and who loses. */
export function serviceLedger(ground: LedgerGround, service: Service, withAreas: boolean): ServiceLedger {
  const {workspace, people, lens, groups, option, against, measured, mix, shareAvoided} = ground;
  const {plan} = workspace;
  const users = usersIn(workspace, service);
  const assumed = ledgerAssumptions(plan, service, shareAvoided);
  const [base, then] = closestOf(ground, ground, service);
  const [legsBase, legsThen] = [legsToClosest(base), legsToClosest(then)];
  const whole = ledger(legsBase, legsThen, users, assumed);
  const fifths = ledgerByGroup(legsBase, legsThen, users, lens.fifth, 6, assumed);
  const larger = ledgerByGroup(legsBase, legsThen, users, groups.of, groups.names.length, assumed);
  const site = (index: number) => (index < 0 ? null : measured.ids[index]!);
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    service: service.id,
    name: service.name,
    unit: service.unit,
    nobodyOffers: nobodyOffers(plan, service, against, option),
    shareDigital: service.shareDigital,
    shareUsingNearest: service.shareUsingNearest,
    ledger: whole,
    terms: ledgerTerms(whole, assumed),
    byFifth: [1, 2, 3, 4, 5, 0].flatMap((fifth) =>
      fifths[fifth]!.users > 0 ? [{label: FIFTH_LABEL[fifth]!, ledger: fifths[fifth]!}] : [],
    ),
    byGroup: groups.names.map((name, at) => ({name, ledger: larger[at]!})),
    partsAddUp: [fifths, larger].every((parts) => sameLedger(parts, whole)),
    modes: mix && modeMix(ground, service, users, mix),
    losers: losingAreas(base.seconds, then.seconds, people, users, lens.fifth),
    areas: withAreas
      ? people.codes.map((code, area) => ({
          code,
          users: finite(users[area]!),
          legs: finite(2 * users[area]! * assumed.visitsPerUser),
          minutesBase: finite(legsBase.minutes[area]!),
          minutesOption: finite(legsThen.minutes[area]!),
          kilometresBase: finite(legsBase.kilometres[area]!),
          kilometresOption: finite(legsThen.kilometres[area]!),
          from: site(base.site[area]!),
          to: site(then.site[area]!),
        }))
      : null,
  };
}

type InBoth = Pick<LedgerGround, 'measured' | 'measuredAgainst'>;

function closestOf({workspace, option, against}: LedgerGround, times: InBoth, service: Service) {
  const at = (of: MeasuredTimes, where: string) =>
    closestKnown(of.times, openMask(of, sitesOffering(workspace.plan, where, service.id)));
  return [at(times.measuredAgainst, against), at(times.measured, option)] as const;
}

/** Those with a car by car, the others on foot: the mix lies between the two, whoever has how many cars. */
function modeMix(
  ground: LedgerGround,
  service: Service,
  users: Float64Array,
  mix: NonNullable<LedgerGround['mix']>,
): ServiceLedger['modes'] {
  const {workspace, shareAvoided} = ground;
  const byCar = {...ledgerAssumptions(workspace.plan, service, shareAvoided), shareByCar: 1 - service.shareNepts};
  const onFoot = {...byCar, shareByCar: 0};
  const run = (of: InBoth, who: Float64Array, assumed: typeof byCar) => {
    const [base, then] = closestOf(ground, of, service);
    return ledger(legsToClosest(base), legsToClosest(then), who, assumed);
  };
  const {first, second} = split(users, mix.share);
  return {
    column: mix.column,
    byCar: run(ground, users, byCar),
    onFoot: run(mix, users, onFoot),
    mix: addLedgers(run(ground, first, byCar), run(mix, second, onFoot)),
  };
}

/** A share of people with a car by area, from the planner's own column: 0 to 1, or in percent. */
export function carShare(workspace: Workspace, column: string): Float64Array {
  const {values} = columnNamed(workspace, column, 'car');
  const percent = values.some((value) => value > 1);
  return values.map((value) => {
    const share = percent ? value / 100 : value;
    return share >= 0 && share <= 1 ? share : Number.NaN;
  });
}

/** Do parts of a ledger add up to the whole, to the last unit of what was summed? */
export function sameLedger(parts: readonly Ledger[], whole: Ledger): boolean {
  return (['gains', 'losses', 'unchanged', 'total'] as const).every((column) =>
    (['people', 'legs', 'minutes', 'kilometres'] as const).every((line) => {
      const sum = parts.reduce((total, each) => total + each[column][line], 0);
      const size = parts.reduce((total, each) => total + Math.abs(each[column][line]), 0);
      return Math.abs(sum - whole[column][line]) <= 1e-9 * Math.max(1, size);
    }),
  );
}

/** What opening a service at one more site would save in a year. */
export interface Opening {
  service: string;
  site: string;
  siteName: string;
  ledger: Ledger;
}

/** Every service at every site that does not offer it yet: what each opening alone would save. */
export function* openings(ground: LedgerGround, services: readonly Service[]): Job<Opening[]> {
  const {workspace, measured, option, shareAvoided} = ground;
  const {plan} = workspace;
  const list: Opening[] = [];
  for (const [n, service] of services.entries()) {
    const users = usersIn(workspace, service);
    const assumed = ledgerAssumptions(plan, service, shareAvoided);
    const offering = new Set(sitesOffering(plan, option, service.id));
    const now = closestKnown(measured.times, openMask(measured, [...offering]));
    const base = legsToClosest(now);
    for (const [at, site] of measured.ids.entries()) {
      if (offering.has(site) || isClosed(plan, option, site)) continue;
      const then = legsToClosest(withSiteOpened(now, measured.times, at));
      list.push({
        service: service.id,
        site,
        siteName: siteName(plan, site),
        ledger: ledger(base, then, users, assumed),
      });
      if (at % 16 === 15) yield {done: n, of: services.length, doing: 'Writing ledgers'};
    }
    yield {done: n + 1, of: services.length, doing: 'Writing ledgers'};
  }
  return list;
}
