/** The rows of a long table that are in sight, and a few around them, from first to before last. */
export function windowOf(
  rows: number,
  rowHeight: number,
  scrolled: number,
  height: number,
  around = 8,
): {from: number; to: number} {
  const from = Math.max(0, Math.floor(scrolled / rowHeight) - around);
  const to = Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + around);
  return {from: Math.min(from, to), to};
}

/** The row that a key goes to from another; null for keys that go nowhere. `page` is how many rows are in sight. */
export function rowAfter(key: string, at: number, rows: number, page: number): number | null {
  if (rows === 0) return null;
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows - 1,
  };
  const next = steps[key];
  if (next === undefined) return null;
  if (at < 0) return key === 'End' ? rows - 1 : 0;
  return Math.min(Math.max(next, 0), rows - 1);
}
