import {ChevronLeft, Trash2} from 'lucide-react';
import {useState} from 'react';
import type {Service} from '../../src/domain/service.ts';
import {attempt, errorOf} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {CallAsked} from '../contract.ts';
import {IconButton} from '../parts/button.tsx';
import {NumberBox} from '../parts/field.tsx';
import {confirm} from '../state/work.ts';
import {ServiceDescription} from './service-description.tsx';

type Rate =
  | 'visitsPerYear'
  | 'usersPer1000'
  | 'fromAge'
  | 'toAge'
  | 'minutesPerVisit'
  | 'shareCar'
  | 'shareNepts'
  | 'shareUsingNearest'
  | 'shareDigital';

interface RateBox {
  key: Rate;
  label: string;
  unit: string;
  most: number;
  percent?: boolean;
}

const RATES: readonly RateBox[] = [
  {key: 'usersPer1000', label: 'Users', unit: 'per 1,000 residents', most: 1000},
  {key: 'fromAge', label: 'From age', unit: 'years', most: 120},
  {key: 'toAge', label: 'To age (120: and over)', unit: 'years', most: 120},
  {key: 'visitsPerYear', label: 'Visits a user makes', unit: 'a year', most: 1000},
  {key: 'minutesPerVisit', label: 'A visit takes', unit: 'minutes', most: 100_000},
  {key: 'shareDigital', label: 'Visits by telephone or online', unit: '%', most: 1, percent: true},
  {key: 'shareCar', label: 'Legs by car', unit: '%', most: 1, percent: true},
  {key: 'shareNepts', label: 'Legs by patient transport', unit: '%', most: 1, percent: true},
  {key: 'shareUsingNearest', label: 'Users who go to the closest site', unit: '%', most: 1, percent: true},
];

export type ServiceSaid = Omit<CallAsked<'services.edit'>, 'service'>;

/** What one service is and what its journeys rest on. Every number and word of it can be changed, and undone. */
export function ServiceRates({service, onBack}: {service: Service; onBack: () => void}) {
  const [problem, setProblem] = useState<{at: string; message: string} | null>(null);
  const problemAt = (field: string) => (problem?.at === field ? problem.message : null);

  async function edit(said: ServiceSaid): Promise<void> {
    setProblem(null);
    try {
      await ask('services.edit', {service: service.id, ...said});
    } catch (thrown) {
      const error = errorOf(thrown);
      setProblem({at: error.at ?? Object.keys(said)[0] ?? '', message: error.message});
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
          value={percent ? Number((service[key] * 100).toPrecision(12)) : service[key]}
          minValue={0}
          maxValue={percent ? 100 : most}
          error={problemAt(key)}
          isDisabled={key === 'usersPer1000' && service.demandColumn !== ''}
          onChange={(value) => void edit({[key]: percent ? value / 100 : value})}
        />
      ))}
      <ServiceDescription service={service} onEdit={edit} problemAt={problemAt} />
    </section>
  );
}
