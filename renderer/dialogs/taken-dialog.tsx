import {RefusalTable} from '../panels/refusals.tsx';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {type Imported, raise} from '../state/work.ts';
import {count, plural} from '../words/numbers.ts';

/** What was taken of each file, what was refused and why, and how it joins. */
export function TakenDialog({imported}: {imported: Imported}) {
  return (
    <Dialog
      title={`${plural(imported.length, 'source')} taken`}
      wide
      onClose={() => raise(null)}
      actions={
        <Button look="strong" autoFocus onPress={() => raise(null)}>
          Done
        </Button>
      }
    >
      <ul className="inspected">
        {imported.map(({fileName, source, refusals, joins, beyond}) => (
          <li key={fileName}>
            <strong>{source.title}</strong>
            <p className="number">
              {count(source.rowsTaken)} of {count(source.rowsRead)} rows taken, {count(source.rowsRefused)} refused
              {joins && ` · joins ${count(joins.matched)} of ${plural(joins.areas, 'area')}`}
            </p>
            {beyond && (
              <p className="small">
                <strong>{beyond}</strong>
              </p>
            )}
            {source.notes.map((note) => (
              <p key={note} className="small">
                {note}
              </p>
            ))}
            <p className="quiet small">{fileName}</p>
            {refusals.length > 0 && (
              <details>
                <summary>
                  {plural(source.rowsRefused, 'row')} refused
                  {refusals.length < source.rowsRefused ? `, the first ${count(refusals.length)} here` : ''}
                </summary>
                <RefusalTable refusals={refusals} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
