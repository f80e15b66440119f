import type {SearchProgress} from '../core/search/answer.ts';
import type {Asked} from '../core/search/explained.ts';
import {refusalOf} from '../core/search/problem.ts';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {flag, list, maybe, text} from './fields.ts';
import {change, job, query} from './kinds.ts';
import {optionNamed, siteNamed} from './question.ts';
import {adoption} from './search-adopt.ts';
import {type SearchAnswer, told, toldFrom} from './search-answer.ts';
import {type SearchInput, searchFields} from './search-fields.ts';
import {type SearchQuestion, searchQuestion} from './search-question.ts';
import {endable, endSearches, runSearch} from './search-run.ts';
import {needsWith, timesFrom, timesUsed} from './times-used.ts';
import {measureBody} from './travel.ts';
import {travelIn} from './travel-asked.ts';

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
    for (;;) {
      const step = await searching.next();
      if (step.done) return toldFrom(workspace, question, step.value, request.seed, asked.within ?? null);
      const {objective, bound} = step.value;
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
    },
    (plan, {name, service, alongside, from, sites, keep}) =>
      adoption(plan, {name, services: [service, ...(alongside ?? [])], from, sites, keep: keep ?? false}),
  ),
};
