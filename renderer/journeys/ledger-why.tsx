import {inSentence} from '../../src/domain/in-sentence.ts';
import {MEANINGS} from '../../src/domain/meanings.ts';
import {originsOf} from '../answer/origins.ts';
import {Assumptions, Meaning, Sources, Terms} from '../answer/why-parts.tsx';
import type {JourneysAll, ServiceLedger} from '../measures/answer.ts';
import {Dialog} from '../parts/dialog.tsx';
import {useView} from '../state/view.ts';

const LEDGER = MEANINGS.find(({key}) => key === 'ledger')!;

/** *Why these numbers?* of one service’s ledger: every term with the sum that gave it. */
export function LedgerWhy({of, all, onClose}: {of: ServiceLedger; all: JourneysAll; onClose: () => void}) {
  const question = useView((view) => view.question);
  return (
    <Dialog title={`Why these numbers? Journeys to ${inSentence(of.name)}`} onClose={onClose} side>
      <div className="why">
        <Meaning of={LEDGER} />
        <Terms
          terms={of.terms}
          originsOf={(term) =>
            question ? originsOf(term, all.sources, all.figures, {...question, service: of.service}) : []
          }
          onLeave={onClose}
        />
        <Assumptions of={{assumptions: [...all.figures, ...all.assumptions]}} onLeave={onClose} />
        <Sources of={all} onLeave={onClose} />
      </div>
    </Dialog>
  );
}
