import {ChevronLeft, Plus, Trash2} from 'lucide-react';
import {useMemo, useState} from 'react';
import {sitesOffering} from '../../src/domain/placement.ts';
import type {Service} from '../../src/domain/service.ts';
import {attempt, errorOf} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {NumberBox} from '../parts/field.tsx';
import {useMirror} from '../state/plan.ts';
import {changeQuestion, useView} from '../state/view.ts';
import {askText, confirm} from '../state/work.ts';
import {plural} from '../words/numbers.ts';

/** The services of the plan: how many sites offer each, and the rates that its journeys are worked out from. */
export function ServicesPanel() {
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? 'as-now');
  const asked = useView(({question}) => question?.service);
  const [open, setOpen] = useState<string | null>(null);
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

type Rate =
  | 'visitsPerYear'
  | 'usersPer1000'
  | 'fromAge'
  | 'toAge'
  | 'minutesPerVisit'
  | 'shareCar'
  | 'shareNepts'
  | 'shareUsingNearest';

const RATES: readonly {key: Rate; label: string; unit: string; most: number; percent?: boolean}[] = [
  {key: 'usersPer1000', label: 'Users', unit: 'per 1,000 residents', most: 1000},
  {key: 'fromAge', label: 'From age', unit: 'years', most: 120},
  {key: 'toAge', label: 'To age (120: and over)', unit: 'years', most: 120},
  {key: 'visitsPerYear', label: 'Visits a user makes', unit: 'a year', most: 1000},
  {key: 'minutesPerVisit', label: 'A visit takes', unit: 'minutes', most: 100_000},
  {key: 'shareCar', label: 'Legs by car', unit: '%', most: 1, percent: true},
  {key: 'shareNepts', label: 'Legs by patient transport', unit: '%', most: 1, percent: true},
  {key: 'shareUsingNearest', label: 'Users who go to the closest site', unit: '%', most: 1, percent: true},
];

const CONFIDENCE: Record<Service['confidence'], string> = {
  published: 'Published',
  derived: 'Derived from published figures',
  assumed: 'Assumed',
};

function ServiceRates({service, onBack}: {service: Service; onBack: () => void}) {
  const [problem, setProblem] = useState<{at: string; message: string} | null>(null);

  async function edit(key: Rate, value: number): Promise<void> {
    setProblem(null);
    try {
      await ask('services.edit', {service: service.id, [key]: value});
    } catch (thrown) {
      const error = errorOf(thrown);
      setProblem({at: error.at ?? key, message: error.message});
    }
  }

  async function remove(): Promise<void> {
    const sentence = 'It goes with every placement of it, in every option. You can undo this.';
    if (await confirm({title: `Remove ${service.name}?`, sentence, verb: 'Remove'})) {
      onBack();
      await attempt('Removing', () => ask('services.remove', {service: service.id}));
    }
  }

  return (
    <section className="rates" aria-label={service.name}>
      <header className="panel-tools">
        <IconButton name="All services" onPress={onBack}>
          <ChevronLeft size={16} />
        </IconButton>
        <h3>{service.name}</h3>
        <IconButton name={`Remove ${service.name}`} onPress={() => void remove()}>
          <Trash2 size={15} />
        </IconButton>
      </header>
      {RATES.map(({key, label, unit, most, percent}) => (
        <NumberBox
          key={key}
          label={label}
          unit={unit}
          value={percent ? service[key] * 100 : service[key]}
          minValue={0}
          maxValue={percent ? 100 : most}
          error={problem?.at === key ? problem.message : null}
          onChange={(value) => void edit(key, percent ? value / 100 : value)}
        />
      ))}
      <p className="quiet small">
        {CONFIDENCE[service.confidence]}: {service.source}
      </p>
    </section>
  );
}
