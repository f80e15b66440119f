import type {LedgerAnswer} from '../contract.ts';
import {askWhy} from '../state/view.ts';
import {LedgerColumns} from './ledger-columns.tsx';

/** The ledger of one site: each line opens to its formula and sources. */
export function LedgerTable({of}: {of: LedgerAnswer}) {
  return (
    <LedgerColumns
      of={of.ledger}
      heading={({term, label}) => (
        <button
          type="button"
          className="term-link"
          onClick={() => askWhy({measure: 'ledger', title: label, site: of.site.id, term})}
        >
          {label}
        </button>
      )}
    />
  );
}
