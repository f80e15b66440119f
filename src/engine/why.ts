import type {LedgerTerm} from '../core/journeys/ledger-terms.ts';
import {PlanError} from '../domain/errors.ts';
import type {Meaning} from '../domain/meanings.ts';
import {MEANINGS} from '../domain/meanings.ts';
import {answer} from './answer.ts';
import type {Answer, RankedSite} from './answer-shape.ts';
import type {FigureRow} from './assumptions.ts';
import {opened} from './context.ts';
import {maybe, text} from './fields.ts';
import {journeys} from './journeys.ts';
import {query} from './kinds.ts';
import {questionFields, siteNamed} from './question.ts';
import type {SourceUsed} from './sources.ts';
import type {NotYet} from './standings.ts';
import {standings} from './standings.ts';
import {WIGAN} from './wigan.ts';

/** A number taken apart: what it means, the sum that gave it, and everything that went in. */
export interface Why {
  state: 'ready';
  meaning: Meaning;
  terms: LedgerTerm[];
  sources: SourceUsed[];
  assumptions: FigureRow[];
  /** A case worked by hand, where there is one. */
  workedExample: {title: string; text: string; terms: LedgerTerm[]} | null;
}

function term(key: string, label: string, value: number | null, unit: string, formula: string): LedgerTerm[] {
  return value === null ? [] : [{key, label, value, unit, formula}];
}

function people(
  key: string,
  label: string,
  value: number,
  formula = 'residents of the areas it is true of, added up',
): LedgerTerm[] {
  return term(key, label, value, 'people', formula);
}

/** The terms of a measure of the whole answer, with their values. */
function termsOf(key: string, of: Answer): LedgerTerm[] {
  const {audit, gap, minutes} = of;
  switch (key) {
    case 'share':
      return [
        ...people('residents', 'Residents', audit.residents, 'the census rows of this place’s areas, added up'),
        ...people('served', `Within ${of.question.within} minutes`, audit.served),
        ...term(
          'share',
          'Share',
          of.share === null ? null : of.share * 100,
          '%',
          `${audit.served} ÷ ${audit.residents} × 100`,
        ),
      ];
    case 'audit':
      return [
        ...people('served', 'Served', audit.served),
        ...people('beyond', 'Beyond the cutoff', audit.beyond),
        ...people('unreachable', 'Unreachable', audit.unreachable),
        ...people(
          'sum',
          'Together',
          audit.served + audit.beyond + audit.unreachable,
          `${audit.served} + ${audit.beyond} + ${audit.unreachable}`,
        ),
        ...people(
          'residents',
          'Residents',
          audit.residents,
          'the census rows of this place’s areas, added up on their own',
        ),
      ];
    case 'most-deprived':
      return [
        ...people('residents', 'Residents in deciles 1 and 2', gap.mostDeprived.residents),
        ...people('served', 'of them served', gap.mostDeprived.served),
        ...term(
          'share',
          'Share',
          percent(gap.mostDeprived.share),
          '%',
          `${gap.mostDeprived.served} ÷ ${gap.mostDeprived.residents} × 100`,
        ),
      ];
    case 'gap':
      return [
        ...term(
          'rest',
          'Share within, everyone else',
          percent(gap.rest.share),
          '%',
          `${gap.rest.served} ÷ ${gap.rest.residents} × 100`,
        ),
        ...term(
          'deprived',
          'Share within, most deprived',
          percent(gap.mostDeprived.share),
          '%',
          `${gap.mostDeprived.served} ÷ ${gap.mostDeprived.residents} × 100`,
        ),
        ...term('points', 'Gap', gap.sharePoints, 'percentage points', 'everyone else − most deprived'),
        ...term(
          'minutes-deprived',
          'Mean minutes, most deprived',
          gap.mostDeprived.meanMinutes,
          'minutes',
          'by residents who can reach a site',
        ),
        ...term(
          'minutes-rest',
          'Mean minutes, everyone else',
          gap.rest.meanMinutes,
          'minutes',
          'by residents who can reach a site',
        ),
        ...term('minutes', 'Gap in minutes', gap.minutes, 'minutes', 'most deprived − everyone else'),
      ];
    case 'minutes':
      return [
        ...people('reached', 'Residents who can reach a site', minutes.reached),
        ...people('unreachable', 'who cannot, and are in no average', minutes.unreachable),
        ...term('mean', 'Mean', minutes.mean, 'minutes', 'Σ residents × minutes ÷ residents who can reach a site'),
        ...term(
          'median',
          'Median',
          minutes.median,
          'minutes',
          'the smallest time that half the residents do not exceed',
        ),
        ...term(
          'ninetieth',
          'Nine in ten within',
          minutes.ninetieth,
          'minutes',
          'the smallest time that nine in ten do not exceed',
        ),
        ...term(
          'worst',
          `Longest (${minutes.worstArea ?? 'nowhere'})`,
          minutes.worst,
          'minutes',
          'the longest time of an area where anybody lives',
        ),
      ];
    default:
      return [];
  }
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

function termsOfSite(key: string, site: RankedSite, of: Answer): LedgerTerm[] {
  return key === 'newly-served'
    ? [
        ...people('before', 'Served now', of.audit.served),
        ...people('newly', 'Newly served', site.newlyServed),
        ...people('deprived', 'of them most deprived', site.newlyServedMostDeprived),
        ...people('after', 'Served after', site.auditAfter.served, `${of.audit.served} + ${site.newlyServed}`),
        ...people('unchanged', 'Unchanged', site.unchanged, 'residents for whom no site would be closer than now'),
      ]
    : [
        ...people('quicker', 'Residents with a shorter journey', site.quicker),
        ...term(
          'saved',
          'Person-minutes saved',
          site.personMinutesSaved,
          'person-minutes, one way, once each',
          'Σ residents × (minutes now − minutes to this site)',
        ),
        ...term(
          'deprived',
          'of them by the most deprived',
          site.personMinutesSavedMostDeprived,
          'person-minutes',
          'the same, over deciles 1 and 2',
        ),
      ];
}

export const why = {
  'why.number': query(
    {measure: text(40), site: maybe(text(200)), ...questionFields},
    (context, {measure, site, ...asked}): Why | NotYet => {
      const meaning = MEANINGS.find((each) => each.key === measure);
      if (!meaning) throw new PlanError('missing', `There is no measure “${measure}”.`, 'measure');
      const standing = standings(context, asked);
      if ('state' in standing) return standing;
      const of = answer(context, standing);
      const whole: Why = {
        state: 'ready',
        meaning,
        terms: [],
        sources: of.sources,
        assumptions: of.assumptions,
        workedExample: null,
      };
      if (measure === 'ledger') {
        if (!site) throw new PlanError('invalid', 'Say for which site.', 'site');
        const ledger = journeys['journeys.ledger'].run(context, {
          service: asked.service,
          site,
          option: asked.option,
          mode: asked.mode,
          time: asked.time,
          stepFree: asked.stepFree,
          shareAvoided: undefined,
          times: asked.times,
        });
        if (ledger.state !== 'ready') return ledger;
        return {
          ...whole,
          terms: ledger.journeys.terms,
          assumptions: [...ledger.journeys.figures, ...of.assumptions],
          workedExample: WIGAN,
        };
      }
      if (measure === 'newly-served' || measure === 'person-minutes') {
        if (!site) throw new PlanError('invalid', 'Say for which site.', 'site');
        const {id} = siteNamed(opened(context).plan, site);
        const ranked = of.sites.find((each) => each.id === id);
        if (!ranked) throw new PlanError('missing', 'That site is not among the candidates for this service.', 'site');
        return {...whole, terms: termsOfSite(measure, ranked, of)};
      }
      return {...whole, terms: termsOf(measure, of)};
    },
  ),
};
