import {useEffect, useRef} from 'react';
import {useAnswer} from '../answers.ts';
import type {CallResult} from '../contract.ts';
import {Dialog} from '../parts/dialog.tsx';
import {useLedger} from '../score.ts';
import {askWhy, useView, type Why} from '../state/view.ts';
import {exact} from '../words/numbers.ts';

type Ready = Extract<CallResult<'why.number'>, {state: 'ready'}>;
type Term = Ready['terms'][number];

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
  return (
    <Dialog title={`Why this number? ${ready?.meaning.title ?? why.title}`} onClose={() => askWhy(null)} side>
      {error && <p className="field-problem">{error.message}</p>}
      {!ready && !error && <p className="quiet">Taking the number apart…</p>}
      {ready && (
        <div ref={body} className="why">
          <Meaning of={ready} />
          <Terms terms={measure === 'ledger' && ledger ? ledger.terms : ready.terms} marked={why.term} />
          {ready.workedExample && (
            <section data-term="example" className="why-example">
              <h3>A worked example: {ready.workedExample.title}</h3>
              <p>{ready.workedExample.text}</p>
              <Terms terms={ready.workedExample.terms} marked={undefined} />
            </section>
          )}
          <Assumptions of={ready} />
          <Sources of={ready} />
        </div>
      )}
    </Dialog>
  );
}

function Meaning({of: {meaning}}: {of: Ready}) {
  return (
    <section>
      <h3>It means</h3>
      <p>{meaning.means}</p>
      <h3>It does not mean</h3>
      <p>{meaning.doesNotMean}</p>
      <h3>Formula</h3>
      <p className="formula">{meaning.formula}</p>
      <p className="quiet small">docs/methods/{meaning.method}.md</p>
    </section>
  );
}

function Terms({terms, marked}: {terms: readonly Term[]; marked: string | undefined}) {
  if (terms.length === 0) return null;
  return (
    <section>
      <h3>Terms</h3>
      <dl className="terms number">
        {terms.map(({key, label, value, unit, formula}) => (
          <div key={key} data-term={marked === undefined ? undefined : key} data-marked={key === marked}>
            <dt>{label}</dt>
            <dd>
              <strong>{exact(value, 2)}</strong> <span className="unit">{unit}</span>
            </dd>
            {formula && <dd className="term-formula">{formula}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Assumptions({of: {assumptions}}: {of: Pick<Ready, 'assumptions'>}) {
  if (assumptions.length === 0) return null;
  return (
    <details>
      <summary>{assumptions.length} assumptions it rests on</summary>
      <table className="figures number">
        <tbody>
          {assumptions.map((row) => (
            <tr key={row.key} data-changed={row.changed}>
              <th scope="row" title={row.source}>
                {row.label}
                {row.changed && <span className="figure-original"> originally {exact(row.original)}</span>}
              </th>
              <td>
                {exact(row.value)} <span className="unit">{row.unit}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function Sources({of: {sources}}: {of: Pick<Ready, 'sources'>}) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h3>Sources</h3>
      <ul className="why-sources small">
        {sources.map((source) => (
          <li key={`${source.kind} ${source.fileName}`}>
            <strong>{source.title}</strong>{' '}
            {[source.publisher, source.edition, source.date, source.licence].filter(Boolean).join(', ')}
            {source.attribution && <span className="quiet"> {source.attribution}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
