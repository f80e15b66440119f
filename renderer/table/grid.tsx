import {ArrowDown, ArrowUp, ClipboardCopy} from 'lucide-react';
import {type ClipboardEvent, useMemo, useState} from 'react';
import {
  Cell,
  Column,
  Input,
  type Key,
  Row,
  SearchField,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import {Button} from '../parts/button.tsx';
import {count} from '../words/numbers.ts';
import {tsvOf} from './tsv.ts';

export interface GridColumn<T> {
  key: string;
  heading: string;
  /** The value to sort by and to copy: a number stays a number in the spreadsheet. */
  value: (row: T) => string | number | null;
  /** What is shown; the value itself if nothing else is said. */
  text?: (row: T) => string;
  number?: boolean;
  width?: number;
}

interface Parts<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  chosen: string | null;
  onChoose: (id: string) => void;
  onOpen?: (id: string) => void;
  onCopied: (rows: number) => void;
  first: SortDescriptor;
}

const ROW_HEIGHT = 26;

/** A table that sorts, filters and copies to a spreadsheet. Only the rows in sight exist. */
export function Grid<T extends object>({
  label,
  columns,
  rows,
  idOf,
  chosen,
  onChoose,
  onOpen,
  onCopied,
  first,
}: Parts<T>) {
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<SortDescriptor>(first);
  const shown = useMemo(() => sorted(filtered(rows, columns, filter), columns, sort), [rows, columns, filter, sort]);

  function copy(): string {
    return tsvOf(
      columns.map(({heading}) => heading),
      shown.map((row) => columns.map(({value}) => value(row))),
    );
  }

  function copied(event: ClipboardEvent): void {
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copy());
    onCopied(shown.length);
  }

  async function copyByButton(): Promise<void> {
    await navigator.clipboard.writeText(copy());
    onCopied(shown.length);
  }

  return (
    <div className="grid" onCopy={copied}>
      <div className="grid-tools">
        <SearchField
          className="search"
          aria-label={`Filter ${label.toLowerCase()}`}
          value={filter}
          onChange={setFilter}
        >
          <Input placeholder="Filter" />
        </SearchField>
        <span className="quiet small number">
          {shown.length === rows.length
            ? `${count(rows.length)} rows`
            : `${count(shown.length)} of ${count(rows.length)} rows`}
        </span>
        <Button look="quiet" icon={<ClipboardCopy size={14} />} onPress={() => void copyByButton()}>
          Copy for Excel
        </Button>
      </div>
      <Virtualizer layout={TableLayout} layoutOptions={{rowHeight: ROW_HEIGHT, headingHeight: 28}}>
        <Table
          className="table grid-table number"
          aria-label={label}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen === null ? [] : [chosen]}
          sortDescriptor={sort}
          onSortChange={setSort}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined) onChoose(String(id));
          }}
          onRowAction={(id: Key) => onOpen?.(String(id))}
        >
          <TableHeader columns={columns.map((column) => ({...column, id: column.key}))}>
            {(column) => (
              <Column
                id={column.key}
                allowsSorting
                isRowHeader={column.key === columns[0]?.key}
                className={column.number ? 'column-number' : ''}
                {...(column.width ? {width: column.width} : {})}
              >
                {({sortDirection}) => (
                  <>
                    {column.heading}
                    {sortDirection === 'ascending' && <ArrowUp size={11} aria-hidden="true" />}
                    {sortDirection === 'descending' && <ArrowDown size={11} aria-hidden="true" />}
                  </>
                )}
              </Column>
            )}
          </TableHeader>
          <TableBody
            items={shown.map((row) => ({row, id: idOf(row)}))}
            renderEmptyState={() => <p className="quiet list-empty">Nothing has “{filter}” in it.</p>}
          >
            {({row, id}) => (
              <Row id={id} columns={columns.map((column) => ({...column, id: column.key}))}>
                {(column) => (
                  <Cell className={column.number ? 'column-number' : ''}>
                    {column.text ? column.text(row) : (column.value(row) ?? '–')}
                  </Cell>
                )}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

export function filtered<T>(rows: readonly T[], columns: readonly GridColumn<T>[], filter: string): readonly T[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    columns.some(({value, text}) => (text ? text(row) : String(value(row) ?? '')).toLowerCase().includes(wanted)),
  );
}

/** Sorted by one column, what is not known always last; rows that are equal keep their order. */
export function sorted<T>(
  rows: readonly T[],
  columns: readonly GridColumn<T>[],
  {column, direction}: SortDescriptor,
): T[] {
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
