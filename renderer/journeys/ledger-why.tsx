import {inSentence} from '../../src/domain/in-sentence.ts';
import {MEANINGS} from '../../src/domain/meanings.ts';
import {Assumptions, Meaning, Sources, Terms} from '../answer/why-parts.tsx';
import type {JourneysAll, ServiceLedger} from '../measures/answer.ts';
import {Dialog} from '../parts/dialog.tsx';

const LEDGER = MEANINGS.find(({key}) => key === 'ledger')!;

/** *Why these numbers?* of one service’s ledger: every term with the sum that gave it. */
export function LedgerWhy({of, all, onClose}: {of: ServiceLedger; all: JourneysAll; onClose: () => void}) {
  return (
    <Dialog title={`Why these numbers? Journeys to ${inSentence(of.name)}`} onClose={onClose} side>
      <div className="why">
        <Meaning of={LEDGER} />
        <Terms terms={of.terms} />
        <Assumptions of={{assumptions: [...all.figures, ...all.assumptions]}} />
        <Sources of={all} />
      </div>
    </Dialog>
  );
}
