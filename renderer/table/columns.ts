/** A column of a table that is worked with. */
export interface GridColumn<T> {
  key: string;
  heading: string;
  /** The value to sort by and to copy: a number stays a number in the spreadsheet. */
  value: (row: T) => string | number | null;
  /** What is shown; the value itself if nothing else is said. */
  text?: (row: T) => string;
  number?: boolean;
  /** The least room it needs, in pixels; more is shared out in proportion. */
  least: number;
  /** Columns of a higher rank are shown only where there is room. All of them are copied. */
  rank: number;
}

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** The columns that fit side by side, the most important first to get room; in their own order. */
export function columnsThatFit<T>(columns: readonly GridColumn<T>[], width: number): readonly GridColumn<T>[] {
  let left = width;
  const fitting = new Set<string>();
  for (const column of [...columns].sort((a, b) => a.rank - b.rank)) {
    if (fitting.size > 0 && column.least > left) break;
    left -= column.least;
    fitting.add(column.key);
  }
  return columns.filter(({key}) => fitting.has(key));
}

export function filtered<T>(rows: readonly T[], columns: readonly GridColumn<T>[], filter: string): readonly T[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return rows;
  const shown = ({value, text}: GridColumn<T>, row: T) => (text ? text(row) : String(value(row) ?? ''));
  return rows.filter((row) => columns.some((column) => shown(column, row).toLowerCase().includes(wanted)));
}

/** Sorted by one column, what is not known always last; rows that are equal keep their order. */
export function sorted<T>(rows: readonly T[], columns: readonly GridColumn<T>[], {column, direction}: Sort): T[] {
  const by = columns.find(({key}) => key === column);
  if (!by) return [...rows];
  const sign = direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const one = by.value(a);
    const other = by.value(b);
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (
      sign *
      (typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other)))
    );
  });
}
