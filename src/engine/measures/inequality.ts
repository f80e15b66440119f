import {isNoAnswer, noAnswer} from '../../core/access/no-answer.ts';
import {gini, lorenz, palma, type SortedValues, sortedValues, theil} from '../../core/equity/inequality.ts';
import {kolmPollak} from '../../core/equity/kolm-pollak.ts';
import {accessPoverty, travelPoverty} from '../../core/equity/poverty.ts';
import {answered, ranked, type Subject} from './equity.ts';
import type {Ground} from './ground.ts';
import {type Taken, taken, type Value} from './taken.ts';

type Key = 'gini' | 'theil' | 'palma' | 'poverty' | 'kolm-pollak';

const FORMULA: Record<Key, string> = {
  gini: '1 − 2 × the area under the Lorenz curve',
  theil: 'Σ p (y ÷ μ) ln(y ÷ μ)',
  palma: 'mean of the least deprived tenth ÷ mean of the most deprived four tenths',
  poverty: 'share of people over (or under) the line; the mean of how far, as a share of the line; and of its square',
  'kolm-pollak': '−(1 ÷ κ) ln Σ p e^(−κ y), κ = ε Σ p y ÷ Σ p y²',
};

function base(sorted: SortedValues, subject: Subject): Value[] {
  return [
    {key: 'mean', label: 'Mean', value: sorted.mean, unit: subject.unit},
    {key: 'people', label: 'People counted', value: sorted.people, unit: 'people'},
  ];
}

/** How unequal a value is, whoever has it (Palma alone asks who is deprived). */
export function inequality(ground: Ground, subject: Subject, key: Key): Taken {
  const {counted, asked} = ground;
  const formula = FORMULA[key];
  if (key === 'palma') {
    const people = ranked(ground, subject, 'areas');
    return answered('ratio', formula, isNoAnswer(people) ? people : palma(people), {
      notes: [subject.isBurden ? 'Below 1 the deprived have more to bear.' : 'Above 1 the deprived have less.'],
    });
  }
  const sorted = sortedValues(subject.values, counted);
  const unit = key === 'kolm-pollak' ? subject.unit : key === 'poverty' ? '% of people' : '';
  if (isNoAnswer(sorted)) return taken({unit, formula, because: sorted});
  const values = base(sorted, subject);
  if (key === 'poverty') return poverty(ground, subject, sorted, values);
  if (key === 'kolm-pollak') {
    if (!subject.isBurden) {
      const sentence = 'The equally bad time is for minutes and other burdens; this is something that is good to have.';
      return taken({unit, formula, because: noAnswer('bad-number', sentence), values});
    }
    const of = kolmPollak(sorted, asked.aversion ?? -1);
    if (isNoAnswer(of)) return taken({unit, formula, because: of, values});
    return answered(unit, formula, of.equivalent, {
      values: [
        ...values,
        {key: 'inequality', label: 'of it, what inequality adds', value: of.inequality, unit},
        {key: 'kappa', label: 'κ', value: of.kappa, unit: ''},
        {key: 'aversion', label: 'Aversion ε', value: asked.aversion ?? -1, unit: ''},
      ],
    });
  }
  const curve = lorenz(sorted);
  return answered(unit, formula, key === 'gini' ? gini(sorted) : theil(sorted), {
    values,
    curve: isNoAnswer(curve) ? null : {kind: 'lorenz', ...curve},
  });
}

function poverty(ground: Ground, subject: Subject, sorted: SortedValues, values: Value[]): Taken {
  const line = ground.asked.line ?? ground.asked.within;
  const of = subject.isBurden ? travelPoverty(sorted, line) : accessPoverty(sorted, line);
  const unit = '% of people';
  if (isNoAnswer(of)) return taken({unit, formula: FORMULA.poverty, because: of, values});
  return answered(unit, FORMULA.poverty, of.headcount * 100, {
    values: [
      {key: 'headcount', label: 'Share of people (FGT 0)', value: of.headcount, unit: 'share'},
      {key: 'gap', label: 'Mean gap (FGT 1)', value: of.gap, unit: 'share of the line'},
      {key: 'severity', label: 'Severity (FGT 2)', value: of.severity, unit: 'share of the line, squared'},
      {key: 'line', label: 'The line', value: line, unit: subject.unit},
      ...values,
    ],
  });
}
