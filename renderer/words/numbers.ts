/** Numbers as people read them: thousands separated, a true minus sign, and never without what they count. */

export const MINUS = '\u2212';
const NONE = '–';

const whole = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});
const oneDecimal = new Intl.NumberFormat('en-GB', {minimumFractionDigits: 1, maximumFractionDigits: 1});

function withMinus(text: string): string {
  return text.replace(/^-/, MINUS).replace(/^\u22120(\.0*)?$/, '0$1');
}

/** People, journeys, areas: whole and separated. */
export function count(value: number | null | undefined): string {
  return value == null ? NONE : withMinus(whole.format(value));
}

/** One decimal: minutes, kilometres, percentage points. */
export function decimal(value: number | null | undefined): string {
  return value == null ? NONE : withMinus(oneDecimal.format(value));
}

/** As many decimals as the number needs to be told from its neighbours, at most `most`. */
export function exact(value: number | null | undefined, most = 5): string {
  if (value == null) return NONE;
  return withMinus(new Intl.NumberFormat('en-GB', {maximumFractionDigits: most}).format(value));
}

/** A share from 0 to 1 as per cent. Never rounds an incomplete share to 100 %, nor a presence to 0 %. */
export function percent(share: number | null | undefined): string {
  if (share == null) return NONE;
  const value = share * 100;
  if (value > 99.5 && value < 100) return 'over 99%';
  if (value > 0 && value < 0.5) return 'under 1%';
  return `${withMinus(whole.format(value))}%`;
}

export function pounds(value: number | null | undefined): string {
  if (value == null) return NONE;
  return value < 0 ? `${MINUS}£${whole.format(-value)}` : `£${whole.format(value)}`;
}

/** A change: always with its sign, except nothing. */
export function signed(value: number | null | undefined, format: (value: number) => string = count): string {
  if (value == null) return NONE;
  const text = format(Math.abs(value));
  if (/^[£0.,]*$/.test(text) && !/[1-9]/.test(text)) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Minutes as a person would say them, for journeys that may take hours. */
export function minutesText(value: number | null | undefined): string {
  return value == null ? 'cannot be reached' : `${decimal(value)} min`;
}

export function coordinates(lng: number, lat: number): string {
  const part = (value: number) => withMinus(value.toFixed(5));
  return `${part(lat)}, ${part(lng)}`;
}

/** A day such as `2027-04-01`, as written in Britain; what can't be read is shown as it is. */
export function dayText(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium'}).format(date);
}

/** A date and time as written in Britain; what can't be read is shown as it is. */
export function dateText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'}).format(date);
}
