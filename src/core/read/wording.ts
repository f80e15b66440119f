/** The small words of every sentence about a file, so that all of them name files, cells, counts and lists the same way. */

/** A file name fit for a sentence: no folders, no control characters, never longer than a line. */
export function plainName(fileName: string): string {
  const last = fileName.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  const clean = last.replace(/\p{C}/gu, '').trim();
  if (clean === '') return 'The file';
  return clean.length <= 80 ? clean : `${clean.slice(0, 60)}…${clean.slice(-18)}`;
}

/** A cell or header fit for a sentence, in the quotation marks of the product. */
export function quoted(text: string): string {
  const clean = text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim();
  return `“${clean.length <= 60 ? clean : `${clean.slice(0, 57)}…`}”`;
}

/** 1,234 as planners write it. Without Intl, so that a sentence is the same on every machine. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** “1 row”, “1,234 rows”. */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** “a, b and c”; a list longer than `most` ends in “and 12 more”. */
export function listed(items: readonly string[], most = 6): string {
  const shown = items.length > most ? [...items.slice(0, most), `${thousands(items.length - most)} more`] : items;
  if (shown.length <= 1) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
