import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import type {Asking} from '../state/work.ts';

export function UnsavedDialog({asking: {name, answer}}: {asking: Extract<Asking, {what: 'unsaved'}>}) {
  return (
    <Dialog
      title={`Save the changes to ${name}?`}
      role="alertdialog"
      onClose={() => answer('cancel')}
      actions={
        <>
          <Button look="strong" autoFocus onPress={() => answer('save')}>
            Save
          </Button>
          <Button look="danger" onPress={() => answer('discard')}>
            Close without saving
          </Button>
          <Button onPress={() => answer('cancel')}>Cancel</Button>
        </>
      }
    >
      <p>This project has changes that are not in its file. Without saving they are lost.</p>
    </Dialog>
  );
}
