import {Check, X} from 'lucide-react';
import type {ReactNode} from 'react';
import {exact} from '../words/numbers.ts';
import type {MeasureAnswer} from './answer.ts';

type Audit = MeasureAnswer['audit'];

/** Everyone counted once, and all capacity shared out; where not, it says so in red. */
export function MeasureAudit({audit}: {audit: Audit}) {
  const {people, partsAddUp, supply, sentence} = audit;
  return (
    <section className="conserved number small" aria-label="Audit" data-adds-up={audit.addsUp}>
      <Line holds={people.addsUp && partsAddUp}>{sentence}</Line>
      {supply && (
        <Line holds={supply.addsUp}>
          Capacity: {exact(supply.found, 3)} shared out of {exact(supply.expected, 3)} ({supply.rule}).
          {supply.sitesOutOfReach > 0 && ` ${supply.sitesOutOfReach} sites are out of everybody’s reach.`}
          {supply.sitesNotKnown > 0 && ` ${supply.sitesNotKnown} sites state none.`}
        </Line>
      )}
      {!audit.addsUp && <p role="alert">Do not use this answer, and tell us.</p>}
    </section>
  );
}

function Line({holds, children}: {holds: boolean; children: ReactNode}) {
  return (
    <p data-holds={holds}>
      {holds ? (
        <Check size={14} role="img" aria-label="adds up" />
      ) : (
        <X size={14} role="img" aria-label="does not add up" />
      )}
      <span>{children}</span>
    </p>
  );
}
