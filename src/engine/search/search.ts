import type {SearchProgress} from '../../core/search/answer.ts';
import {isMaximised} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import type {Context} from '../context.ts';
import {opened} from '../context.ts';
import {flag, list, maybe, text, words} from '../fields.ts';
import {change, job, query} from '../kinds.ts';
import {siteNamed} from '../question.ts';
import {adoption} from './adopt.ts';
import {type SearchAnswer, toldFrom} from './answer.ts';
import {askedOf, requestOf} from './ask.ts';
import {searchChoices} from './choices.ts';
import {type SearchInput, searchFields} from './fields.ts';
import {endable, endSearches, runSearch} from './run.ts';
import {searchShown} from './shown.ts';
import {told} from './told.ts';
import {searchTradeoffs} from './tradeoffs.ts';

type Searching<R> = AsyncGenerator<SearchProgress, R, void>;

async function* searchBody(context: Context, asked: SearchInput, signal: AbortSignal): Searching<SearchAnswer> {
  const workspace = opened(context);
  const question = yield* askedOf(context, asked, signal);
  const force = (asked.whyNot ?? []).map((wanted) => {
    const {id, name} = siteNamed(workspace.plan, wanted);
    const site = question.ids.indexOf(id);
    if (site < 0 || question.problem.fixedClosed.includes(site))
      throw new PlanError('invalid', `${name} is not among the sites to choose from, so it cannot be open.`, 'whyNot');
    return site;
  });
  const request = {
    ...requestOf(asked),
    also: {next: asked.next ?? 0, different: asked.different ?? null, force},
  };
  return yield* endable(workspace, signal, async function* (stop) {
    const searching = runSearch(context, workspace, question.problem, request, stop);
    // A step may know nothing of the answer so far, or bound only a part: what a planner sees only gets better.
    const sign = isMaximised(question.problem.kind) ? -1 : 1;
    const better = (one: number | null, other: number | null, way: number) =>
      one === null || (other !== null && way * (other - one) < 0) ? other : one;
    let objective: number | null = null;
    let bound: number | null = null;
    for (;;) {
      const step = await searching.next();
      if (step.done) return toldFrom(workspace, question, step.value, request.seed, asked);
      objective = better(objective, step.value.objective, sign);
      bound = better(bound, step.value.bound, -sign);
      yield {
        ...step.value,
        sites: null,
        objective: objective === null ? null : told(question, objective),
        bound: bound === null ? null : told(question, bound),
      };
    }
  });
}

export const search = {
  ...searchTradeoffs,
  ...searchChoices,
  ...searchShown,
  'search.sites': job(searchFields, (context, asked, signal) => searchBody(context, asked, signal)),
  /** The searches under way end with the answer they have. */
  'search.enough': query({}, (context) => ({searches: endSearches(opened(context))})),
  /** Takes an answer up as a new option: what it opens is placed, what it closes is withdrawn; one undo step. */
  'search.adopt': change(
    {
      name: text(80),
      service: text(80),
      alongside: maybe(list(text(80), 20)),
      from: maybe(text(80)),
      sites: list(text(80), 5000),
      keep: maybe(flag()),
      /** What was asked and how good the answer is: kept with the option. */
      note: maybe(words(1000)),
    },
    (plan, {name, service, alongside, from, sites, keep, note}) =>
      adoption(plan, {
        name,
        services: [service, ...(alongside ?? [])],
        from,
        sites,
        keep: keep ?? false,
        note: note ?? '',
      }),
  ),
};
