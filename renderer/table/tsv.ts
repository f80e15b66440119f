/** Rows as tab-separated text, which spreadsheets take from the clipboard as cells. */
export function tsvOf(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [headings, ...rows].map((row) => row.map(cell).join('\t')).join('\r\n');
}

/** What a spreadsheet would run as a formula gets an apostrophe; breaks and tabs would split the row. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const flat = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
