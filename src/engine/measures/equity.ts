import {isNoAnswer, type NoAnswer, noAnswer} from '../../core/access/no-answer.ts';
import {byFifth} from '../../core/equity/by-fifth.ts';
import {concentrationCurve, concentrationIndex, erreygers} from '../../core/equity/concentration.ts';
import {gap} from '../../core/equity/gap.ts';
import {localParts, meanOf, type RankedPeople, rankedPeople} from '../../core/equity/ranked-people.ts';
import {slope} from '../../core/equity/slope.ts';
import {figureValue} from '../assumptions.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import type {Ground} from './ground.ts';
import {minutes, sent, type Taken, taken, type Value} from './taken.ts';

/** What equity and inequality are asked of: minutes to the closest site, or any other measure by area. */
export interface Subject {
  values: Float64Array;
  label: string;
  unit: string;
  isBurden: boolean;
}

/** A value, or why there is none, in the form that every answer has. */
export function answered(unit: string, of: number | NoAnswer, more: Partial<Taken> = {}): Taken {
  return typeof of === 'number' ? taken({unit, value: sent(of), ...more}) : taken({unit, because: of, ...more});
}

export function fifths(ground: Ground): Taken {
  const {now, counted, cutoff, lens} = ground;
  const lines = byFifth(now.seconds, counted, lens.fifth, cutoff);
  const first = lines[0]!;
  return taken({
    value: first.shareServed === null ? null : 100 * first.shareServed,
    unit: '% of the most deprived fifth served',
    values: [
      {key: 'people', label: 'People of the most deprived fifth', value: first.residents, unit: 'people'},
      {key: 'served', label: 'of them served', value: first.served, unit: 'people'},
    ],
    because:
      first.shareServed === null ? noAnswer('no-residents', 'Nobody here lives in the most deprived fifth.') : null,
    tables: [
      {
        key: 'fifths',
        title: `By fifth of deprivation (${lens.label}, ${lens.fifths})`,
        headings: [
          'Fifth',
          'Areas',
          'People',
          'Served',
          'Beyond',
          'Unreachable',
          'Share, %',
          'Mean minutes',
          'Median',
          'Longest',
        ],
        rows: lines.map((line) => [
          FIFTH_LABEL[line.fifth ?? 0],
          line.areas,
          line.residents,
          line.served,
          line.beyond,
          line.unreachable,
          line.shareServed === null ? null : 100 * line.shareServed,
          minutes(line.spread.meanSeconds),
          minutes(line.spread.medianSeconds),
          minutes(line.spread.worstSeconds),
        ]),
      },
    ],
  });
}

export function accessGap(ground: Ground): Taken {
  const {now, counted, cutoff, lens} = ground;
  const of = gap(now.seconds, counted, lens.fifth, cutoff);
  const side = (key: string, label: string, {residents, shareServed, meanSeconds}: typeof of.rest): Value[] => [
    {key: `${key}-people`, label: `${label}: people`, value: residents, unit: 'people'},
    {
      key: `${key}-share`,
      label: `${label}: share served`,
      value: shareServed === null ? null : 100 * shareServed,
      unit: '%',
    },
    {key: `${key}-minutes`, label: `${label}: mean minutes`, value: minutes(meanSeconds), unit: 'minutes'},
  ];
  return taken({
    value: of.sharePoints,
    unit: 'percentage points',
    values: [
      {key: 'minutes', label: 'The gap in minutes', value: minutes(of.meanSeconds), unit: 'minutes'},
      ...side('deprived', 'Most deprived fifth', of.mostDeprived),
      ...side('rest', 'Everyone else', of.rest),
      {key: 'not-known', label: 'Deprivation not known', value: of.residentsNotKnown, unit: 'people'},
    ],
    because:
      of.sharePoints === null
        ? noAnswer('no-deprivation', 'One of the two sides has nobody in it, so there is no gap to state.')
        : null,
  });
}

type Groups = NonNullable<Ground['asked']['groups']>;

/** People ranked by deprivation, in the groups asked for. */
export function ranked(ground: Ground, subject: Subject, usual: Groups): RankedPeople | NoAnswer {
  const {lens, counted, asked} = ground;
  const groups = asked.groups ?? usual;
  const national = Float64Array.from(lens.fifth, (fifth) => fifth || Number.NaN);
  const by =
    groups === 'areas'
      ? lens.rank
      : groups === 'fifths'
        ? national
        : localParts(counted, lens.rank, groups === 'local-fifths' ? 5 : 10);
  return rankedPeople(subject.values, counted, by);
}

/** The groups as a table, and those who are in none of them. */
function groupTable(people: RankedPeople, subject: Subject): Pick<Taken, 'tables' | 'values'> {
  const many = people.share.length;
  const rows = Array.from(people.share, (share, g) => [
    g + 1,
    people.areas[g]!,
    people.people * share,
    people.rank[g]!,
    people.mean[g]!,
    sent(people.standardError[g]!),
  ]);
  return {
    values: [
      {key: 'mean', label: 'Mean', value: meanOf(people), unit: subject.unit},
      {key: 'people', label: 'People ranked', value: people.people, unit: 'people'},
      {key: 'without-value', label: 'People without a value', value: people.peopleWithoutValue, unit: 'people'},
      {
        key: 'without-deprivation',
        label: 'People without a known deprivation',
        value: people.peopleWithoutDeprivation,
        unit: 'people',
      },
    ],
    tables:
      many <= 20
        ? [
            {
              key: 'groups',
              title: 'From the most deprived to the least',
              headings: ['Group', 'Areas', 'People', 'Rank', subject.label, 'Standard error'],
              rows,
            },
          ]
        : [],
  };
}

export function concentration(ground: Ground, subject: Subject): Taken {
  const people = ranked(ground, subject, 'areas');
  if (isNoAnswer(people)) return taken({unit: '−1 to 1', because: people});
  const curve = concentrationCurve(people);
  return answered('−1 to 1', concentrationIndex(people), {
    ...groupTable(people, subject),
    curve: isNoAnswer(curve) ? null : {kind: 'concentration', ...curve},
    notes: [meaning(subject)],
  });
}

function meaning({isBurden}: Subject): string {
  return isBurden ? 'Below 0 the burden lies on the deprived.' : 'Below 0 the deprived have more of it.';
}

export function corrected(ground: Ground, subject: Subject): Taken {
  const people = ranked(ground, subject, 'areas');
  if (isNoAnswer(people)) return taken({unit: '−1 to 1', because: people});
  const most = ground.asked.most ?? figureValue(ground.workspace.plan, 'travel-limit');
  const more = groupTable(people, subject);
  return answered('−1 to 1', erreygers(people, 0, most), {
    ...more,
    values: [
      ...more.values,
      {key: 'most', label: 'Upper bound, fixed (the lower is 0)', value: most, unit: subject.unit},
    ],
    notes: [meaning(subject), 'Compare options only with the same bounds.'],
  });
}

export function slopeIndex(ground: Ground, subject: Subject, which: 'slope' | 'relative'): Taken {
  const unit = which === 'slope' ? subject.unit : 'ratio';
  const people = ranked(ground, subject, 'fifths');
  if (isNoAnswer(people)) return taken({unit, because: people});
  const more = groupTable(people, subject);
  const line = slope(people);
  if (isNoAnswer(line)) return taken({unit, because: line, ...more});
  const interval = which === 'slope' ? line.slopeInterval : line.relativeInterval;
  const value = which === 'slope' ? line.slopeIndex : line.relativeIndex;
  const bound = (key: string, label: string, at: 0 | 1): Value => ({key, label, value: sent(interval?.[at]), unit});
  return answered(unit, value ?? noAnswer('mean-is-nought'), {
    ...more,
    values: [
      {key: 'slope', label: 'Slope index (SII)', value: sent(line.slopeIndex), unit: subject.unit},
      {key: 'relative', label: 'Relative index (RII)', value: sent(line.relativeIndex), unit: 'ratio'},
      {key: 'intercept', label: 'At the most deprived end', value: sent(line.intercept), unit: subject.unit},
      bound('low', '95 % interval, from', 0),
      bound('high', '95 % interval, to', 1),
      ...more.values,
    ],
    notes: interval ? [] : ['No interval: it needs two areas or more in every group.'],
  });
}
