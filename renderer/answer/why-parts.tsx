import type {CallResult} from '../contract.ts';
import {exact} from '../words/numbers.ts';
import {OriginLink} from './origin-link.tsx';
import {type NamedOrigin, originOf} from './origins.ts';

type Ready = Extract<CallResult<'why.number'>, {state: 'ready'}>;
type Term = Ready['terms'][number];

/** What a number means and does not mean, and the sum that gives it. */
export function Meaning({of: meaning}: {of: Pick<Ready['meaning'], 'means' | 'doesNotMean' | 'formula' | 'method'>}) {
  return (
    <section>
      <h3>It means</h3>
      <p>{meaning.means}</p>
      <h3>It does not mean</h3>
      <p>{meaning.doesNotMean}</p>
      {meaning.formula && (
        <>
          <h3>Formula</h3>
          <p className="formula">{meaning.formula}</p>
        </>
      )}
      <p className="quiet small">Worked through in the methods (docs/methods), section “{meaning.method}”.</p>
    </section>
  );
}

/** Every number of the sum, with what gave it. */
export function Terms({
  terms,
  marked,
  text = (value) => exact(value, 2),
  unitOf = (unit) => unit,
  originsOf = () => [],
  onLeave = () => {},
}: {
  terms: readonly Term[];
  marked?: string | undefined;
  text?: (value: number, unit: string) => string;
  unitOf?: (unit: string) => string;
  /** Where the figures behind a term stand. */
  originsOf?: (term: string) => NamedOrigin[];
  onLeave?: () => void;
}) {
  if (terms.length === 0) return null;
  return (
    <section>
      <h3>Terms</h3>
      <dl className="terms number">
        {terms.map(({key, label, value, unit, formula}) => (
          <div key={key} data-term={marked === undefined ? undefined : key} data-marked={key === marked}>
            <dt>{label}</dt>
            <dd>
              <strong>{text(value, unit)}</strong> <span className="unit">{unitOf(unit)}</span>
            </dd>
            {formula && <dd className="term-formula">{formula}</dd>}
            <Origins of={originsOf(key)} onLeave={onLeave} />
          </div>
        ))}
      </dl>
    </section>
  );
}

function Origins({of, onLeave}: {of: readonly NamedOrigin[]; onLeave: () => void}) {
  if (of.length === 0) return null;
  return (
    <dd className="term-origins small">
      From{' '}
      {of.map(({name, origin}, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <OriginLink to={origin} onLeave={onLeave}>
            {name}
          </OriginLink>
        </span>
      ))}
    </dd>
  );
}

export function Assumptions({of: {assumptions}, onLeave}: {of: Pick<Ready, 'assumptions'>; onLeave: () => void}) {
  if (assumptions.length === 0) return null;
  return (
    <details>
      <summary>{assumptions.length} assumptions it rests on</summary>
      <table className="figures number">
        <tbody>
          {assumptions.map((row) => (
            <tr key={row.key} data-changed={row.changed}>
              <th scope="row" title={row.source}>
                <OriginLink to={{what: 'figure', key: row.key}} onLeave={onLeave}>
                  {row.label}
                </OriginLink>
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

export function Sources({of: {sources}, onLeave}: {of: Pick<Ready, 'sources'>; onLeave: () => void}) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h3>Sources</h3>
      <ul className="why-sources small">
        {sources.map((source) => (
          <li key={`${source.kind} ${source.fileName}`}>
            <OriginLink to={originOf(source)} onLeave={onLeave}>
              {source.title}
            </OriginLink>{' '}
            {[source.publisher, source.edition, source.date, source.licence].filter(Boolean).join(', ')}
            {source.attribution && <span className="quiet"> {source.attribution}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
