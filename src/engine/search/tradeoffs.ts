import type {SearchProgress} from '../../core/search/answer.ts';
import {gapOf} from '../../core/search/answer.ts';
import type {Explained} from '../../core/search/explained.ts';
import {refusalOf, type SiteProblem} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import {TIME_NAME} from '../../domain/mode.ts';
import type {Context} from '../context.ts';
import {opened} from '../context.ts';
import {maybe, number} from '../fields.ts';
import {job} from '../kinds.ts';
import {timesFrom} from '../times-used.ts';
import {askedOf, requestOf} from './ask.ts';
import {type SearchInput, searchFields} from './fields.ts';
import type {Outcome} from './outcome.ts';
import {outcomes} from './outcomes.ts';
import type {SearchQuestion} from './question.ts';
import {endable, runSearch, type Stop} from './run.ts';
import {type FoundSite, proofWords, sitesShown, told, unitOf} from './told.ts';

/** One arrangement on a curve. */
export interface Tried {
  /** What was asked: “3 sites”, “most deprived × 5”. */
  title: string;
  /** The number that it stands at: sites opened, or how often the most deprived count; null where it has none. */
  at: number | null;
  objective: number | null;
  proof: string;
  /** How far from the best it can be; null where nothing fits or nothing is known. */
  gap: number | null;
  sites: FoundSite[];
  outcome: Outcome | null;
}

export interface Curve {
  unit: string;
  /** As things are. */
  now: Outcome;
  tried: Tried[];
  stated: string[];
}

export interface FairCurve extends Curve {
  /** For each tried, by which share everyone's mean minutes are longer than the most efficient arrangement's. */
  price: (number | null)[];
}

export interface Stability {
  /** What was tried: weights and minutes. */
  tried: Tried[];
  /** Each site that was in at least once, and in how many of those that had an answer. */
  sites: {id: string; name: string; isNew: boolean; in: number; of: number; missing: string[]}[];
  stated: string[];
}

type Step<R> = AsyncGenerator<SearchProgress, R, void>;

const MOST_POINTS = 60;

/** One variant, solved without its reasons. */
async function* solved(
  context: Context,
  question: SearchQuestion,
  asked: SearchInput,
  named: {title: string; at: number | null; done: number; of: number},
  stop: Stop,
): Step<Tried> {
  const workspace = opened(context);
  const {title, at, done, of} = named;
  const none = {title, at, objective: null, gap: null, sites: [], outcome: null};
  if (refusalOf(question.problem) !== null) return {...none, proof: refusalOf(question.problem)!};
  const search = runSearch(context, workspace, question.problem, {...requestOf(asked), brief: true}, stop);
  let explained: Explained;
  for (;;) {
    const step = await search.next();
    if (step.done) {
      explained = step.value;
      break;
    }
    yield {done, of, doing: `Searching: ${title}`, objective: null, bound: null, sites: null};
  }
  if (explained.state !== 'found')
    return {
      ...none,
      proof: explained.state === 'infeasible' ? 'Nothing fits.' : 'Stopped before any answer was found.',
    };
  const {found, check, taken} = explained;
  const gap = Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  return {
    title,
    at,
    objective: told(question, found.objective),
    gap,
    // One arrangement that the checker disagrees with does not take the others from a planner; it says so itself.
    proof:
      check.faults.length > 0
        ? `The checker disagrees: ${check.faults.join(' ')}`
        : proofWords(found.proof, found.combinations, gap),
    sites: found.sites.map(sitesShown(workspace, question)),
    outcome: outcomes(workspace, question, found.sites, asked.within ?? null, taken)[0]!.after,
  };
}

const sitesTitle = (count: number, keep: boolean | undefined) =>
  `${count} ${keep ? 'new ' : ''}site${count === 1 ? '' : 's'}`;

/** The best answer for each number of sites: what one more buys. */
async function* curveOf(
  context: Context,
  {from, to, ...asked}: SearchInput & {from: number | undefined; to: number | undefined},
  signal: AbortSignal,
): Step<Curve> {
  const [least, most] = [from ?? 1, to ?? (asked.open ?? 5) + 4];
  if (!Number.isInteger(least) || !Number.isInteger(most) || most < least || most - least >= MOST_POINTS)
    throw new PlanError(
      'invalid',
      `A curve goes from a whole number of sites to one at most ${MOST_POINTS - 1} larger.`,
      'to',
    );
  if (asked.close !== undefined)
    throw new PlanError('invalid', 'A curve counts sites that open. Leave “close” out.', 'close');
  const question = yield* askedOf(context, {...asked, open: least}, signal);
  const base = question.problem.count.most - least;
  return yield* endable(opened(context), signal, async function* (stop) {
    const tried: Tried[] = [];
    for (let count = least; count <= most && !stop.enough(); count++) {
      const problem: SiteProblem = {...question.problem, count: {least: base + count, most: base + count}};
      if (refusalOf(problem) !== null && count > least) break;
      const named = {title: sitesTitle(count, asked.keep), at: count, done: count - least, of: most - least + 1};
      tried.push(yield* solved(context, {...question, problem}, asked, named, stop));
    }
    return curve(context, question, asked, tried);
  });
}

function curve(context: Context, question: SearchQuestion, asked: SearchInput, tried: Tried[]): Curve {
  const now = outcomes(opened(context), question, [], asked.within ?? null, null)[0]!.before;
  return {unit: unitOf(question), now, tried, stated: [...question.stated, ...question.travel]};
}

/** One way of asking the same. */
interface Variant {
  title: string;
  at: number | null;
  asked: SearchInput;
}

/** Puts every variant to the solver in turn; those tried so far once it is enough. */
async function* solvedAll(
  context: Context,
  variants: readonly Variant[],
  signal: AbortSignal,
): Step<{questions: SearchQuestion[]; tried: Tried[]}> {
  const questions: SearchQuestion[] = [];
  for (const {asked} of variants) questions.push(yield* askedOf(context, asked, signal));
  return yield* endable(opened(context), signal, async function* (stop) {
    const tried: Tried[] = [];
    for (const [index, {title, at, asked}] of variants.entries()) {
      if (stop.enough()) break;
      const named = {title, at, done: index, of: variants.length};
      tried.push(yield* solved(context, questions[index]!, asked, named, stop));
    }
    return {questions, tried};
  });
}

/** How often a resident of the most deprived fifth counts, from efficient to fair. */
const COUNTS = [1, 1.5, 2.5, 5, 10, 1000];

/** From efficient to fair: the same demands, the most deprived counting more and more, and the shortest longest journey. */
async function* fairOf(context: Context, asked: SearchInput, signal: AbortSignal): Step<FairCurve> {
  const variants: Variant[] = COUNTS.map((count) => ({
    title: count === 1 ? 'everyone alike' : count === 1000 ? 'most deprived first' : `most deprived × ${count}`,
    at: count,
    asked: {...asked, weights: 'most-deprived', deprivedCount: count},
  }));
  if (asked.problem === 'p-median')
    variants.push({
      title: 'shortest longest journey',
      at: null,
      asked: {...asked, problem: 'p-centre', weights: 'residents'},
    });
  const {questions, tried} = yield* solvedAll(context, variants, signal);
  const minutes = tried.map(({outcome}) => outcome?.minutes ?? null);
  const least = Math.min(Infinity, ...minutes.filter((each) => each !== null));
  const price = minutes.map((each) => (each === null || !(least > 0) ? null : each / least - 1));
  return {...curve(context, questions[0]!, asked, tried), price};
}

/**
 * The same question under other weights, minutes (where they count) and times of day (by car along streets): how often each
 * site stays in.
 */
async function* stabilityOf(context: Context, asked: SearchInput, signal: AbortSignal): Step<Stability> {
  const {bands, byBand, codes} = opened(context).people();
  const anyOld = bands.some(
    ({fromAge}, band) =>
      fromAge >= 65 && byBand.subarray(band * codes.length, (band + 1) * codes.length).some((each) => each > 0),
  );
  const weightings = [
    {title: 'everyone alike', said: {weights: 'residents'}},
    {title: 'most deprived × 2.5', said: {weights: 'most-deprived', deprivedCount: 2.5}},
    {title: 'most deprived × 10', said: {weights: 'most-deprived', deprivedCount: 10}},
    ...(anyOld ? [{title: 'aged 65 and over', said: {weights: '65+'}}] : []),
  ];
  const {within} = asked;
  const timed = !['p-median', 'kn-p-median', 'p-centre', 'p-dispersion', 'capacitated-p-median'].includes(
    asked.problem,
  );
  const cutoffs = timed && within !== undefined ? [within * 0.8, within, within * 1.2] : [within];
  const along = asked.mode === 'drive' && timesFrom(opened(context), asked.times) === 'streets';
  const times: SearchInput['time'][] = along ? ['free-flow', 'morning-peak', 'evening'] : [asked.time];
  const variants = weightings.flatMap(({title, said}) =>
    cutoffs.flatMap((within) =>
      times.map((time) => ({
        title: [
          title,
          ...(timed ? [`within ${within!.toLocaleString('en-GB', {maximumFractionDigits: 1})}`] : []),
          ...(along ? [TIME_NAME[time ?? 'free-flow']] : []),
        ].join(', '),
        at: null,
        asked: {...asked, ...said, within, time},
      })),
    ),
  );
  const {questions, tried} = yield* solvedAll(context, variants, signal);
  const answered = tried.filter(({sites}) => sites.length > 0);
  const all = new Map(answered.flatMap(({sites}) => sites.map((site) => [site.id, site] as const)));
  const sites = [...all.values()].map(({id, name, isNew}) => {
    const missing = answered.filter((each) => !each.sites.some((site) => site.id === id)).map(({title}) => title);
    return {id, name, isNew, in: answered.length - missing.length, of: answered.length, missing};
  });
  sites.sort((a, b) => b.in - a.in || a.name.localeCompare(b.name));
  return {tried, sites, stated: [...questions[0]!.stated, ...questions[0]!.travel]};
}

const count = maybe(number(0, 5000));

export const searchTradeoffs = {
  'search.curve': job({...searchFields, from: count, to: count}, (context, asked, signal) =>
    curveOf(context, asked, signal),
  ),
  'search.fair': job(searchFields, (context, asked, signal) => fairOf(context, asked, signal)),
  'search.stability': job(searchFields, (context, asked, signal) => stabilityOf(context, asked, signal)),
};
