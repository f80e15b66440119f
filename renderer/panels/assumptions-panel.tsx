import {RotateCcw} from 'lucide-react';
import {useState} from 'react';
import {useAnswer} from '../answers.ts';
import {attempt, errorOf} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {FigureRow} from '../contract.ts';
import {IconButton} from '../parts/button.tsx';
import {Field, NumberBox} from '../parts/field.tsx';
import {exact} from '../words/numbers.ts';
import {useOrigin} from './use-origin.ts';

/** Every number that someone chose, with its source: a planner's own stands beside the original. */
export function AssumptionsPanel() {
  const {value, error} = useAnswer('assumptions.list', {});
  const [filter, setFilter] = useState('');
  if (error) return <p className="field-problem">{error.message}</p>;
  const wanted = filter.trim().toLowerCase();
  const rows = (value ?? []).filter((row) => `${row.label} ${row.key}`.toLowerCase().includes(wanted));
  const groups = [
    {title: 'Money, carbon and limits', rows: rows.filter((row) => !row.key.startsWith('speed-'))},
    {title: 'Speeds by car', rows: rows.filter((row) => row.key.startsWith('speed-drive-'))},
    {title: 'Speeds on foot', rows: rows.filter((row) => row.key.startsWith('speed-walk-'))},
    {title: 'Speeds by cycle', rows: rows.filter((row) => row.key.startsWith('speed-cycle-'))},
  ];
  return (
    <>
      <div className="panel-tools">
        <Field
          label="Filter figures"
          hideLabel
          placeholder="Filter figures and speeds"
          value={filter}
          onChange={setFilter}
        />
      </div>
      {groups.map(
        ({title, rows: shown}) =>
          shown.length > 0 && (
            <section key={title} aria-label={title}>
              <h3 className="panel-heading">{title}</h3>
              {shown.map((row) => (
                <Figure key={row.key} row={row} />
              ))}
            </section>
          ),
      )}
    </>
  );
}

const CONFIDENCE: Record<FigureRow['confidence'], string> = {
  published: 'Published',
  derived: 'Derived',
  assumed: 'Assumed',
};

function Figure({row}: {row: FigureRow}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [reason, setReason] = useState(row.reason);
  const outside = (row.low !== null && row.value < row.low) || (row.high !== null && row.value > row.high);

  async function put(value: number, why: string): Promise<void> {
    setProblem(null);
    try {
      await ask('assumptions.set', {key: row.key, value, reason: why});
    } catch (thrown) {
      setProblem(errorOf(thrown).message);
    }
  }

  const asked = useOrigin<HTMLDivElement>((origin) => origin.what === 'figure' && origin.key === row.key);
  return (
    <div className="figure" data-changed={row.changed} {...asked}>
      <div className="figure-line">
        <NumberBox
          label={row.label}
          unit={row.unit}
          value={row.value}
          minValue={0}
          error={problem}
          onChange={(value) => void put(value, reason)}
        />
        {row.changed && (
          <IconButton
            name={`Put back ${exact(row.original)} ${row.unit}`}
            placement="left"
            onPress={() => void attempt('Putting back', () => ask('assumptions.reset', {key: row.key}))}
          >
            <RotateCcw size={14} />
          </IconButton>
        )}
      </div>
      {row.changed && (
        <>
          <p className="small figure-original">
            Originally {exact(row.original)} {row.unit}
          </p>
          <Field
            label={`Why ${row.label.toLowerCase()} was changed`}
            hideLabel
            placeholder="Why? Kept with the plan"
            value={reason}
            onChange={setReason}
            onBlur={() => reason !== row.reason && void put(row.value, reason)}
          />
        </>
      )}
      {outside && (
        <p className="small figure-outside">
          Outside the usual range, {exact(row.low)} to {exact(row.high)} {row.unit}.
        </p>
      )}
      <details className="source-more">
        <summary>
          {CONFIDENCE[row.confidence]}
          {row.year && `, ${row.year}`}
        </summary>
        <p className="small">{row.source}</p>
        {row.priceBase && <p className="small">In {row.priceBase}.</p>}
        {row.licence && <p className="small quiet">{row.licence}</p>}
      </details>
    </div>
  );
}
