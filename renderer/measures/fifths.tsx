import {Bars} from '../parts/bars.tsx';
import {count} from '../words/numbers.ts';
import type {MeasureAnswer} from './answer.ts';
import {unitText, valueText, withUnit} from './value-text.ts';

/** The mean of the measure by fifth of deprivation, with what an average hides in the table. */
export function Fifths({of}: {of: MeasureAnswer}) {
  const {areas, byFifth, lens} = of;
  if (areas.label === '') return null;
  const lines = byFifth.filter(({people}) => people > 0);
  const most = lines.reduce((sum, {value}) => Math.max(sum, value ?? 0), 0);
  const unit = unitText(areas.unit);
  const brief = unit.length < 4;
  return (
    <Bars
      title={`${lens.fifths === 'local' ? 'By fifth of this place' : 'By fifth'}${brief ? '' : `, ${unit}`}`}
      caption={`${areas.label}, mean by fifth of deprivation`}
      columns={['People', 'Mean', 'Least', 'Most']}
      shareText={(share) => (share === null ? '–' : (brief ? withUnit : valueText)(share * (most || 1), areas.unit))}
      rows={lines.map((line) => {
        const fifth = byFifth.indexOf(line) + 1;
        return {
          key: line.label,
          label: line.label,
          share: line.value === null ? null : line.value / (most || 1),
          cells: [
            count(line.people),
            ...[line.value, line.least, line.greatest].map((each) => valueText(each, areas.unit)),
          ],
          note: `${count(line.people)} people in ${count(line.areas)} areas, from ${valueText(line.least, areas.unit)} to ${valueText(line.greatest, areas.unit)}${unit && ` ${unit}`}`,
          ...(fifth <= 5 ? {colour: `var(--deprivation-bar-${fifth})`} : {}),
        };
      })}
    />
  );
}
