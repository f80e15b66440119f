import {count, decimal, exact} from '../words/numbers.ts';

/** A value of any measure as people read it: minutes with one decimal, people whole, an index with three. */
export function valueText(value: number | null, unit: string): string {
  if (value === null) return '–';
  if (unit === 'people') return count(value);
  if (unit === '%') return `${decimal(value)}%`;
  if (/^(minutes|percentage points|% of people)$/.test(unit)) return decimal(value);
  return Math.abs(value) >= 100 ? count(value) : exact(value, Math.abs(value) >= 10 ? 1 : 3);
}

/** What stands behind the value: nothing where the value says it. */
export function unitText(unit: string): string {
  if (unit === '%' || unit === '') return '';
  return unit === 'minutes' ? 'min' : unit;
}

/** Both together. */
export function withUnit(value: number | null, unit: string): string {
  const text = valueText(value, unit);
  const behind = value === null ? '' : unitText(unit);
  return behind === '' ? text : `${text} ${behind}`;
}
