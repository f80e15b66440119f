/** A day as `2027-04-01`, if it is one of the calendar. */
export function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

export function sentenceOfDay(text: string): string {
  return `“${text}” is no day of the calendar. Write it as year-month-day, such as 2027-04-01.`;
}
