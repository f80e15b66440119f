import {ClipboardCopy} from 'lucide-react';
import type {ErrorValue} from '../../src/domain/errors.ts';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {raise} from '../state/work.ts';

/** What could not be done. A fault of ours comes with details to copy; a file's trouble says what to do next. */
export function TroubleDialog({error}: {error: ErrorValue}) {
  const bug = error.kind === 'bug';
  return (
    <Dialog
      title={bug ? 'Something went wrong in the planner' : 'There is a problem'}
      role="alertdialog"
      onClose={() => raise(null)}
      actions={
        <>
          <Button look="strong" autoFocus onPress={() => raise(null)}>
            {bug ? 'Go on' : 'Close'}
          </Button>
          {bug && (
            <Button
              icon={<ClipboardCopy size={14} />}
              onPress={() => void navigator.clipboard.writeText(error.message)}
            >
              Copy details
            </Button>
          )}
        </>
      }
    >
      {bug ? (
        <>
          <p>
            Your work is safe: everything you changed is kept. If it happens again, copy the details for whoever looks
            after Closer.
          </p>
          <ScrollBox label="Details">
            <pre className="licence">{error.message}</pre>
          </ScrollBox>
        </>
      ) : (
        <p>{error.message}</p>
      )}
    </Dialog>
  );
}
