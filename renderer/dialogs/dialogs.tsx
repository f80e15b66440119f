import {useWork} from '../state/work.ts';
import {AboutDialog} from './about-dialog.tsx';
import {ConfirmDialog} from './confirm-dialog.tsx';
import {FilesDialog} from './files-dialog.tsx';
import {KeysDialog} from './keys-dialog.tsx';
import {TakeDialog} from './take-dialog.tsx';
import {TakenDialog} from './taken-dialog.tsx';
import {TextDialog} from './text-dialog.tsx';
import {TroubleDialog} from './trouble-dialog.tsx';
import {UnsavedDialog} from './unsaved-dialog.tsx';

/** The dialog a person is being asked by, if any. */
export function Dialogs() {
  const asking = useWork((work) => work.asking);
  switch (asking?.what) {
    case 'files':
      return <FilesDialog asking={asking} />;
    case 'unsaved':
      return <UnsavedDialog asking={asking} />;
    case 'text':
      return <TextDialog key={asking.title} asking={asking} />;
    case 'confirm':
      return <ConfirmDialog asking={asking} />;
    case 'trouble':
      return <TroubleDialog error={asking.error} />;
    case 'take':
      return <TakeDialog asking={asking} />;
    case 'taken':
      return <TakenDialog imported={asking.imported} />;
    case 'about':
      return <AboutDialog />;
    case 'keys':
      return <KeysDialog />;
    default:
      return null;
  }
}
