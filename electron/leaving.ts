import {type BrowserWindow, dialog} from 'electron';
import type {Grant} from '../src/host/grants.ts';
import {mayLeave} from '../src/host/leaving.ts';
import type {Ask} from '../src/host/open-project.ts';
import {saveFile} from './files.ts';

const WISHES = ['save', 'discard', 'stay'] as const;

/** Before the window closes, asks what is to become of changes that are not saved. */
export function askBeforeClosing(window: BrowserWindow, ask: Ask, grant: Grant): void {
  let asking = false;
  let leaving = false;
  window.on('close', (event) => {
    if (leaving) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayLeave(ask, {
      async whatToDo(name) {
        const buttons = ['Save', 'Don’t save', 'Cancel'];
        const message = `Save the changes to “${name}”?`;
        const detail = 'If you don’t save, they are lost.';
        const {response} = await dialog.showMessageBox(window, {message, detail, buttons, defaultId: 0, cancelId: 2});
        return WISHES[response] ?? 'stay';
      },
      whereTo: (name) => saveFile(window, grant, {title: 'Save project', name}),
      complain: (sentence) => dialog.showErrorBox('Closer', sentence),
    }).then((may) => {
      asking = false;
      leaving = may;
      if (may) window.close();
    });
  });
}
