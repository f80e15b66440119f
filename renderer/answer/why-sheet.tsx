import {useEffect, useRef} from 'react';
import {useAnswer} from '../answers.ts';
import {Dialog} from '../parts/dialog.tsx';
import {useLedger} from '../score.ts';
import {askWhy, useView, type Why} from '../state/view.ts';
import {originsOf} from './origins.ts';
import {Assumptions, Meaning, Sources, Terms} from './why-parts.tsx';

/** *Why this number?*: what it means and does not mean, the formula, its terms with their values, sources, assumptions. */
export function WhySheet() {
  const why = useView((view) => view.why);
  return why && <Sheet why={why} />;
}

function Sheet({why}: {why: Why}) {
  const question = useView((view) => view.question);
  const {measure, site} = why;
  const {value, error} = useAnswer('why.number', question && {measure, ...(site ? {site} : {}), ...question});
  const ledger = useLedger().answer;
  const body = useRef<HTMLDivElement>(null);
  const ready = value?.state === 'ready' ? value : null;
  useEffect(() => {
    if (!ready || !why.term) return;
    // After the sheet has taken the focus, which scrolls it to its top.
    const timer = setTimeout(
      () => body.current?.querySelector(`[data-term="${why.term}"]`)?.scrollIntoView({block: 'center'}),
      60,
    );
    return () => clearTimeout(timer);
  }, [ready, why.term]);
  const leave = () => askWhy(null);
  return (
    <Dialog title={`Why this number? ${ready?.meaning.title ?? why.title}`} onClose={leave} side>
      {error && <p className="field-problem">{error.message}</p>}
      {!ready && !error && <p className="quiet">Taking the number apart…</p>}
      {ready && (
        <div ref={body} className="why">
          <Meaning of={ready.meaning} />
          <Terms
            terms={measure === 'ledger' && ledger ? ledger.terms : ready.terms}
            marked={why.term}
            originsOf={(term) => (question ? originsOf(term, ready.sources, ready.assumptions, question) : [])}
            onLeave={leave}
          />
          {ready.workedExample && (
            <section data-term="example" className="why-example">
              <h3>A worked example: {ready.workedExample.title}</h3>
              <p>{ready.workedExample.text}</p>
              <Terms terms={ready.workedExample.terms} marked={undefined} />
            </section>
          )}
          <Assumptions of={ready} onLeave={leave} />
          <Sources of={ready} onLeave={leave} />
        </div>
      )}
    </Dialog>
  );
}
