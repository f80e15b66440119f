import {Check, ChevronRight, CircleDashed, TriangleAlert, Upload} from 'lucide-react';
import {useState} from 'react';
import {goBackTo, pickEvidence} from '../actions/evidence.ts';
import {useAnswer} from '../answers.ts';
import type {CallResult} from '../contract.ts';
import {count, dateText, plural} from '../words/numbers.ts';
import {capital, evidenceWords, WHERE_TO_GET} from '../words/sentences.ts';
import {RebaseCard} from './rebase-card.tsx';
import {Refusals} from './refusals.tsx';
import {useOrigin} from './use-origin.ts';

type Source = CallResult<'evidence.sources'>['sources'][number];

const WANTED = ['boundaries', 'residents', 'deprivation', 'sites', 'streets'] as const;

/** What the place's numbers rest on, what is still needed, and the way to bring more. */
export function EvidencePanel() {
  const {value, error} = useAnswer('evidence.sources', {});
  if (error) return <p className="field-problem">{error.message}</p>;
  const inForce = (value?.sources ?? []).filter((source) => !source.replacedBy);
  const replaced = (value?.sources ?? []).filter((source) => source.replacedBy);
  const has = (kind: string) => inForce.some((source) => source.kind === kind) && !value?.needs.includes(kind);
  return (
    <>
      <button type="button" className="drop-here" onClick={() => void pickEvidence()}>
        <Upload size={18} aria-hidden="true" />
        <strong>Bring files</strong>
        <span className="quiet">or drop them anywhere. You see what each is before anything is taken.</span>
      </button>
      <ul className="needs" aria-label="What is needed">
        {WANTED.map((kind) => (
          <li key={kind} data-there={has(kind)}>
            {has(kind) ? <Check size={14} aria-label="there" /> : <CircleDashed size={14} aria-label="needed" />}
            <span>
              {capital(evidenceWords(kind))}
              {value && !has(kind) && <span className="quiet small need-where">{WHERE_TO_GET[kind]}</span>}
            </span>
          </li>
        ))}
      </ul>
      <RebaseCard />
      {inForce.length > 0 && <h3 className="panel-heading">{plural(inForce.length, 'source')} in force</h3>}
      {inForce.map((source) => (
        <SourceCard
          // Of most kinds one is in force: its card stays, and keeps the focus, when another edition takes its place.
          key={source.kind === 'sites' || source.kind === 'columns' ? source.id : source.kind}
          source={source}
          before={replaced.find(({kind, keeping}) => kind === source.kind && keeping !== null)}
        />
      ))}
      {replaced.length > 0 && (
        <details className="replaced">
          <summary>{plural(replaced.length, 'edition')} replaced</summary>
          {replaced.map((source) => (
            <SourceCard key={source.id} source={source} />
          ))}
        </details>
      )}
    </>
  );
}

function SourceCard({source, before}: {source: Source; before?: Source | undefined}) {
  const [refusals, setRefusals] = useState(false);
  const {kind, fileName, replacedBy} = source;
  const asked = useOrigin<HTMLElement>(
    (origin) => origin.what === 'source' && origin.kind === kind && origin.fileName === fileName && !replacedBy,
  );
  return (
    <article className="source" {...asked}>
      <h4>{source.title}</h4>
      <p className="small">{[source.publisher, source.edition, source.date].filter(Boolean).join(' · ')}</p>
      {source.old && (
        <p className="small source-old">
          <TriangleAlert size={12} aria-hidden="true" /> Of {source.year}: look for a newer edition
        </p>
      )}
      <p className="small number">
        {count(source.rowsTaken)} of {count(source.rowsRead)} rows taken
        {source.rowsRefused > 0 && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => setRefusals(true)}>
              {count(source.rowsRefused)} refused
            </button>
          </>
        )}
      </p>
      {before?.keeping === 'kept' && (
        <p className="small">
          <button type="button" className="link" onClick={() => void goBackTo(before, source)}>
            Go back to the edition before
          </button>
        </p>
      )}
      {before?.keeping === 'too-large' && (
        <p className="small quiet">The edition before was too large to keep. To go back, bring its file again.</p>
      )}
      <details className="source-more">
        <summary>
          <ChevronRight size={12} aria-hidden="true" /> {source.licence || 'Licence not stated'}
        </summary>
        {source.attribution && <p className="small">{source.attribution}</p>}
        <p className="small quiet">
          {source.fileName}, {dateText(source.importedAt)}
        </p>
        {source.notes.map((note) => (
          <p key={note} className="small">
            {note}
          </p>
        ))}
      </details>
      {refusals && <Refusals source={source} onClose={() => setRefusals(false)} />}
    </article>
  );
}
