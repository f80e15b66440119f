import {gapOf, type Proof, type SearchProgress} from '../core/search/answer.ts';
import type {Check} from '../core/search/check.ts';
import {type Asked, type Explained, searchExplained} from '../core/search/explained.ts';
import {loadSolver} from '../core/search/mip.ts';
import {isMedian, refusalOf, type SiteProblem} from '../core/search/problem.ts';
import type {HowToSearch, Warmth} from '../core/search/search.ts';
import type {Change} from '../domain/change.ts';
import {put, together} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {newPlacement, placementId, sitesOffering} from '../domain/placement.ts';
import {row} from '../domain/plan.ts';
import type {Compute} from './compute.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {list, maybe, text} from './fields.ts';
import {found as foundIn, freshId} from './found.ts';
import {change, job, query} from './kinds.ts';
import {optionNamed} from './question.ts';
import {type SearchInput, type SearchQuestion, searchFields, searchQuestion} from './search-question.ts';
import {conflictSentences, demandWords} from './search-sentences.ts';
import {needsOf, timesFor} from './times.ts';
import {measureBody} from './travel.ts';
import type {Workspace} from './workspace.ts';

/** What a search answers: objective and bound in the unit told, not rounded. */
export interface SearchAnswer {
  problem: string;
  status: 'proven' | 'checked-all' | 'within' | 'stopped' | 'infeasible';
  /** The status as a sentence. */
  proof: string;
  objective: number | null;
  bound: number | null;
  gap: number | null;
  /** What the objective counts. */
  unit: string;
  combinations: number | null;
  sites: {id: string; name: string; code: string; isNew: boolean}[];
  closes: {id: string; name: string}[];
  /** By area code: its site’s id, or null where no open site reaches it. */
  assignments: Record<string, string | null>;
  /** Residents whom no open site reaches, and of them those whom none could. */
  outOfReach: number;
  outOfEveryReach: number;
  reasons: {
    sites: {site: string; people: number; onlyCover: number; objectiveWithout: number | null; areas: string[]}[];
    others: {site: string; instead: string | null; objective: number | null}[];
    limits: string[];
    conflict: string[];
  };
  stated: string[];
  check: {ok: boolean; faults: string[]; objective: number | null; bound: Check['bound'] | null};
  seed: number;
  seconds: number;
}

/** Searches under way in a project, so that a planner can say “good enough”; and where the next one starts from. */
const running = new WeakMap<Workspace, Set<{enough: boolean}>>();
const warmth = new WeakMap<Workspace, Warmth>();

const DEFAULT_SECONDS = 30;

async function* searchBody(
  context: Context,
  asked: SearchInput,
  signal: AbortSignal,
): AsyncGenerator<SearchProgress, SearchAnswer, void> {
  const workspace = opened(context);
  const needs = needsOf(workspace).filter((need) => need !== 'deprivation' || asked.weights === 'most-deprived');
  if (needs.length > 0)
    throw new PlanError(
      'invalid',
      `A search needs ${needs.join(' and ')}, and this project has none yet. Import them first.`,
    );
  const sites = () => [...workspace.plan.site.keys()].sort();
  if (timesFor(workspace, asked.mode, sites()).missing.length > 0) {
    const measuring = measureBody(context, asked.mode, signal);
    for (;;) {
      const step = await measuring.next();
      if (step.done) break;
      yield {...step.value, objective: null, bound: null, sites: null};
    }
  }
  const people = workspace.people();
  const question = searchQuestion(workspace.plan, people, timesFor(workspace, asked.mode, sites()), asked);
  const {problem} = question;
  const refusal = refusalOf(problem);
  if (refusal !== null) throw new PlanError('invalid', refusal);
  const seed = asked.seed ?? 1;
  const state = {enough: false};
  const all = running.get(workspace) ?? new Set();
  running.set(workspace, all.add(state));
  const request: Asked = {seed, seconds: asked.seconds ?? DEFAULT_SECONDS, gap: asked.gap ?? 0};
  const stop = {enough: () => state.enough || signal.aborted};
  try {
    const searching = context.compute.search
      ? inThread(context.compute.search, problem, request, stop)
      : inPlace(workspace, problem, request, stop);
    for (;;) {
      const step = await searching.next();
      if (step.done) return toldFrom(workspace, question, step.value, seed);
      const {objective, bound} = step.value;
      yield {
        ...step.value,
        sites: null,
        objective: objective === null ? null : told(question, objective),
        bound: bound === null ? null : told(question, bound),
      };
    }
  } finally {
    all.delete(state);
  }
}

type Searching = AsyncGenerator<SearchProgress, Explained, void>;

/** In a thread of its own: the engine stays free to answer, and a planner to stop it at any moment. */
async function* inThread(
  search: NonNullable<Compute['search']>,
  problem: SiteProblem,
  asked: Asked,
  stop: {enough: () => boolean},
): Searching {
  let latest: SearchProgress = {done: 0, of: 0, doing: 'Searching', objective: null, bound: null, sites: null};
  let ended = false;
  const work = search(problem, asked, stop.enough, (progress) => {
    latest = progress;
  });
  const end = () => {
    ended = true;
  };
  const over = work.then(end, end);
  while (!ended) {
    yield latest;
    await Promise.race([over, new Promise((wake) => setTimeout(wake, 50))]);
  }
  return await work;
}

/** Here, in slices, where there are no threads. */
async function* inPlace(
  workspace: Workspace,
  problem: SiteProblem,
  asked: Asked,
  stop: {enough: () => boolean},
): Searching {
  const solver = await loadSolver();
  const good = {yes: false};
  const ends = performance.now() + asked.seconds * 1000;
  const runner = {enough: () => good.yes || stop.enough() || performance.now() > ends};
  const warm = warmth.get(workspace);
  const how: HowToSearch = {solver, runner, seed: asked.seed, ...(warm && {warm})};
  return yield* searchExplained(
    problem,
    how,
    asked.gap,
    good,
    () => performance.now(),
    (next) => warmth.set(workspace, next),
  );
}

function toldFrom(workspace: Workspace, question: SearchQuestion, explained: Explained, seed: number): SearchAnswer {
  if (explained.state === 'found') return answered(workspace, question, explained, seed);
  if (explained.state === 'stopped')
    return nothingFound(question, seed, explained.seconds, ['Stopped before any answer was found.'], 'stopped');
  const name = (site: number) => workspace.plan.site.get(question.ids[site]!)!.name;
  const sentences = conflictSentences(question, explained.conflict, name);
  return nothingFound(question, seed, explained.seconds, sentences, 'infeasible');
}

/** A number of the core in the unit told: weighted seconds to minutes, metres to kilometres, people as they are. */
function told({kind, perUnit}: SearchQuestion, value: number): number {
  return isMedian(kind) || kind === 'p-centre' || kind === 'p-dispersion' ? value / perUnit : value;
}

function unitOf({kind, unit, problem}: SearchQuestion): string {
  if (isMedian(kind)) return `weighted person-${unit}`;
  if (kind === 'p-centre' && problem.priority) return `weighted ${unit}`;
  if (kind === 'p-centre' || kind === 'p-dispersion') return unit;
  if (kind === 'lscp' || kind === 'clscp') return 'sites';
  if (kind === 'lscp-b') return 'areas covered twice';
  return kind === 'bacop1' ? 'weighted people covered twice' : 'weighted people covered';
}

function proofWords(proof: Proof, combinations: number | null, gap: number | null): string {
  if (proof === 'checked-all') return `Checked all ${combinations!.toLocaleString('en-GB')} combinations.`;
  if (proof === 'proven') return 'Proven best.';
  if (proof === 'within') return `Within ${((gap ?? 0) * 100).toPrecision(2)} % of the best possible.`;
  return 'How far it is from the best is not known.';
}

function answered(
  workspace: Workspace,
  question: SearchQuestion,
  {found, check, reasons, assignment, seconds}: Extract<Explained, {state: 'found'}>,
  seed: number,
): SearchAnswer {
  const {problem, ids, offering, kind} = question;
  const people = workspace.people();
  const site = (number: number) => workspace.plan.site.get(ids[number]!)!;
  const reachable = new Uint8Array(problem.areas);
  for (let j = 0; j < problem.sites; j++) {
    if (problem.fixedClosed.includes(j)) continue;
    for (let area = 0; area < problem.areas; area++)
      if (problem.cost[j * problem.areas + area]! < problem.outOfReach) reachable[area] = 1;
  }
  let outOfReach = 0;
  let outOfEveryReach = 0;
  assignment.forEach((to, area) => {
    if (to >= 0) return;
    outOfReach += problem.people[area]!;
    if (!reachable[area]) outOfEveryReach += problem.people[area]!;
  });
  const gap = Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  return {
    problem: kind,
    status: found.proof === 'unbounded' ? 'stopped' : found.proof,
    proof: proofWords(found.proof, found.combinations, gap),
    objective: told(question, found.objective),
    bound: Number.isFinite(found.bound) ? told(question, found.bound) : null,
    gap,
    unit: unitOf(question),
    combinations: found.combinations,
    sites: found.sites.map((each) => {
      const {id, name, code} = site(each);
      return {id, name, code, isNew: !offering.has(each)};
    }),
    closes: [...offering]
      .filter((each) => !found.sites.includes(each))
      .map((each) => ({id: site(each).id, name: site(each).name})),
    assignments: Object.fromEntries(
      people.codes.map((code, area) => [code, assignment[area]! < 0 ? null : ids[assignment[area]!]!]),
    ),
    outOfReach,
    outOfEveryReach,
    reasons: {
      sites: reasons.open.map((each) => ({
        site: site(each.site).id,
        people: each.people,
        onlyCover: each.onlyCover,
        objectiveWithout: Number.isFinite(each.without) ? told(question, each.without) : null,
        areas: each.areas.map((area) => people.codes[area]!),
      })),
      others: reasons.closed.map(({site: each, instead, objective}) => ({
        site: site(each).id,
        instead: instead === null ? null : site(instead).id,
        objective: objective === null ? null : told(question, objective),
      })),
      limits: reasons.binding.map((each) => {
        const name = (number: number) => site(number).name;
        if (each.limit === 'budget')
          return `£${each.used.toLocaleString('en-GB')} of a budget of £${each.most.toLocaleString('en-GB')} is spent.`;
        if (each.limit === 'group')
          return `${each.open} open: ${demandWords(question, {demand: 'group', group: each.group}, name)}.`;
        return `${(each.share * 100).toFixed(1)} % reached: ${demandWords(question, {demand: 'floor', floor: each.floor}, name)}.`;
      }),
      conflict: [],
    },
    stated: [
      ...question.stated,
      ...(isMedian(kind) && kind !== 'capacitated-p-median'
        ? [
            `Whoever no open site reaches counts as ${(problem.price / question.perUnit).toLocaleString('en-GB')} ${question.unit}; whoever no site could reach is left out of the sum.`,
          ]
        : []),
    ],
    check: {
      ok: check.faults.length === 0,
      faults: check.faults,
      objective: told(question, check.objective),
      bound: check.bound,
    },
    seed,
    seconds,
  };
}

function nothingFound(
  question: SearchQuestion,
  seed: number,
  seconds: number,
  conflict: string[],
  status: 'infeasible' | 'stopped',
): SearchAnswer {
  return {
    problem: question.kind,
    status,
    proof: conflict.join(' '),
    objective: null,
    bound: null,
    gap: null,
    unit: unitOf(question),
    combinations: null,
    sites: [],
    closes: [],
    assignments: {},
    outOfReach: 0,
    outOfEveryReach: 0,
    reasons: {sites: [], others: [], limits: [], conflict},
    stated: question.stated,
    check: {ok: true, faults: [], objective: null, bound: null},
    seed,
    seconds,
  };
}

export const search = {
  'search.sites': job(searchFields, (context, asked, signal) => searchBody(context, asked, signal)),
  /** The searches under way end with the answer they have. */
  'search.enough': query({}, (context) => {
    const all = running.get(opened(context)) ?? new Set();
    for (const state of all) state.enough = true;
    return {searches: all.size};
  }),
  /** Takes an answer up as a new option: what it opens is placed, what it closes is withdrawn; one undo step. */
  'search.adopt': change(
    {name: text(80), service: text(80), from: maybe(text(80)), sites: list(text(80), 5000)},
    (plan, {name, service, from, sites}): Change => {
      const taken = [...plan.option.values()].some((each) => each.name.toLowerCase() === name.toLowerCase());
      if (taken)
        throw new PlanError('invalid', `There is an option called “${name}” already. Choose another name.`, 'name');
      const {id: key} = foundIn(plan, 'service', service);
      const base = optionNamed(plan, from ?? AS_NOW).id;
      const id = freshId(name, plan.option);
      const label = `Adopt ${name}`;
      const wanted = new Set(sites.map((site) => foundIn(plan, 'site', site).id));
      const offered = sitesOffering(plan, base, key);
      const now = new Set(sitesOffering(plan, AS_NOW, key));
      const copied = base === AS_NOW ? [] : [...plan.placement.values()].filter((each) => each.option === base);
      const own = new Map(
        copied.map((each) => {
          const copy = {...each, option: id, id: placementId(id, each.site, each.service)};
          return [copy.id, copy] as const;
        }),
      );
      for (const site of new Set([...offered, ...now, ...wanted])) {
        const rowId = placementId(id, site, key);
        const was = own.get(rowId) ?? row(plan, 'placement', placementId(AS_NOW, site, key));
        const state = wanted.has(site) ? ('offered' as const) : ('withdrawn' as const);
        if (!own.has(rowId) && now.has(site) === wanted.has(site)) continue;
        own.set(rowId, {...(was ?? newPlacement(id, site, key)), id: rowId, option: id, state});
      }
      const closures = base === AS_NOW ? [] : [...plan.closure.values()].filter((each) => each.option === base);
      return together(
        label,
        put(label, 'option', {id, name, role: 'option', note: ''}),
        put(label, 'placement', ...own.values()),
        put(label, 'closure', ...closures.map((each) => ({...each, option: id, id: `${id}/${each.site}`}))),
      );
    },
  ),
};
