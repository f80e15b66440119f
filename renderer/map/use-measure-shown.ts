import {useMemo} from 'react';
import {useMeasure, useMeasures} from '../measures/use-measure.ts';
import {useView} from '../state/view.ts';
import type {MeasuredAreas} from './legend-classes.ts';

/** What the map shows of the measure that its panel has; null unless the map is coloured by it. */
export function useMeasureShown(): MeasuredAreas | null {
  const isShown = useView(({colouring}) => colouring === 'measure');
  const key = useView((view) => view.measure.measure);
  const listed = useMeasures();
  const chosen = isShown ? listed.find((each) => each.key === key) : undefined;
  const {answer} = useMeasure(chosen, listed).standing;
  return useMemo(() => {
    if (!isShown || !answer) return null;
    const {label, unit, code, value} = answer.areas;
    return {
      title: label || answer.measure.label,
      unit,
      ofCode: new Map(label === '' ? [] : code.map((each, area) => [each, value[area] ?? null])),
    };
  }, [isShown, answer]);
}
