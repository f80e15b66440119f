import type {SearchProgress} from '../../core/search/answer.ts';
import type {Asked} from '../../core/search/explained.ts';
import {refusalOf} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import {AS_NOW} from '../../domain/option.ts';
import type {Context} from '../context.ts';
import {opened} from '../context.ts';
import {optionNamed} from '../question.ts';
import {needsWith, timesFrom, timesUsed} from '../times-used.ts';
import {measureBody} from '../travel.ts';
import {travelIn} from '../travel-asked.ts';
import type {SearchInput} from './fields.ts';
import {type SearchQuestion, searchQuestion} from './question.ts';

const DEFAULT_SECONDS = 30;

type Searching<R> = AsyncGenerator<SearchProgress, R, void>;

/** The question as the core is asked it, once all that it needs is there; times along streets are measured where wanting. */
export async function* askedOf(context: Context, asked: SearchInput, signal: AbortSignal): Searching<SearchQuestion> {
  const workspace = opened(context);
  const from = timesFrom(workspace, asked.times);
  const deprived = asked.weights === 'most-deprived' || asked.floors?.some(({whom}) => whom === 'most-deprived');
  const needs = needsWith(workspace, from);
  if (deprived && workspace.people().fifth.every((fifth) => fifth === 0)) needs.push('deprivation');
  if (needs.length > 0)
    throw new PlanError(
      'invalid',
      `A search needs ${needs.join(' and ')}, and this project has none yet. Import them first.`,
    );
  const sites = () => [...workspace.plan.site.keys()].sort();
  const travel = travelIn(asked, optionNamed(workspace.plan, asked.option ?? AS_NOW).id);
  if (timesUsed(workspace, travel, sites(), from).measured.missing.length > 0) {
    const measuring = measureBody(context, travel, signal);
    for (;;) {
      const step = await measuring.next();
      if (step.done) break;
      yield {...step.value, objective: null, bound: null, sites: null};
    }
  }
  const question = searchQuestion(workspace, timesUsed(workspace, travel, sites(), from), asked);
  const refusal = refusalOf(question.problem);
  if (refusal !== null) throw new PlanError('invalid', refusal);
  return question;
}

/** How long, how well and from which seed, for each search of a question. */
export function requestOf(asked: SearchInput): Asked {
  return {seed: asked.seed ?? 1, seconds: asked.seconds ?? DEFAULT_SECONDS, gap: asked.gap ?? 0};
}
