import {CircleHelp} from 'lucide-react';
import {useState} from 'react';
import {TimesLabel} from '../answer/times-label.tsx';
import {IconButton} from '../parts/button.tsx';
import {signed} from '../words/numbers.ts';
import type {MeasureAnswer} from './answer.ts';
import {AnswerTables} from './answer-tables.tsx';
import {AreaScatter} from './area-scatter.tsx';
import {CurveChart} from './curve-chart.tsx';
import {Fifths} from './fifths.tsx';
import {LargerAreas} from './larger-areas.tsx';
import {LosersTable} from './losers-table.tsx';
import {MeasureAudit} from './measure-audit.tsx';
import {MeasureWhy} from './measure-why.tsx';
import {Reasons} from './reasons.tsx';
import {unitText, valueText, withUnit} from './value-text.ts';

/** A measure, answered: the number, its parts, by fifth, its curve, its areas, who loses, and that everyone is in it. */
export function MeasureResult({of, current}: {of: MeasureAnswer; current: boolean}) {
  const [why, setWhy] = useState(false);
  const {measure, value, unit, because, values, areas, curve, tables, audit, comparison, question, notes} = of;
  const against = comparison?.valueAgainst ?? null;
  return (
    <div className="measure-result" data-current={current} aria-busy={!current}>
      <TimesLabel times={of.times} />
      <section aria-label={measure.label}>
        <header className="measure-value number">
          <strong>{valueText(value, unit)}</strong>
          <span className="quiet">{value === null ? 'no value' : unitText(unit)}</span>
          <span className="why-button">
            <IconButton name={`Why this number? ${measure.label}`} placement="left" onPress={() => setWhy(true)}>
              <CircleHelp size={14} />
            </IconButton>
          </span>
        </header>
        {because && <p className="inset">{because.sentence}</p>}
        {against !== null && value !== null && (
          <p className="small number">
            {withUnit(against, unit)} in “{question.againstName}”:{' '}
            {signed(value - against, (each) => valueText(each, unit))}.
          </p>
        )}
      </section>
      {values.length > 0 && (
        <table className="figures number">
          <caption className="visually-hidden">The parts of {measure.label.toLowerCase()}</caption>
          <tbody>
            {values.map((each) => (
              <tr key={each.key}>
                <th scope="row">{each.label}</th>
                <td>{each.unit === 'people' ? valueText(each.value, each.unit) : withUnit(each.value, each.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Fifths of={of} />
      {of.by && <LargerAreas by={of.by} areas={areas} />}
      {curve && <CurveChart curve={curve} what={areas.unit || areas.label.toLowerCase()} />}
      {areas.label !== '' && <AreaScatter areas={areas} />}
      <AnswerTables tables={tables} />
      <Reasons reasons={of.reasons} who={question.people} />
      {comparison && (
        <section aria-label="Who loses">
          <h3>Who loses against {question.againstName.toLowerCase()}</h3>
          <LosersTable losers={comparison.losers} />
        </section>
      )}
      {notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
      <MeasureAudit audit={audit} />
      {why && <MeasureWhy of={of} onClose={() => setWhy(false)} />}
    </div>
  );
}
