import {DECAY_NUMBERS} from '../../engine/measures/question.ts';
import {refuse} from './words.ts';

const HOW =
  'Write it as FORM:NAME=NUMBER,…, such as linear:cutoff=30 or stepped:until=10/20/30,weights=1/0.68/0.22. The forms are ' +
  Object.entries(DECAY_NUMBERS)
    .map(([form, numbers]) => `${form} (${numbers.join(', ')})`)
    .join('; ');

/** A decay as it is typed: `logistic:inflection=30,deviation=10`. The engine judges its numbers. */
export function decayIn(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  const [form, rest = '', ...more] = text.split(':');
  const wanted = Object.entries(DECAY_NUMBERS).find(([name]) => name === form)?.[1];
  if (!wanted || more.length > 0) refuse(`--decay is “${text}”. ${HOW}.`, 'decay');
  const decay: Record<string, unknown> = {form};
  for (const part of rest.split(',').filter(Boolean)) {
    const [name, value = ''] = part.split('=');
    if (!wanted.includes(name!)) refuse(`--decay has “${part}”, which “${form}” does not take. ${HOW}.`, 'decay');
    const numbers = value.split('/').map((each) => (each.trim() === '' ? Number.NaN : Number(each)));
    if (numbers.some((each) => !Number.isFinite(each)))
      refuse(`--decay has “${part}”, which is no number. ${HOW}.`, 'decay');
    decay[name!] = form === 'stepped' ? numbers : numbers[0];
  }
  return decay;
}
