import {ClipboardCopy} from 'lucide-react';
import {type ClipboardEvent, useMemo, useRef, useState} from 'react';
import {Input, SearchField} from 'react-aria-components';
import {Button} from '../parts/button.tsx';
import {useWidth} from '../parts/use-width.ts';
import {count} from '../words/numbers.ts';
import {columnsThatFit, filtered, type GridColumn, type Sort, sorted} from './columns.ts';
import {Rows} from './rows.tsx';
import {tsvOf} from './tsv.ts';

interface Parts<T> {
  /** What the rows are, such as “areas”. */
  what: string;
  columns: readonly GridColumn<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  chosen: string | null;
  onChoose: (id: string) => void;
  onOpen?: (id: string) => void;
  onCopied: (rows: number) => void;
  first: Sort;
}

/** A table that sorts, filters and copies to a spreadsheet, however long it is. */
export function Grid<T>({what, columns, rows, idOf, chosen, onChoose, onOpen, onCopied, first}: Parts<T>) {
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<Sort>(first);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const fitting = useMemo(() => columnsThatFit(columns, width), [columns, width]);
  const shown = useMemo(() => sorted(filtered(rows, columns, filter), columns, sort), [rows, columns, filter, sort]);

  function copy(): string {
    const cells = shown.map((row) => columns.map(({value}) => value(row)));
    return tsvOf(
      columns.map(({heading}) => heading),
      cells,
    );
  }

  function copied(event: ClipboardEvent): void {
    if (window.getSelection()?.toString() || event.target instanceof HTMLInputElement) return;
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
        <SearchField className="search" aria-label={`Filter ${what}`} value={filter} onChange={setFilter}>
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
      {shown.length === 0 ? (
        <p className="quiet list-empty">Nothing has “{filter}” in it.</p>
      ) : (
        <Rows
          label={`Table of ${what}`}
          columns={fitting}
          rows={shown}
          idOf={idOf}
          chosen={chosen}
          sort={sort}
          onSort={setSort}
          onChoose={onChoose}
          {...(onOpen ? {onOpen} : {})}
        />
      )}
    </div>
  );
}
