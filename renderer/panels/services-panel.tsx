import {Plus} from 'lucide-react';
import {useEffect, useMemo, useState} from 'react';
import {sitesOffering} from '../../src/domain/placement.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {Button} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {changeQuestion, useView} from '../state/view.ts';
import {askText} from '../state/work.ts';
import {plural} from '../words/numbers.ts';
import {ServiceRates} from './service-rates.tsx';

/** The services of the plan: how many sites offer each, and the rates that its journeys are worked out from. */
export function ServicesPanel() {
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? 'as-now');
  const asked = useView(({question}) => question?.service);
  const wanted = useView(({origin}) => (origin?.what === 'rates' ? origin.service : null));
  const [open, setOpen] = useState<string | null>(wanted);
  useEffect(() => {
    if (wanted !== null) setOpen(wanted);
  }, [wanted]);
  const rows = useMemo(
    () =>
      [...plan.service.values()]
        .map((service) => ({service, sites: sitesOffering(plan, option, service.id).length}))
        .sort((a, b) => Number(b.sites > 0) - Number(a.sites > 0) || a.service.name.localeCompare(b.service.name)),
    [plan, option],
  );
  const shown = open === null ? undefined : plan.service.get(open);
  if (shown) return <ServiceRates service={shown} onBack={() => setOpen(null)} />;

  async function add(): Promise<void> {
    const name = await askText({
      title: 'Add a service',
      label: 'Name',
      hint: 'Such as “Podiatry”. Its rates start as defaults for you to replace.',
      verb: 'Add service',
    });
    if (name !== null) await attempt('Adding a service', () => ask('services.add', {name}));
  }

  return (
    <>
      <div className="panel-tools">
        <p className="quiet small">Which the question is about, and what its journeys rest on.</p>
        <Button icon={<Plus size={14} />} onPress={() => void add()}>
          Add
        </Button>
      </div>
      <ul className="service-list">
        {rows.map(({service, sites}) => (
          <li key={service.id} data-asked={service.id === asked}>
            <button
              type="button"
              className="service-name"
              aria-pressed={service.id === asked}
              title={`Ask about ${service.name}`}
              onClick={() => changeQuestion({service: service.id})}
            >
              <span>{service.name}</span>
              <span className="quiet small">{sites > 0 ? plural(sites, 'site') : 'no site yet'}</span>
            </button>
            <button type="button" className="link small" onClick={() => setOpen(service.id)}>
              Rates<span className="visually-hidden"> of {service.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
