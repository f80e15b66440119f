import {sameCount} from '../../core/access/audit.ts';
import {nationalPercentile, rollUp} from '../../core/equity/roll-up.ts';
import type {Job} from '../../core/job.ts';
import {MEASURES, type Measure, measureOf} from '../../core/score/measures.ts';
import {PlanError} from '../../domain/errors.ts';
import {MEASURE_MEANINGS, type MeasureMeaning} from '../../domain/measure-meanings.ts';
import {assumptionsUsed} from '../assumptions.ts';
import {opened} from '../context.ts';
import {number} from '../fields.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import type {JobBody} from '../kinds.ts';
import {job, query} from '../kinds.ts';
import {type LensUsed, lensesOf} from '../lens.ts';
import {ownColumns} from '../own-columns.ts';
import {orNull} from '../people.ts';
import {sourcesUsed} from '../sources.ts';
import type {NotYet} from '../standings.ts';
import type {LargerArea, MeasureAnswer, PartLine} from './answer-shape.ts';
import {type DecayOffered, decaysFor} from './decays.ts';
import {type Ground, groundOf, peopleAudit, reasons} from './ground.ts';
import {groupsBy} from './groups.ts';
import {comparison} from './losers.ts';
import {type MeasureSaid, measureFields} from './question.ts';
import {take} from './take.ts';
import {sent, type Taken} from './taken.ts';

export type MeasureReply = {state: 'ready'; answer: MeasureAnswer} | NotYet;

/** People, served or not, and the mean of the measure, for each of so many groups of areas. */
export function partLines(
  ground: Ground,
  values: Float64Array | null,
  group: ArrayLike<number>,
  names: readonly string[],
): PartLine[] {
  const {now, counted, cutoff} = ground;
  const sums = names.map((label) => ({
    label,
    areas: 0,
    people: 0,
    served: 0,
    beyond: 0,
    unreachable: 0,
    with: 0,
    sum: 0,
    least: Infinity,
    greatest: -Infinity,
  }));
  for (let area = 0; area < counted.length; area++) {
    const into = sums[group[area]!]!;
    const here = counted[area]!;
    into.areas++;
    if (!(here > 0)) continue;
    into.people += here;
    into[now.site[area]! < 0 ? 'unreachable' : now.seconds[area]! <= cutoff ? 'served' : 'beyond'] += here;
    const value = values?.[area];
    if (value === undefined || Number.isNaN(value)) continue;
    into.with += here;
    into.sum += here * value;
    into.least = Math.min(into.least, value);
    into.greatest = Math.max(into.greatest, value);
  }
  return sums.map(({with: counted_, sum, least, greatest, ...line}) => ({
    ...line,
    value: counted_ > 0 ? sum / counted_ : null,
    least: sent(least),
    greatest: sent(greatest),
  }));
}

function byFifth(ground: Ground, values: Float64Array | null): PartLine[] {
  const lines = partLines(ground, values, ground.lens.fifth, FIFTH_LABEL);
  return [...lines.slice(1), lines[0]!];
}

function larger(ground: Ground, values: Float64Array | null, by: string): NonNullable<MeasureAnswer['by']> {
  const {lens, counted} = ground;
  const groups = groupsBy(ground, by);
  const {ranked} = lens;
  const percentile = lens.rank.map((rank) =>
    ranked && rank >= 1 && rank <= ranked ? nationalPercentile(rank, ranked) : Number.NaN,
  );
  // Extent asks only for the percentile; an edition without scores still has it.
  const scores = lens.score.map((score) => (Number.isNaN(score) ? 0 : score));
  const hasScores = lens.score.some((score) => !Number.isNaN(score));
  const rolled = rollUp(counted, percentile, scores, groups.of, groups.names.length);
  const lines = partLines(ground, values, groups.of, groups.names).map(
    (line, at): LargerArea => ({
      ...line,
      extent: rolled[at]!.extent,
      averageScore: hasScores ? rolled[at]!.averageScore : null,
    }),
  );
  return {label: groups.label, note: groups.note, lines};
}

const whole = (value: number) => new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0}).format(value);

/** Everyone counted once, in every way that this answer counts them; where they are not, the line says so. */
export function auditOf(
  ground: Pick<Ground, 'total' | 'now' | 'counted' | 'cutoff' | 'who'>,
  parts: readonly (readonly Pick<PartLine, 'people'>[])[],
  supply: Taken['supply'],
): MeasureAnswer['audit'] {
  const people = peopleAudit(ground.total, ground.now.seconds, ground.counted, ground.cutoff);
  const partsAddUp = parts.every((lines) =>
    sameCount(
      lines.reduce((sum, line) => sum + line.people, 0),
      ground.total,
    ),
  );
  const addsUp = people.addsUp && partsAddUp && (supply?.addsUp ?? true);
  const {served, beyond, unreachable, residents} = people;
  const sum = `${whole(served)} served + ${whole(beyond)} beyond + ${whole(unreachable)} unreachable`;
  const wrong = [
    ...(people.addsUp ? [] : ['people']),
    ...(partsAddUp ? [] : ['fifths or larger areas']),
    ...(supply && !supply.addsUp ? ['capacity'] : []),
  ];
  const sentence = addsUp
    ? `${sum} = ${whole(residents)} ${ground.who}.`
    : `These do not add up: ${sum}, but there are ${whole(residents)} ${ground.who} (${wrong.join(', ')}). Please report it; do not use this answer.`;
  return {people, partsAddUp, supply, addsUp, sentence};
}

function* measured(ground: Ground, measure: Measure): Job<MeasureAnswer> {
  const {workspace, standing, asked, people, counted, lens, now, who, context} = ground;
  const of = yield* take(ground, measure.key);
  const values = of.area?.values ?? null;
  const fifths = byFifth(ground, values);
  const by = asked.by === undefined ? null : larger(ground, values, asked.by);
  const why = reasons(ground);
  const {option, against, optionName, againstName, serviceName, mode, within} = standing.question;
  let compared: MeasureAnswer['comparison'] = null;
  if (standing.before) {
    const other = groundOf(context, {...asked, option: against, against});
    const taken = 'state' in other ? null : yield* take(other, measure.key);
    compared = {
      ...comparison(standing.before.seconds, now.seconds, people, counted, lens.fifth, ground.total),
      valueAgainst: taken?.value ?? null,
    };
  }
  const lensUsed: LensUsed = {
    key: lens.key,
    label: lens.label,
    overlap: lens.overlap,
    fifths: lens.fifths,
    areasNotKnown: lens.areasNotKnown,
  };
  return {
    measure,
    meaning: MEASURE_MEANINGS.get(measure.key)!,
    question: {
      service: asked.service,
      serviceName,
      option,
      optionName,
      against,
      againstName,
      mode,
      within,
      people: who,
      of: asked.of ?? null,
    },
    times: standing.times,
    lens: lensUsed,
    value: sent(of.value),
    unit: of.unit,
    because: of.because,
    values: of.values.map((each) => ({...each, value: sent(each.value)})),
    areas: {
      label: of.area?.label ?? '',
      unit: of.area?.unit ?? '',
      isBurden: of.area?.isBurden ?? true,
      code: people.codes,
      name: people.names,
      people: Array.from(counted, orNull),
      fifth: [...lens.fifth],
      value: people.codes.map((_, area) => sent(values?.[area])),
      reason: why.byArea,
    },
    byFifth: fifths,
    by,
    curve: of.curve,
    tables: of.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? sent(cell) : cell))),
    })),
    reasons: why.counts,
    audit: auditOf(ground, by ? [fifths, by.lines] : [fifths], of.supply),
    comparison: compared,
    notes: of.notes,
    sources: sourcesUsed(workspace),
    assumptions: [...standing.times.figures, ...assumptionsUsed(workspace.plan, standing.question)],
    version: context.version,
  };
}

export interface MeasureListed extends Measure, MeasureMeaning {
  /** Asked of minutes if not said; of any measure by area. */
  takesOf: boolean;
  /** How the nearer counts more may be chosen. */
  takesDecay: boolean;
}

const OF = new Set([
  'concentration',
  'erreygers',
  'slope',
  'relative',
  'gini',
  'theil',
  'palma',
  'poverty',
  'kolm-pollak',
]);

const DECAYING = new Set(['opportunities', 'e2sfca', 'm2sfca', '3sfca', 'bfca']);

export const measures = {
  'measures.list': query({}, (): MeasureListed[] =>
    MEASURES.map((each) => ({
      ...each,
      ...MEASURE_MEANINGS.get(each.key)!,
      takesOf: OF.has(each.key),
      takesDecay: DECAYING.has(each.key),
    })),
  ),

  /** The ways in which the nearer may count more, each with numbers to start from that fit the cutoff. */
  'measures.decays': query({within: number(0, 1080)}, (_, {within}): DecayOffered[] => decaysFor(within)),

  /** What deprivation can be looked through here, and the planner's own columns. */
  'measures.lenses': query({}, (context) => {
    const workspace = opened(context);
    return {
      lenses: lensesOf(workspace),
      columns: ownColumns(workspace).map(({column, numbers, named}) => ({column, numbers, words: named})),
    };
  }),

  'measure.answer': job(measureFields, function* (context, asked): JobBody<MeasureReply> {
    const measure = measureOf(asked.measure);
    if (!measure) {
      const known = MEASURES.map((each) => each.key).join(', ');
      throw new PlanError('missing', `There is no measure “${asked.measure}”. There are: ${known}.`, 'measure');
    }
    const ground = groundOf(context, said(asked));
    if ('state' in ground) return ground;
    return {state: 'ready', answer: yield* measured(ground, measure)};
  }),
};

/** What was not said is not there, so that a default can stand in its place. */
export function said<T extends object>(asked: T): T & MeasureSaid {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as T & MeasureSaid;
}
