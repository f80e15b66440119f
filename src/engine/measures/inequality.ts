import {isNoAnswer, noAnswer} from '../../core/access/no-answer.ts';
import {
  gini,
  lorenz,
  meanBetween,
  palma,
  type SortedValues,
  sortedValues,
  theil,
} from '../../core/equity/inequality.ts';
import {kolmPollak} from '../../core/equity/kolm-pollak.ts';
import {accessPoverty, travelPoverty} from '../../core/equity/poverty.ts';
import {answered, ranked, type Subject} from './equity.ts';
import type {Ground} from './ground.ts';
import {sent, type Taken, taken, type Value} from './taken.ts';

type Key = 'gini' | 'theil' | 'palma' | 'poverty' | 'kolm-pollak';

function base(sorted: SortedValues, subject: Subject): Value[] {
  return [
    {key: 'mean', label: 'Mean', value: sorted.mean, unit: subject.unit},
    {key: 'people', label: 'People counted', value: sorted.people, unit: 'people'},
  ];
}

/** How unequal a value is, whoever has it (Palma alone asks who is deprived). */
export function inequality(ground: Ground, subject: Subject, key: Key): Taken {
  const {counted, asked} = ground;
  if (key === 'palma') {
    const people = ranked(ground, subject, 'areas');
    if (isNoAnswer(people)) return taken({unit: 'ratio', because: people});
    const mean = (key: string, label: string, from: number, to: number): Value => ({
      key,
      label,
      value: sent(meanBetween(people, from, to)),
      unit: subject.unit,
    });
    return answered('ratio', palma(people), {
      values: [
        mean('least-deprived', 'Mean of the least deprived tenth', 0.9, 1),
        mean('most-deprived', 'Mean of the most deprived four tenths', 0, 0.4),
      ],
      notes: [subject.isBurden ? 'Below 1 the deprived have more to bear.' : 'Above 1 the deprived have less.'],
    });
  }
  const sorted = sortedValues(subject.values, counted);
  const unit = key === 'kolm-pollak' ? subject.unit : key === 'poverty' ? '% of people' : '';
  if (isNoAnswer(sorted)) return taken({unit, because: sorted});
  const values = base(sorted, subject);
  if (key === 'poverty') return poverty(ground, subject, sorted, values);
  if (key === 'kolm-pollak') {
    if (!subject.isBurden) {
      const sentence = 'The equally bad time is for minutes and other burdens; this is something that is good to have.';
      return taken({unit, because: noAnswer('bad-number', sentence), values});
    }
    const of = kolmPollak(sorted, asked.aversion ?? -1);
    if (isNoAnswer(of)) return taken({unit, because: of, values});
    return answered(unit, of.equivalent, {
      values: [
        ...values,
        {key: 'inequality', label: 'of it, what inequality adds', value: of.inequality, unit},
        {key: 'kappa', label: 'κ', value: of.kappa, unit: ''},
        {key: 'aversion', label: 'Aversion ε', value: asked.aversion ?? -1, unit: ''},
      ],
    });
  }
  const curve = lorenz(sorted);
  return answered(unit, key === 'gini' ? gini(sorted) : theil(sorted), {
    values,
    curve: isNoAnswer(curve) ? null : {kind: 'lorenz', ...curve},
  });
}

function poverty(ground: Ground, subject: Subject, sorted: SortedValues, values: Value[]): Taken {
  const line = ground.asked.line ?? ground.asked.within;
  const of = subject.isBurden ? travelPoverty(sorted, line) : accessPoverty(sorted, line);
  const unit = '% of people';
  if (isNoAnswer(of)) return taken({unit, because: of, values});
  return answered(unit, of.headcount * 100, {
    values: [
      {key: 'headcount', label: 'Share of people (FGT 0)', value: of.headcount, unit: 'share'},
      {key: 'gap', label: 'Mean gap (FGT 1)', value: of.gap, unit: 'share of the line'},
      {key: 'severity', label: 'Severity (FGT 2)', value: of.severity, unit: 'share of the line, squared'},
      {key: 'line', label: 'The line', value: line, unit: subject.unit},
      ...values,
    ],
  });
}
