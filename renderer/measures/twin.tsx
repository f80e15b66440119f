import {ChartLine, Table2} from 'lucide-react';
import {type ReactNode, useState} from 'react';
import {IconButton} from '../parts/button.tsx';

/** A drawing and a table of the same numbers, one at a time. */
export function Twin({title, chart, table}: {title: string; chart: ReactNode; table: ReactNode}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="twin" aria-label={title}>
      <header className="section-head">
        <h3>{title}</h3>
        <IconButton
          name={asTable ? `${title}: show as a chart` : `${title}: show as a table`}
          onPress={() => setAsTable(!asTable)}
          placement="left"
        >
          {asTable ? <ChartLine size={14} /> : <Table2 size={14} />}
        </IconButton>
      </header>
      {asTable ? table : chart}
    </section>
  );
}
