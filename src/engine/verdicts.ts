import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {verdictId} from '../domain/verdict.ts';
import {dayOf, sentenceOfDay} from './day.ts';
import {text, words} from './fields.ts';
import {found} from './found.ts';
import {change} from './kinds.ts';

const pair = {service: text(80), site: text(200), beside: text(200)};

export const verdicts = {
  /** Two sites that look like duplicates are meant so: with the reason, and the day on which to look again. */
  'duplication.intend': change(
    {...pair, reason: words(1000), reviewOn: text(10)},
    (plan, {service, site, beside, reason, reviewOn}) => {
      found(plan, 'service', service);
      const [one, other] = [found(plan, 'site', site), found(plan, 'site', beside)];
      if (one.id === other.id) throw new PlanError('invalid', 'Name two different sites.', 'beside');
      if (reason === '') {
        throw new PlanError('invalid', 'Say why it is meant so: a duplicate is intended only with a reason.', 'reason');
      }
      if (!dayOf(reviewOn)) throw new PlanError('invalid', sentenceOfDay(reviewOn), 'reviewOn');
      const [first, second] = one.id < other.id ? [one, other] : [other, one];
      return put(`Call ${one.name} beside ${other.name} intended`, 'verdict', {
        id: verdictId(service, one.id, other.id),
        service,
        site: first.id,
        beside: second.id,
        verdict: 'intended',
        reason,
        reviewOn,
      });
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
