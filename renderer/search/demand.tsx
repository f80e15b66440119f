import type {ReactNode} from 'react';

/** One sort of demand: folded to its name and what is demanded, open to change it. */
export function Demand({title, said, children}: {title: string; said: string; children: ReactNode}) {
  return (
    <details className="demand">
      <summary>
        <span>{title}</span>
        <span className="quiet number demand-said">{said}</span>
      </summary>
      <div className="demand-body">{children}</div>
    </details>
  );
}
