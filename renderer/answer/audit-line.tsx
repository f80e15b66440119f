import {Check, X} from 'lucide-react';
import type {Answer} from '../contract.ts';
import {askWhy} from '../state/view.ts';
import {count} from '../words/numbers.ts';

/** Served, beyond and unreachable must be everyone; where they are not, it says so in red. */
export function AuditLine({audit, within}: {audit: Answer['audit']; within: number}) {
  const {served, beyond, unreachable, residents, addsUp} = audit;
  return (
    <footer className="audit number" data-adds-up={addsUp}>
      <button
        type="button"
        onClick={() => askWhy({measure: 'audit', title: 'The audit line'})}
        title="Why this number?"
      >
        <Term value={served} label={`within ${within} min`} />
        <span className="audit-sign">+</span>
        <Term value={beyond} label="beyond" />
        <span className="audit-sign">+</span>
        <Term value={unreachable} label="unreachable" />
        <span className="audit-sign">=</span>
        <Term value={residents} label="residents" />
        {addsUp ? (
          <Check size={16} role="img" aria-label="adds up" />
        ) : (
          <X size={16} role="img" aria-label="does not add up" />
        )}
      </button>
      {!addsUp && <p role="alert">These do not add up to all residents: do not use this answer, and tell us.</p>}
    </footer>
  );
}

function Term({value, label}: {value: number; label: string}) {
  return (
    <span className="audit-term">
      <strong>{count(value)}</strong>
      <span>{label}</span>
    </span>
  );
}
