import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {ReactNode} from 'react';
import {createRoot} from 'react-dom/client';
import {startEngine} from '../../src/host/engine-client.ts';
import type {Bridge, Chosen, News, Picked} from '../../src/host/messages.ts';
import {nodeProcess} from '../../src/host/node-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const PATIENCE_MS = 20_000;

/** Lets the engine answer and React draw. */
function breath(): Promise<void> {
  return new Promise((go) => setTimeout(go, 5));
}

/** A screen without a browser: the renderer's own modules over the real engine's process, drawn by jsdom. */
export interface Desk {
  /** Draws a part of the screen and gives the element it is in. */
  shows: (part: ReactNode) => Promise<HTMLElement>;
  /** Waits until something is true, letting the engine answer and React draw meanwhile. */
  until: (fits: () => unknown) => Promise<void>;
  presses: (button: Element | null | undefined) => Promise<void>;
  /** What is picked when the screen asks for files, and where it saves. */
  picks: (...paths: string[]) => void;
  /** Tells the screen something, as a host would. */
  tells: (news: News | Chosen) => Promise<void>;
  path: (name: string) => string;
  leaves: () => Promise<void>;
}

/** Must be called before any module of the renderer is imported, since the bridge is taken when it is first needed. */
export function aDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'closer-desk-'));
  const listeners = new Set<(news: News | Chosen) => void>();
  const tell = (news: News | Chosen) => {
    for (const listener of listeners) listener(news);
  };
  const settings = {folder: join(folder, 'app'), town: join(ROOT, 'seeds', 'town'), version: '0.1.0-test'};
  const engine = startEngine(nodeProcess(join(ROOT, 'src', 'host', 'engine-process.ts'), settings));
  engine.listen(tell);
  let picked: string[] = [];
  const grant = (path: string): Picked => {
    const token = randomUUID();
    engine.grant(token, path);
    return {grant: token, name: basename(path)};
  };
  let underWay = 0;
  const bridge: Bridge = {
    async call(name, input, id) {
      underWay++;
      try {
        return await engine.call({id, name, input});
      } finally {
        underWay--;
      }
    },
    cancel: (id) => engine.cancel(id),
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pickFile: async () => picked.map(grant),
    saveFile: async ({name}) => grant(picked[0] ?? join(folder, name)),
    dropped: async (files) => files.map((file) => grant(join(folder, file.name))),
  };
  Object.assign(window, {bridge});
  let unmount = () => {};

  return {
    async shows(part) {
      const place = document.body.appendChild(document.createElement('div'));
      const root = createRoot(place);
      unmount = () => {
        root.unmount();
        place.remove();
      };
      root.render(part);
      await breath();
      return place;
    },
    async until(fits) {
      const deadline = Date.now() + PATIENCE_MS;
      while (!fits()) {
        if (Date.now() > deadline) throw new Error(`It has not come true: ${fits}`);
        await breath();
      }
    },
    async presses(button) {
      if (!button) throw new Error('There is no such button.');
      button.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
      await breath();
    },
    picks(...paths) {
      picked = paths;
    },
    async tells(news) {
      tell(news);
      await breath();
    },
    path: (name) => join(folder, name),
    async leaves() {
      unmount();
      // What a change set off is answered before the engine goes, or the page would be told that it was stopped.
      for (let times = 0; underWay > 0 && times < 200; times++) await breath();
      await engine.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** The first element of these whose text fits. */
export function reading(inside: Element, selector: string, text: string | RegExp): HTMLElement | null {
  const fits = (words: string) => (typeof text === 'string' ? words.includes(text) : text.test(words));
  return [...inside.querySelectorAll<HTMLElement>(selector)].find((each) => fits(each.textContent ?? '')) ?? null;
}
