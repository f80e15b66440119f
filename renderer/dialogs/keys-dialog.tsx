import {keysText} from '../actions/action.ts';
import {ACTIONS} from '../actions/all.ts';
import {Dialog} from '../parts/dialog.tsx';
import {raise} from '../state/work.ts';

const ON_THE_MAP = [
  ['Arrows', 'Move the map'],
  ['+ and −', 'Zoom in and out'],
  ['Alt and arrows', 'Step through sites (left, right) and areas (up, down)'],
  ['M', 'Move the selected site; then arrows, Shift for larger steps, Enter'],
  ['Enter', 'When adding a site: put it in the middle of the map'],
  ['Shift F10', 'The right-click menu'],
  ['Esc', 'Leave what you are in the middle of; then clear the selection'],
] as const;

export function KeysDialog() {
  return (
    <Dialog title="Keys" onClose={() => raise(null)} wide reading>
      <h3>Anywhere</h3>
      <dl className="keys">
        {ACTIONS.filter(({keys}) => keys !== undefined).map(({name, label, keys}) => (
          <div key={name}>
            <dt>
              <kbd>{keysText(keys ?? '')}</kbd>
            </dt>
            <dd>{label()}</dd>
          </div>
        ))}
      </dl>
      <h3>On the map</h3>
      <dl className="keys">
        {ON_THE_MAP.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
