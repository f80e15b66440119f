import {DECAY_FORMS, type Decay, type DecayForm} from '../../core/access/decay.ts';
import {thirds} from './supply.ts';

/** A number of a decay as it is asked for, with one to start from. */
export interface DecayNumber {
  key: string;
  label: string;
  unit: string;
  start: number | readonly number[];
}

/** A form of decay as it is offered: the plain words, the literature's name, and the numbers that are its own. */
export interface DecayOffered extends DecayForm {
  /** It ends at the cutoff of the question, which is chosen there and not here. */
  endsAtCutoff: boolean;
  numbers: DecayNumber[];
}

const minutes = (key: string, label: string, start: number): DecayNumber => ({key, label, unit: 'min', start});

/** Starts that reach about a tenth at the cutoff: a planner who changes only the form changes little else. */
function numbersOf(form: Decay['form'], within: number): DecayNumber[] {
  const cutoff = Math.max(1, within);
  const steps = thirds(cutoff);
  switch (form) {
    case 'binary':
    case 'linear':
    case 'gaussian-to-nought':
      return [];
    case 'exponential':
      return [{key: 'rate', label: 'Falls each minute by a share of', unit: '', start: rounded(Math.LN10 / cutoff)}];
    case 'inverse-power':
      return [{key: 'power', label: 'Power', unit: '', start: 1}];
    case 'logistic':
      return [
        minutes('inflection', 'Drops most around', rounded(cutoff / 2)),
        minutes('deviation', 'Spread of the drop', rounded(cutoff / 4)),
      ];
    case 'stepped':
      return [
        {key: 'until', label: 'Steps end at', unit: 'min', start: steps.until.map(rounded)},
        {key: 'weights', label: 'and count', unit: '0 to 1', start: steps.weights},
      ];
    case 'gaussian':
      return [minutes('deviation', 'Standard deviation', rounded(cutoff / 2))];
    case 'gravity':
      return [
        minutes('least', 'Nearer than this counts as this', 1),
        minutes('scale', 'Counts 1 at', 1),
        {key: 'power', label: 'Power (below 0)', unit: '', start: -1},
      ];
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

/** Every form with numbers to start from for this cutoff. The cutoff matters more than the form, so it is chosen first. */
export function decaysFor(within: number): DecayOffered[] {
  return DECAY_FORMS.map((each) => {
    const numbers = numbersOf(each.form, within);
    return {...each, endsAtCutoff: numbers.length === 0, numbers};
  });
}
