import {UNREACHED} from '../graph/travel-times.ts';

/**
 * How willingness to travel falls with time. `cutoff`, `scale` and the like are minutes.
 *
 * The cutoff matters more than the form (Chen & Jia 2019), so planners choose it first; the forms are described in plain
 * words and carry their names in the literature second.
 */
export type Decay =
  | {form: 'binary'; cutoff: number}
  | {form: 'linear'; cutoff: number}
  | {form: 'exponential'; rate: number}
  | {form: 'inverse-power'; power: number}
  | {form: 'logistic'; inflection: number; deviation: number}
  | {form: 'stepped'; until: readonly number[]; weights: readonly number[]}
  | {form: 'gaussian'; deviation: number}
  | {form: 'gaussian-to-nought'; cutoff: number}
  | {form: 'gravity'; least: number; scale: number; power: number};

export interface DecayForm {
  form: Decay['form'];
  label: string;
  literature: string;
}

/** The forms in the order in which they are offered. */
export const DECAY_FORMS: readonly DecayForm[] = [
  {form: 'binary', label: 'Within the cutoff or not', literature: 'Binary, cumulative'},
  {form: 'linear', label: 'Falls evenly to nothing at the cutoff', literature: 'Negative linear'},
  {form: 'stepped', label: 'Falls in steps', literature: 'Stepped, as in E2SFCA (Luo & Qi 2009)'},
  {
    form: 'gaussian-to-nought',
    label: 'Falls gently, then fast, to nothing at the cutoff',
    literature: 'Gaussian (Dai 2010)',
  },
  {form: 'gaussian', label: 'Falls gently, then fast, never quite to nothing', literature: 'Gaussian'},
  {
    form: 'logistic',
    label: 'Stays high, then drops around one time',
    literature: 'Cumulative logistic (Bauer & Groneberg 2016)',
  },
  {form: 'exponential', label: 'Falls by the same share every minute', literature: 'Negative exponential'},
  {form: 'inverse-power', label: 'Falls at first, then hardly at all', literature: 'Inverse power'},
  {form: 'gravity', label: 'A power of time, as in a gravity model', literature: 'Gravity (as in pysal access)'},
];

/**
 * The weight of a journey of so many minutes: 1 is as good as next door, 0 is no access. Only `gravity` may exceed 1,
 * where the time is below its scale.
 */
export function decayAt(decay: Decay, minutes: number): number {
  const t = minutes;
  switch (decay.form) {
    case 'binary':
      return t <= decay.cutoff ? 1 : 0;
    case 'linear':
      // A cutoff of 0 leaves only those who need no time at all.
      return decay.cutoff === 0 ? (t === 0 ? 1 : 0) : Math.max(0, 1 - t / decay.cutoff);
    case 'exponential':
      return Math.exp(-decay.rate * t);
    case 'inverse-power':
      return Math.min(1, t ** -decay.power);
    case 'logistic': {
      const g = (x: number) => 1 + Math.exp(((x - decay.inflection) * Math.PI) / (decay.deviation * Math.sqrt(3)));
      return g(0) / g(t);
    }
    case 'stepped': {
      const step = decay.until.findIndex((end) => t <= end);
      return step < 0 ? 0 : decay.weights[step]!;
    }
    case 'gaussian':
      return Math.exp(-(t * t) / (2 * decay.deviation * decay.deviation));
    case 'gaussian-to-nought':
      if (t > decay.cutoff) return 0;
      if (decay.cutoff === 0) return 1;
      return (Math.exp(-0.5 * (t / decay.cutoff) ** 2) - Math.exp(-0.5)) / (1 - Math.exp(-0.5));
    case 'gravity':
      return (Math.max(t, decay.least) / decay.scale) ** decay.power;
  }
}

/** The weight for every whole second, 0 for `UNREACHED`: measures look it up instead of working it out for each pair. */
export function decayTable(decay: Decay): Float64Array {
  const wrong = badDecay(decay);
  if (wrong) throw new RangeError(wrong);
  const table = new Float64Array(UNREACHED + 1);
  for (let seconds = 0; seconds < UNREACHED; seconds++) table[seconds] = decayAt(decay, seconds / 60);
  return table;
}

/** What is wrong with a decay, in a sentence for the planner; `null` if nothing is. */
export function badDecay(decay: Decay): string | null {
  const notBelow0 = (what: string, value: number) =>
    Number.isFinite(value) && value >= 0 ? null : `${what} is ${value}; give a number of 0 or more.`;
  const above0 = (what: string, value: number) =>
    Number.isFinite(value) && value > 0 ? null : `${what} is ${value}; give a number above 0.`;
  switch (decay.form) {
    case 'binary':
    case 'linear':
    case 'gaussian-to-nought':
      return notBelow0('The cutoff', decay.cutoff);
    case 'exponential':
      return notBelow0('The rate', decay.rate);
    case 'inverse-power':
      return notBelow0('The power', decay.power);
    case 'logistic':
      return notBelow0('The inflection', decay.inflection) ?? above0('The deviation', decay.deviation);
    case 'gaussian':
      return above0('The deviation', decay.deviation);
    case 'gravity':
      if (!(decay.power < 0)) return `The power is ${decay.power}; give a number below 0.`;
      return above0('The least time', decay.least) ?? above0('The scale', decay.scale);
    case 'stepped':
      return badSteps(decay.until, decay.weights);
  }
}

function badSteps(until: readonly number[], weights: readonly number[]): string | null {
  if (until.length === 0 || until.length !== weights.length) {
    return `There are ${until.length} steps and ${weights.length} weights; give at least one step, and a weight for each.`;
  }
  const order = until.findIndex((end, i) => !(end > (until[i - 1] ?? -1)));
  if (order >= 0)
    return `Step ${order + 1} ends at ${until[order]} minutes; each step must end after the one before it.`;
  const weight = weights.findIndex((value) => !(value >= 0 && value <= 1));
  if (weight >= 0) return `The weight of step ${weight + 1} is ${weights[weight]}; give a number from 0 to 1.`;
  return null;
}
