import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {verdictId} from '../domain/verdict.ts';
import {dayOf, sentenceOfDay} from './day.ts';
import {list, maybe, text, words} from './fields.ts';
import {found} from './found.ts';
import {change} from './kinds.ts';

const pair = {service: text(80), site: text(200), beside: text(200)};

/** More practices than that share no building. */
const MOST_AT_ONE_PLACE = 50;

export const verdicts = {
  /** Sites that look like duplicates are meant so, every two of them: with the reason, and the day on which to look again. */
  'duplication.intend': change(
    {...pair, also: maybe(list(text(200), MOST_AT_ONE_PLACE)), reason: words(1000), reviewOn: text(10)},
    (plan, {service, site, beside, also, reason, reviewOn}) => {
      found(plan, 'service', service);
      const ids = new Set([site, beside, ...(also ?? [])]);
      if (site === beside) throw new PlanError('invalid', 'Name two different sites.', 'beside');
      const sites = [...ids].map((id) => found(plan, 'site', id));
      if (reason === '') {
        throw new PlanError('invalid', 'Say why it is meant so: a duplicate is intended only with a reason.', 'reason');
      }
      if (!dayOf(reviewOn)) throw new PlanError('invalid', sentenceOfDay(reviewOn), 'reviewOn');
      const [one, ...others] = sites.map(({name}) => name);
      const rows = sites.flatMap((first, at) => sites.slice(at + 1).map((second) => [first.id, second.id].sort()));
      return put(
        `Call ${one} beside ${others.join(', ')} intended`,
        'verdict',
        ...rows.map(([first, second]) => ({
          id: verdictId(service, first!, second!),
          service,
          site: first!,
          beside: second!,
          verdict: 'intended' as const,
          reason,
          reviewOn,
        })),
      );
    },
  ),
  'duplication.forget': change(pair, (plan, {service, site, beside}) => {
    const id = verdictId(service, site, beside);
    if (!plan.verdict.has(id)) {
      throw new PlanError('missing', 'Nobody has called these two sites intended for this service.', 'site');
    }
    return remove('Take back that a duplicate is intended', 'verdict', id);
  }),
};
