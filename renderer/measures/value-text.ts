import {count, decimal, exact, MINUS} from '../words/numbers.ts';

/** Of something that a person has a thousandth of, people speak by the thousand. */
const PER_PERSON = 'capacity a person';

const small = new Intl.NumberFormat('en-GB', {maximumSignificantDigits: 3});

/** A value of any measure as people read it: minutes with one decimal, people whole, the rest to three digits. */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return '–';
  if (unit === PER_PERSON) return valueText(value * 1000, '');
  if (unit === 'people') return count(value);
  if (unit === '%') return `${decimal(value)}%`;
  if (/^(minutes|percentage points|% of people)$/.test(unit)) return decimal(value);
  if (Math.abs(value) >= 100) return count(value);
  return Math.abs(value) >= 10 ? exact(value, 1) : small.format(value).replace('-', MINUS);
}

/** What stands behind the value: nothing where the value says it. */
export function unitText(unit: string): string {
  if (unit === '%' || unit === '') return '';
  if (unit === PER_PERSON) return 'per 1,000 people';
  return unit === 'minutes' ? 'min' : unit;
}

/** Units that say what a value is between, and not what it counts. */
const SCALE = /^[−0-9]+ (to|and) /;

/** Both together. */
export function withUnit(value: number | null, unit: string): string {
  const text = valueText(value, unit);
  const behind = value === null || SCALE.test(unit) ? '' : unitText(unit);
  return behind === '' ? text : `${text} ${behind}`;
}

/** A number at an axis: whole wherever it is. */
export function tickText(value: number, unit: string): string {
  return Number.isInteger(value) && unit !== PER_PERSON ? count(value) : valueText(value, unit);
}
