import {BarChart3, Table2} from 'lucide-react';
import {useState} from 'react';
import {IconButton} from './button.tsx';

export interface BarRow {
  key: string;
  label: string;
  /** On hover: what the label stands for. */
  note?: string;
  /** 0 to 1; null where there is nobody to speak of. */
  share: number | null;
  /** The same in what it is compared with. */
  before?: number | null;
  colour?: string;
  /** The cells of the table twin. */
  cells: readonly string[];
}

interface Parts {
  title: string;
  caption: string;
  rows: readonly BarRow[];
  columns: readonly string[];
  shareText: (share: number | null) => string;
}

const WIDTH = 148;
const HEIGHT = 12;

/** Shares as bars with a table twin of the same numbers. A tick marks where the bar stood before. */
export function Bars({title, caption, rows, columns, shareText}: Parts) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="bars" aria-label={title}>
      <header className="section-head">
        <h3>{title}</h3>
        <IconButton
          name={asTable ? 'Show as bars' : 'Show as a table'}
          onPress={() => setAsTable(!asTable)}
          placement="left"
        >
          {asTable ? <BarChart3 size={14} /> : <Table2 size={14} />}
        </IconButton>
      </header>
      {asTable ? (
        <table className="figures">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="bar-rows" aria-label={caption}>
          {rows.map((row) => (
            <li key={row.key} className="bar-row" title={row.note}>
              <span className="bar-label">{row.label}</span>
              <Bar row={row} />
              <span className="bar-value number">{shareText(row.share)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Bar({row: {share, before, colour}}: {row: BarRow}) {
  const moved = before != null && share != null && Math.abs(before - share) > 0.0005;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar-track" x="0" y="1" width={WIDTH} height={HEIGHT - 2} rx="1.5" />
      <rect
        className="bar-fill"
        x="0"
        y="1"
        width={(share ?? 0) * WIDTH}
        height={HEIGHT - 2}
        rx="1.5"
        style={colour ? {fill: colour} : {}}
      />
      {moved && (
        <rect className="bar-before" x={Math.max(0, before * WIDTH - 1)} y="-1" width="2" height={HEIGHT + 2} />
      )}
    </svg>
  );
}
