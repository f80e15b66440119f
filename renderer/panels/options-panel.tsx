import {Copy, Pencil, Plus, Trash2} from 'lucide-react';
import {AS_NOW, type Option} from '../../src/domain/option.ts';
import type {Plan} from '../../src/domain/plan.ts';
import {freeOptionName} from '../actions/sites.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {mirror, useMirror} from '../state/plan.ts';
import {changeQuestion, useView} from '../state/view.ts';
import {askText, confirm} from '../state/work.ts';
import {differences} from './differences.ts';

/** The options of the plan: as now, and arrangements to hold against it. */
export function OptionsPanel() {
  const plan = useMirror((mirror) => mirror.plan);
  const shown = useView(({question}) => question?.option ?? AS_NOW);
  const options = [...plan.option.values()].sort(
    (a, b) => Number(b.id === AS_NOW) - Number(a.id === AS_NOW) || a.name.localeCompare(b.name),
  );

  async function add(): Promise<void> {
    const name = await askText({
      title: 'Add an option',
      label: 'Name',
      hint: 'It starts as things are now; what you change while it is in view belongs to it.',
      verb: 'Add option',
      value: freeOptionName(plan),
    });
    if (name === null) return;
    const before = new Set(plan.option.keys());
    if (!(await attempt('Adding an option', () => ask('options.add', {name})))) return;
    const id = [...mirror().plan.option.keys()].find((each) => !before.has(each));
    if (id !== undefined) changeQuestion({option: id, against: AS_NOW});
  }

  return (
    <>
      <div className="panel-tools">
        <p className="quiet small">What you place, withdraw or close belongs to the option in view.</p>
        <Button icon={<Plus size={14} />} onPress={() => void add()}>
          Add
        </Button>
      </div>
      <ul className="option-list">
        {options.map((option) => (
          <OptionRow key={option.id} option={option} plan={plan} shown={option.id === shown} />
        ))}
      </ul>
    </>
  );
}

function OptionRow({option, plan, shown}: {option: Option; plan: Plan; shown: boolean}) {
  const {id, name} = option;
  const changes = differences(plan, id);
  const isNow = id === AS_NOW;

  async function copy(): Promise<void> {
    const given = await askText({
      title: `Copy ${name}`,
      label: 'Name of the copy',
      verb: 'Copy',
      value: freeOptionName(plan),
    });
    if (given !== null) await attempt('Copying', () => ask('options.copy', {option: id, name: given}));
  }

  async function rename(): Promise<void> {
    const given = await askText({title: 'Rename the option', label: 'Name', verb: 'Rename', value: name});
    if (given !== null) await attempt('Renaming', () => ask('options.edit', {option: id, name: given}));
  }

  async function remove(): Promise<void> {
    const yes =
      changes.length === 0 ||
      (await confirm({
        title: `Remove ${name}?`,
        sentence: 'What it changes goes with it. You can undo this.',
        verb: 'Remove',
      }));
    if (yes) await attempt('Removing', () => ask('options.remove', {option: id}));
  }

  return (
    <li className="option" data-shown={shown}>
      <div className="option-head">
        <button type="button" className="option-name" aria-pressed={shown} onClick={() => changeQuestion({option: id})}>
          {name}
          {isNow && <span className="quiet small"> business as usual</span>}
        </button>
        <IconButton name={`Copy ${name}`} onPress={() => void copy()}>
          <Copy size={14} />
        </IconButton>
        {!isNow && (
          <>
            <IconButton name={`Rename ${name}`} onPress={() => void rename()}>
              <Pencil size={14} />
            </IconButton>
            <IconButton name={`Remove ${name}`} onPress={() => void remove()}>
              <Trash2 size={14} />
            </IconButton>
          </>
        )}
      </div>
      {!isNow && (
        <ul className="option-changes small">
          {changes.length === 0 && <li className="quiet">As now: nothing changed yet</li>}
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
