import {choice, PROVIDER_NOT_KNOWN, providersWithin} from '../../core/access/choice.ts';
import {decayTable} from '../../core/access/decay.ts';
import {kthClosest} from '../../core/access/kth-closest.ts';
import {noAnswer} from '../../core/access/no-answer.ts';
import {opportunities, sitesWithin} from '../../core/access/opportunities.ts';
import {spread} from '../../core/access/spread.ts';
import {peopleWithin, peopleWithinByBand} from '../../core/access/within.ts';
import {minutesOf} from '../../core/equity/ranked-people.ts';
import {placementIn} from '../../domain/placement.ts';
import {ageLabel} from '../age-label.ts';
import {capacities, type Ground} from './ground.ts';
import {minutes, type Taken, taken, type Value} from './taken.ts';

/** Mean, median, nine in ten and worst of times, with those who reach none beside them. */
function spreadValues(ground: Ground, seconds: Uint16Array): Value[] {
  const of = spread(seconds, ground.counted);
  const time = (key: string, label: string, value: number | null): Value => ({
    key,
    label,
    value: minutes(value),
    unit: 'minutes',
  });
  return [
    time('mean', 'Mean', of.meanSeconds),
    time('median', 'Median', of.medianSeconds),
    time('ninetieth', 'Nine in ten within', of.ninetiethSeconds),
    time('worst', 'Longest', of.worstSeconds),
    {key: 'reached', label: 'People who reach one', value: of.reached, unit: 'people'},
    {key: 'unreachable', label: 'People who reach none, in no average', value: of.unreachable, unit: 'people'},
  ];
}

export function closestSite(ground: Ground): Taken {
  const values = spreadValues(ground, ground.now.seconds);
  return taken({
    value: values[0]!.value,
    unit: 'minutes',
    values,
    area: area(minutesOf(ground.now.seconds), 'Minutes to the closest site', 'minutes', true),
    because: values[0]!.value === null ? noAnswer('no-residents') : null,
  });
}

export function kthSite(ground: Ground): Taken {
  const k = Math.round(ground.asked.k ?? 2);
  const seconds = kthClosest(ground.times, ground.open, k);
  const values = [
    ...spreadValues(ground, seconds),
    {key: 'k', label: 'k, the sites to choose from', value: k, unit: 'sites'},
  ];
  return taken({
    value: values[0]!.value,
    unit: 'minutes',
    values,
    area: area(minutesOf(seconds), `Minutes to closest site number ${k}`, 'minutes', true),
    because: values[0]!.value === null ? noAnswer('no-residents') : null,
  });
}

export function within(ground: Ground): Taken {
  const {now, counted, cutoff, people, who} = ground;
  const all = peopleWithin(now.seconds, counted, cutoff);
  const share = all.residents > 0 ? all.served / all.residents : null;
  const served = Float64Array.from(now.seconds, (time, at) => (now.site[at]! >= 0 && time <= cutoff ? 1 : 0));
  const ages = peopleWithinByBand(now.seconds, people.byBand, people.bands.length, cutoff);
  return taken({
    value: share === null ? null : share * 100,
    unit: '%',
    values: [
      {key: 'served', label: `Within ${ground.asked.within} minutes`, value: all.served, unit: 'people'},
      {key: 'beyond', label: 'Beyond', value: all.beyond, unit: 'people'},
      {key: 'unreachable', label: 'Out of reach', value: all.unreachable, unit: 'people'},
    ],
    area: area(served, 'Within the cutoff (1) or not (0)', '', false),
    because: share === null ? noAnswer('no-residents') : null,
    tables:
      who === 'users'
        ? []
        : [
            {
              key: 'ages',
              title: 'By age',
              headings: ['Age', 'Residents', 'Served', 'Beyond', 'Unreachable', 'Share served, %'],
              rows: ages.map((line, band) => [
                ageLabel(people.bands[band]!),
                line.residents,
                line.served,
                line.beyond,
                line.unreachable,
                line.residents > 0 ? (100 * line.served) / line.residents : null,
              ]),
            },
          ],
  });
}

export function sitesInReach(ground: Ground): Taken {
  const count = Float64Array.from(sitesWithin(ground.times, ground.open, ground.cutoff));
  const mean = meanOf(count, ground.counted);
  return taken({
    value: mean,
    unit: 'sites',
    values: [
      {key: 'mean', label: 'Mean', value: mean, unit: 'sites'},
      {key: 'least', label: 'Least of an area where anybody lives', value: least(count, ground.counted), unit: 'sites'},
    ],
    area: area(count, 'Sites within the cutoff', 'sites', false),
    because: mean === null ? noAnswer('no-residents') : null,
  });
}

/** Providers as numbers; a site whose provider is not known is one of its own. */
export function providersOf(ground: Ground): Int32Array {
  const {workspace, standing, ids, service} = ground;
  const number = new Map<string, number>();
  return Int32Array.from(ids, (id) => {
    const said = placementIn(workspace.plan, standing.question.option, id, service.id)?.provider.trim().toLowerCase();
    if (!said) return PROVIDER_NOT_KNOWN;
    if (!number.has(said)) number.set(said, number.size);
    return number.get(said)!;
  });
}

export function choiceOfProvider(ground: Ground): Taken {
  const provider = providersOf(ground);
  const count = providersWithin(ground.times, ground.open, provider, ground.cutoff);
  const of = choice(count, ground.counted);
  const unknown = ground.open.reduce((sum, is, at) => sum + (is && provider[at] === PROVIDER_NOT_KNOWN ? 1 : 0), 0);
  return taken({
    value: of.residents > 0 ? (100 * of.twoOrMore) / of.residents : null,
    unit: '%',
    values: [
      {
        key: 'two-or-more',
        label: 'People with two or more providers within the cutoff',
        value: of.twoOrMore,
        unit: 'people',
      },
      {key: 'one', label: 'with one', value: of.one, unit: 'people'},
      {key: 'none', label: 'with none', value: of.none, unit: 'people'},
    ],
    area: area(Float64Array.from(count), 'Providers within the cutoff', 'providers', false),
    because: of.residents > 0 ? null : noAnswer('no-residents'),
    notes: unknown > 0 ? [`${unknown} open sites do not say who provides: each counts as a provider of its own.`] : [],
  });
}

export function capacityInReach(ground: Ground): Taken {
  const supply = capacities(ground);
  const stated = supply.some((amount, site) => ground.open[site] && amount > 0);
  const decay = decayTable(ground.asked.decay ?? {form: 'binary', cutoff: ground.asked.within});
  const reach = opportunities(ground.times, ground.open, supply, decay);
  const mean = meanOf(reach, ground.counted);
  if (!stated) return taken({unit: 'capacity', because: noAnswer('no-supply', NO_CAPACITY)});
  return taken({
    value: mean,
    unit: 'capacity',
    values: [{key: 'mean', label: 'Mean', value: mean, unit: 'capacity'}],
    area: area(reach, 'Capacity in reach', 'capacity', false),
    because: mean === null ? noAnswer('no-residents') : null,
  });
}

export const NO_CAPACITY =
  'No open site states a capacity above 0 for this service. State one at its sites, or ask with each site counting one.';

function area(values: Float64Array, label: string, unit: string, isBurden: boolean): Taken['area'] {
  return {values, label, unit, isBurden};
}

/** The mean over people of areas that have a value; null where nobody has. */
export function meanOf(values: Float64Array, counted: Float64Array): number | null {
  let [people, sum] = [0, 0];
  values.forEach((value, at) => {
    if (Number.isNaN(value) || !(counted[at]! > 0)) return;
    people += counted[at]!;
    sum += counted[at]! * value;
  });
  return people > 0 ? sum / people : null;
}

function least(values: Float64Array, counted: Float64Array): number | null {
  const lived = values.filter((_, at) => counted[at]! > 0);
  return lived.length > 0 ? lived.reduce((a, b) => Math.min(a, b)) : null;
}
