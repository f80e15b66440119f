import {Assumptions, Meaning, Sources, Terms} from '../answer/why-parts.tsx';
import {Dialog} from '../parts/dialog.tsx';
import type {MeasureAnswer} from './answer.ts';
import {unitText, valueText} from './value-text.ts';

/** *Why this number?* of a measure: meaning, formula, its parts with their values, notes, assumptions, sources. */
export function MeasureWhy({of, onClose}: {of: MeasureAnswer; onClose: () => void}) {
  const {measure, meaning, values, notes, question, times, lens} = of;
  return (
    <Dialog title={`Why this number? ${measure.label}`} onClose={onClose} side>
      <div className="why">
        <Meaning of={meaning} />
        {measure.literature && <p className="quiet small">In the literature: {measure.literature}.</p>}
        <Terms
          terms={values.flatMap(({value, ...each}) => (value === null ? [] : [{...each, value, formula: ''}]))}
          text={valueText}
          unitOf={unitText}
        />
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
        <Assumptions of={of} onLeave={onClose} />
        <Sources of={of} onLeave={onClose} />
      </div>
    </Dialog>
  );
}
