import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import type {Asking} from '../state/work.ts';

export function ConfirmDialog({asking: {title, sentence, verb, answer}}: {asking: Extract<Asking, {what: 'confirm'}>}) {
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={() => answer(false)}
      actions={
        <>
          <Button look="danger" autoFocus onPress={() => answer(true)}>
            {verb}
          </Button>
          <Button onPress={() => answer(false)}>Cancel</Button>
        </>
      }
    >
      <p>{sentence}</p>
    </Dialog>
  );
}
