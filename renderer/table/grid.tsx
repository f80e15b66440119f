import {ArrowDown, ArrowUp, ClipboardCopy} from 'lucide-react';
import {type ClipboardEvent, useMemo, useRef, useState} from 'react';
import {
  Cell,
  Column,
  Input,
  type Key,
  Row,
  SearchField,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import {Button} from '../parts/button.tsx';
import {useWidth} from '../parts/use-width.ts';
import {count} from '../words/numbers.ts';
import {columnsThatFit, filtered, type GridColumn, type Sort, sorted} from './columns.ts';
import {tsvOf} from './tsv.ts';

interface Parts<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  chosen: string | null;
  onChoose: (id: string) => void;
  onOpen?: (id: string) => void;
  onCopied: (rows: number) => void;
  first: Sort;
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
  const [sort, setSort] = useState<Sort>(first);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const fitting = useMemo(() => columnsThatFit(columns, width), [columns, width]);
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
    <div className="grid" ref={box} onCopy={copied}>
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
          onSortChange={({column, direction}) => setSort({column: String(column), direction})}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined) onChoose(String(id));
          }}
          onRowAction={(id: Key) => onOpen?.(String(id))}
        >
          <TableHeader columns={fitting.map((column) => ({...column, id: column.key}))}>
            {(column) => (
              <Column
                id={column.key}
                allowsSorting
                isRowHeader={column.key === fitting[0]?.key}
                className={column.number ? 'column-number' : ''}
                width={`${column.least}fr`}
                minWidth={40}
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
              <Row id={id} columns={fitting.map((column) => ({...column, id: column.key}))}>
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
