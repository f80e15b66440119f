/**
 * Opening hours as planners write them: `Mo-Fr 08:00-18:30; Sa 09:00-12:00`, `Mo,We 09:00-12:00,13:00-17:00`, `24/7`.
 * A part of what map makers use; days are two letters, times of 24 hours, parts divided by semicolons.
 */
export interface OpenSpan {
  /** Minutes from Monday 0:00. `to` may be at or before `from`: then the span runs over Sunday night. */
  from: number;
  to: number;
}

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const DAY = 24 * 60;
const WEEK = 7 * DAY;
const AN_EXAMPLE = 'Write it as “Mo-Fr 08:00-18:30; Sa 09:00-12:00”, or “24/7”.';

/** The spans of a week; a sentence where the text cannot be read. Empty text is no spans: not known. */
export function openSpans(text: string): OpenSpan[] | string {
  const plain = text.trim().toLowerCase();
  if (plain === '') return [];
  if (plain === '24/7') return [{from: 0, to: WEEK}];
  const spans: OpenSpan[] = [];
  for (const part of plain.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const [days, times, ...rest] = part.split(/\s+/);
    const on = daysOf(days!);
    if (!on || !times || rest.length > 0) return `“${part}” is no opening time. ${AN_EXAMPLE}`;
    if (times === 'off' || times === 'closed') continue;
    for (const time of times.split(',')) {
      const span = timesOf(time);
      if (!span) return `“${time}” is no time of day. ${AN_EXAMPLE}`;
      for (const day of on) spans.push({from: day * DAY + span[0], to: endOf(day, span)});
    }
  }
  return spans;
}

/** A span that ends before it begins runs past midnight. */
function endOf(day: number, [from, to]: [number, number]): number {
  const end = day * DAY + (to > from ? to : to + DAY);
  return end > WEEK ? end - WEEK : end;
}

function daysOf(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [first, last, more] = part.split('-');
    const from = DAYS.indexOf(first!);
    const to = last === undefined ? from : DAYS.indexOf(last);
    if (from < 0 || to < 0 || more !== undefined) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

function timesOf(text: string): [number, number] | null {
  const match = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(text);
  if (!match) return null;
  const [hourFrom, minuteFrom, hourTo, minuteTo] = match.slice(1).map(Number) as [number, number, number, number];
  if (hourFrom > 23 || minuteFrom > 59 || minuteTo > 59 || hourTo * 60 + minuteTo > DAY) return null;
  const [from, to] = [hourFrom * 60 + minuteFrom, hourTo * 60 + minuteTo];
  return from === to ? null : [from, to];
}
