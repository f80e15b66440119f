import {ArrowDown, ArrowUp} from 'lucide-react';
import {type KeyboardEvent, useEffect, useId, useMemo, useRef, useState} from 'react';
import {useHeight} from '../parts/use-width.ts';
import type {GridColumn, Sort} from './columns.ts';
import {rowAfter, windowOf} from './window-of.ts';

interface Parts<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  rows: readonly T[];
  idOf: (row: T) => string;
  chosen: string | null;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onChoose: (id: string) => void;
  onOpen?: (id: string) => void;
}

export const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 28;

/** Headings that sort, and rows of which only those in sight exist. One tab stop for all rows; arrows go between them. */
export function Rows<T>({label, columns, rows, idOf, chosen, sort, onSort, onChoose, onOpen}: Parts<T>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const height = useHeight(box) - HEAD_HEIGHT;
  const [scrolled, setScrolled] = useState(0);
  const {from, to} = windowOf(rows.length, ROW_HEIGHT, scrolled, height);
  const at = useMemo(
    () => (chosen === null ? -1 : rows.findIndex((row) => idOf(row) === chosen)),
    [rows, idOf, chosen],
  );
  const template = columns.map(({least}) => `minmax(0, ${least}fr)`).join(' ');

  useEffect(() => {
    if (at >= 0) reveal(box.current, at);
  }, [at]);

  function keyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const row = rows[at];
    if (event.key === 'Enter' && row) return void onOpen?.(idOf(row));
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfter(event.key, at, rows.length, Math.max(1, Math.floor(height / ROW_HEIGHT) - 1));
    if (next === null) return;
    event.preventDefault();
    reveal(box.current, next);
    onChoose(idOf(rows[next]!));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that lie at a height of their own can't be a table's
    <div
      ref={box}
      className="rows number"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= from && at < to ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={keyDown}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <Headings columns={columns} template={template} sort={sort} onSort={onSort} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows that lie at a height of their own can't be a table's */}
      <div role="rowgroup" className="rows-body" style={{height: rows.length * ROW_HEIGHT}}>
        {rows.slice(from, to).map((row, index) => {
          const place = from + index;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <div
              key={idOf(row)}
              id={`${id}-${place}`}
              role="row"
              className="rows-row"
              aria-rowindex={place + 2}
              aria-selected={place === at}
              style={{gridTemplateColumns: template, top: place * ROW_HEIGHT}}
              onClick={() => onChoose(idOf(row))}
              onDoubleClick={() => onOpen?.(idOf(row))}
            >
              {columns.map((column, cell) => (
                <div
                  key={column.key}
                  role={cell === 0 ? 'rowheader' : 'gridcell'}
                  className={column.number ? 'rows-cell column-number' : 'rows-cell'}
                >
                  {column.text ? column.text(row) : (column.value(row) ?? '–')}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Scrolls no further than a row needs to be seen under the headings. */
function reveal(box: HTMLElement | null, row: number): void {
  if (!box) return;
  const top = row * ROW_HEIGHT;
  const room = box.clientHeight - HEAD_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
}

interface HeadingParts<T> {
  columns: readonly GridColumn<T>[];
  template: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Headings<T>({columns, template, sort, onSort}: HeadingParts<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that lie at a height of their own can't be a table's
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus
    <div role="row" className="rows-head" aria-rowindex={1} style={{gridTemplateColumns: template}}>
      {columns.map(({key, heading, number}) => {
        const sorted = sort.column === key ? sort.direction : null;
        const next = sorted === 'ascending' ? 'descending' : 'ascending';
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div key={key} role="columnheader" aria-sort={sorted ?? 'none'} className={number ? 'column-number' : ''}>
            <button type="button" onClick={() => onSort({column: key, direction: next})}>
              {heading}
              {sorted === 'ascending' && <ArrowUp size={11} aria-hidden="true" />}
              {sorted === 'descending' && <ArrowDown size={11} aria-hidden="true" />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
