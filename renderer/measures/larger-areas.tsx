import {ScrollBox} from '../parts/scroll-box.tsx';
import {count, decimal, percent} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {MeasureAnswer} from './answer.ts';
import {unitText, valueText} from './value-text.ts';

/** The measure in wards, neighbourhoods or other larger areas: their mean, what it hides, and how deprived they are. */
export function LargerAreas({by, areas}: {by: NonNullable<MeasureAnswer['by']>; areas: MeasureAnswer['areas']}) {
  const title = `By ${by.label}`;
  const unit = unitText(areas.unit);
  const hasExtent = by.lines.some(({extent}) => extent !== null);
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      <ScrollBox label={`${title}, table`}>
        <table className="figures number wide-figures">
          <thead>
            <tr>
              <th scope="col">{capital(by.label)}</th>
              <th scope="col">People</th>
              <th scope="col">In time</th>
              {areas.label !== '' && <th scope="col">{unit ? `Mean, ${unit}` : 'Mean'}</th>}
              {areas.label !== '' && <th scope="col">Range</th>}
              {hasExtent && <th scope="col">Extent</th>}
            </tr>
          </thead>
          <tbody>
            {by.lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td>{count(line.people)}</td>
                <td>{percent(line.people > 0 ? line.served / line.people : null)}</td>
                {areas.label !== '' && <td>{valueText(line.value, areas.unit)}</td>}
                {areas.label !== '' && (
                  <td>
                    {valueText(line.least, areas.unit)}–{valueText(line.greatest, areas.unit)}
                  </td>
                )}
                {hasExtent && <td>{line.extent === null ? '–' : `${decimal(line.extent * 100)}%`}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="quiet small">
        {by.note}
        {hasExtent &&
          ' Extent: people in the most deprived tenth of the country count whole, those up to its third less and less.'}
      </p>
    </section>
  );
}
