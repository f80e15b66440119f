import {contextBridge, type IpcRendererEvent, ipcRenderer, webUtils} from 'electron';
import type {Bridge, Chosen, News} from '../src/host/messages.ts';

/** Electrons before 29 kept the path on the file itself. */
function pathOf(file: File): string {
  return webUtils ? webUtils.getPathForFile(file) : ((file as File & {path?: string}).path ?? '');
}

/** All that the page can reach. It gets tokens and names, never a path. */
const bridge: Bridge = {
  call: (name, input, id) => ipcRenderer.invoke('call', {id, name, input}),
  cancel: (id) => ipcRenderer.send('cancel', id),
  on(listener) {
    const hear = (_event: IpcRendererEvent, news: News | Chosen): void => listener(news);
    ipcRenderer.on('news', hear);
    return () => void ipcRenderer.off('news', hear);
  },
  pickFile: (wanted) => ipcRenderer.invoke('pick', wanted),
  saveFile: (wanted) => ipcRenderer.invoke('save', wanted),
  dropped: (files) => ipcRenderer.invoke('dropped', files.map(pathOf)),
};

contextBridge.exposeInMainWorld('bridge', bridge);
