import {Pencil, Trash2} from 'lucide-react';
import {AS_NOW} from '../../src/domain/option.ts';
import {sayWhy, takeStreetBack} from '../actions/streets.ts';
import {useAnswer} from '../answers.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {changeQuestion, colourBy, showAnswerTab, useView} from '../state/view.ts';

/** What the option in view changes in the streets, each with its reason and what it comes to. */
export function StreetChanges() {
  const option = useView(({question}) => question?.option ?? AS_NOW);
  const against = useView(({question}) => question?.against ?? AS_NOW);
  const name = useMirror(({plan}) => plan.option.get(option)?.name ?? option);
  const {value, error} = useAnswer('streets.changes', {option});
  if (error) return <p className="field-problem">{error.message}</p>;
  if (!value) return null;
  const own = value.some(({inherited}) => !inherited);
  return (
    <>
      <h3 className="panel-heading">Changed in {name}</h3>
      {value.length === 0 && (
        <p className="quiet small">
          Nothing yet. Close a bridge, calm a street or draw a new one, and see who gains and who loses.
          {option === AS_NOW &&
            ' Choose another option in the question first: what is changed here holds in every option.'}
        </p>
      )}
      <ul className="street-changes">
        {value.map((change) => (
          <li key={change.id} data-kind={change.kind} data-lost={change.isLost}>
            <div className="street-change-head">
              <strong>{change.name || 'A street without a name'}</strong>
              {!change.inherited && (
                <>
                  <IconButton
                    name={`Say why ${change.name} is changed`}
                    onPress={() => void sayWhy(change.id, change.reason)}
                  >
                    <Pencil size={14} />
                  </IconButton>
                  <IconButton
                    name={`Take back the change of ${change.name}`}
                    onPress={() => void takeStreetBack(change.id)}
                  >
                    <Trash2 size={14} />
                  </IconButton>
                </>
              )}
            </div>
            <p className={change.isLost ? 'field-problem small' : 'small number'}>{change.sentence}</p>
            {change.reason && <p className="quiet small">{change.reason}</p>}
            {change.inherited && <p className="quiet small">From as now, so in every option.</p>}
          </li>
        ))}
      </ul>
      {own && option !== AS_NOW && (
        <Button
          onPress={() => {
            if (against === option) changeQuestion({against: AS_NOW});
            colourBy('change');
            showAnswerTab('served');
          }}
        >
          Show who gains and who loses
        </Button>
      )}
    </>
  );
}
