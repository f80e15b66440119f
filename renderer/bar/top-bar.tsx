import {Moon, Redo2, Save, Search, Sun, Undo2} from 'lucide-react';
import {keysText} from '../actions/action.ts';
import {actionNamed, runAction} from '../actions/all.ts';
import type {AskedQuestion} from '../contract.ts';
import {IconButton} from '../parts/button.tsx';
import {Sentence} from '../question/sentence.tsx';
import {useMirror} from '../state/plan.ts';
import {useShownTheme} from '../theme.ts';
import {Elsewhere} from './elsewhere.tsx';
import {FileMenu} from './file-menu.tsx';
import {ThinProgress} from './thin-progress.tsx';

/** Brand and file, undo and redo, the question, and the way to every command. */
export function TopBar({question}: {question: AskedQuestion | null}) {
  const history = useMirror((mirror) => mirror.history);
  const unsaved = useMirror((mirror) => mirror.state?.open?.unsaved ?? false);
  const theme = useShownTheme();
  return (
    <header className="top-bar">
      <div className="bar-file">
        <FileMenu />
        <IconButton
          name="Save"
          keys={keysText('Mod+S')}
          onPress={() => runAction('project.save')}
          isDisabled={!unsaved}
        >
          <Save size={16} />
        </IconButton>
        <IconButton
          name={actionNamed('history.undo').label()}
          keys={keysText('Mod+Z')}
          onPress={() => runAction('history.undo')}
          isDisabled={history.undo === null}
        >
          <Undo2 size={16} />
        </IconButton>
        <IconButton
          name={actionNamed('history.redo').label()}
          keys={keysText('Mod+Y')}
          onPress={() => runAction('history.redo')}
          isDisabled={history.redo === null}
        >
          <Redo2 size={16} />
        </IconButton>
      </div>
      <h1 className="visually-hidden">Closer</h1>
      {question ? <Sentence question={question} /> : <p className="sentence" />}
      <div className="bar-tools">
        <button type="button" className="find" onClick={() => runAction('view.palette')}>
          <Search size={14} aria-hidden="true" />
          <span>Find</span>
          <kbd>{keysText('Mod+K')}</kbd>
        </button>
        <IconButton name={theme === 'dark' ? 'Light' : 'Dark'} onPress={() => runAction('view.theme')}>
          {theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
        </IconButton>
      </div>
      <Elsewhere />
      <ThinProgress />
    </header>
  );
}
