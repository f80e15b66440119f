import {useEffect} from 'react';
import {I18nProvider} from 'react-aria-components';
import {Dialogs} from './dialogs/dialogs.tsx';
import {Notices} from './dialogs/notices.tsx';
import {Palette} from './dialogs/palette.tsx';
import {Opening} from './opening/opening.tsx';
import {useMirror} from './state/plan.ts';
import {useView} from './state/view.ts';
import {useShownTheme} from './theme.ts';
import {Workspace} from './workspace.tsx';

/** The whole screen: the opening view, or the open project. */
export function Shell() {
  const state = useMirror((mirror) => mirror.state);
  const theme = useShownTheme();
  const spoken = useView((view) => view.spoken);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.title = state?.open ? `${state.open.unsaved ? '• ' : ''}${state.open.name} – Closer` : 'Closer';
  }, [state]);
  return (
    <I18nProvider locale="en-GB">
      {state && (state.open ? <Workspace key={state.open.id} /> : <Opening state={state} />)}
      <Dialogs />
      <Palette />
      <Notices />
      <div className="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </div>
      <div className="drop-veil" aria-hidden="true">
        <p>Drop files to see what they are</p>
      </div>
    </I18nProvider>
  );
}
