import {Assumptions, Sources} from '../answer/why-sheet.tsx';
import {Dialog} from '../parts/dialog.tsx';
import type {MeasureAnswer} from './answer.ts';
import {unitText, valueText} from './value-text.ts';

/** *Why this number?* of a measure: meaning, formula, its parts with their values, notes, assumptions, sources. */
export function MeasureWhy({of, onClose}: {of: MeasureAnswer; onClose: () => void}) {
  const {measure, formula, values, notes, question, times, lens} = of;
  return (
    <Dialog title={`Why this number? ${measure.label}`} onClose={onClose} side>
      <div className="why">
        <section>
          <h3>It means</h3>
          <p>{measure.oneLine}</p>
          {measure.literature && <p className="quiet small">In the literature: {measure.literature}.</p>}
          {formula && (
            <>
              <h3>Formula</h3>
              <p className="formula">{formula}</p>
            </>
          )}
        </section>
        {values.length > 0 && (
          <section>
            <h3>Terms</h3>
            <dl className="terms number">
              {values.map(({key, label, value, unit}) => (
                <div key={key}>
                  <dt>{label}</dt>
                  <dd>
                    <strong>{valueText(value, unit)}</strong> <span className="unit">{unitText(unit)}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <section>
          <h3>It is asked of</h3>
          <p>
            {question.serviceName} in “{question.optionName}”, {question.people}, within {question.within} minutes.{' '}
            {times.label}. Deprivation by {lens.label}
            {lens.fifths === 'local' ? ', in fifths of this place' : ''}.
          </p>
          {[...notes, ...(lens.overlap ? [lens.overlap] : [])].map((note) => (
            <p key={note} className="quiet small">
              {note}
            </p>
          ))}
        </section>
        <Assumptions of={of} />
        <Sources of={of} />
      </div>
    </Dialog>
  );
}
