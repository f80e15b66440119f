import {Download} from 'lucide-react';
import {saveLeftOut} from '../actions/evidence.ts';
import {useAnswer} from '../answers.ts';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {count, plural} from '../words/numbers.ts';

/** Every row that was left out, with where it stands in the file and why. */
export function Refusals({
  source,
  onClose,
}: {
  source: {id: string; title: string; rowsRefused: number};
  onClose: () => void;
}) {
  const {value, error} = useAnswer('evidence.refusals', {source: source.id});
  return (
    <Dialog
      title={`${plural(source.rowsRefused, 'row')} of ${source.title} refused`}
      onClose={onClose}
      wide
      actions={
        <Button icon={<Download size={14} />} onPress={() => void saveLeftOut(source.title, {source: source.id})}>
          Save as CSV…
        </Button>
      }
    >
      {error && <p className="field-problem">{error.message}</p>}
      <RefusalTable refusals={value ?? []} />
      {value && value.length < source.rowsRefused && (
        <p className="quiet small">The first {count(value.length)} are kept.</p>
      )}
    </Dialog>
  );
}

export function RefusalTable({refusals}: {refusals: readonly {row: number; column: string; reason: string}[]}) {
  if (refusals.length === 0) return null;
  return (
    <ScrollBox label="Rows refused">
      <table className="figures number refusals">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({row, column, reason}) => (
            <tr key={`${row} ${column} ${reason}`}>
              <td>{count(row)}</td>
              <td>{column}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
