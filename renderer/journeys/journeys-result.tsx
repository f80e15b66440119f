import {Check, X} from 'lucide-react';
import {LedgerColumns} from '../answer/ledger-columns.tsx';
import {TimesLabel} from '../answer/times-label.tsx';
import type {JourneysAll, ServiceLedger} from '../measures/answer.ts';
import {OpeningsTable} from './openings-table.tsx';
import {ServiceLedgerLine} from './service-ledger.tsx';

/** All services together, then each by itself, and that every one of them adds up. */
export function JourneysResult({of, current}: {of: JourneysAll; current: boolean}) {
  const {services, total, addsUp, openings, notes} = of;
  return (
    <div className="measure-result" data-current={current} aria-busy={!current}>
      <TimesLabel times={of.times} />
      {total && services.length > 1 && (
        <section className="stack" aria-label="All services together">
          <h3>All services together</h3>
          <LedgerColumns of={total} />
        </section>
      )}
      <section aria-label="Service by service">
        <h3>Service by service</h3>
        {services.length === 0 && <p className="inset">No service is offered anywhere yet: put one at a site.</p>}
        {byChange(services).map((each) => (
          <ServiceLedgerLine key={each.service} of={each} all={of} />
        ))}
      </section>
      {openings && <OpeningsTable openings={openings} services={services} />}
      {notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
      <section className="conserved small" aria-label="Audit" data-adds-up={addsUp}>
        <p data-holds={addsUp}>
          {addsUp ? (
            <Check size={14} role="img" aria-label="adds up" />
          ) : (
            <X size={14} role="img" aria-label="does not add up" />
          )}
          <span>
            {addsUp
              ? 'In every ledger the columns, the fifths and the larger areas add up to the whole.'
              : 'A ledger does not add up.'}
          </span>
        </p>
        {!addsUp && <p role="alert">Do not use these ledgers, and tell us.</p>}
      </section>
    </div>
  );
}

/** The services whose journeys change most come first. */
function byChange(services: readonly ServiceLedger[]): ServiceLedger[] {
  const size = ({ledger}: ServiceLedger) => Math.abs(ledger.total.hours);
  return [...services].sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name));
}
