import {Redo2, Undo2} from 'lucide-react';
import {redo, undo} from '../actions/history.ts';
import {useAnswer} from '../answers.ts';
import {Button} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {useMirror} from '../state/plan.ts';
import {dateText} from '../words/numbers.ts';

/** Everything that was done to the plan, newest first. It is kept in the file. */
export function HistoryPanel() {
  const history = useMirror((mirror) => mirror.history);
  const {value, error} = useAnswer('history.list', {});
  if (error) return <p className="field-problem">{error.message}</p>;
  const steps = [...(value ?? [])].reverse();
  return (
    <>
      <div className="panel-tools">
        <Button icon={<Undo2 size={14} />} isDisabled={history.undo === null} onPress={() => void undo()}>
          Undo
        </Button>
        <Button icon={<Redo2 size={14} />} isDisabled={history.redo === null} onPress={() => void redo()}>
          Redo
        </Button>
      </div>
      {value && steps.length === 0 && (
        <Empty title="Nothing done yet">
          <p>
            Every change to sites, services, options and figures is listed here and can be undone, also after closing
            and reopening.
          </p>
        </Empty>
      )}
      <ol className="history">
        {steps.map(({seq, at, label, undone}) => (
          <li key={seq} data-undone={undone}>
            <span>{label}</span>
            <span className="quiet small number">
              {undone && 'undone · '}
              {dateText(at)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
