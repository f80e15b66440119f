import type {ErrorValue} from '../domain/errors.ts';
import type {News} from '../domain/news.ts';

export type {News};

/** Nothing but JSON crosses between processes, so that what works in one host works in the other. */
export type Json = null | boolean | number | string | Json[] | {[key: string]: Json | undefined};

/** A person asks the engine something. `id` is chosen by the host, one for each call of a run. */
export interface Call {
  id: number;
  name: string;
  input: unknown;
}

/** A person no longer wants the answer to call `cancel`. */
export interface Cancel {
  cancel: number;
}

/** The host tells the engine which file a token stands for. Only a host can send it; a screen never sees a path. */
export interface Granted {
  grant: string;
  path: string;
}

export type ToEngine = Call | Cancel | Granted | Ping | End;

export type Reply = {id: number; ok: true; value: unknown} | {id: number; ok: false; error: ErrorValue};

export type FromEngine = Reply | News | Ping;

/** The host asks whether the engine still turns; the engine answers with the same number. Never seen by a screen. */
export interface Ping {
  ping: number;
}

/** The host is closing: close the project, keep what is not saved, and end. */
export interface End {
  end: true;
}

/** A file that a person picked, as a screen knows it: a token for the engine, and the name to show. */
export interface Picked {
  grant: string;
  name: string;
}

/** A menu item was chosen: the screen runs the action of that name. Only a host with a menu of its own sends it. */
export interface Chosen {
  news: 'chosen';
  action: string;
}

/** Everything a screen can reach outside itself: `window.bridge` in Electron, the same over HTTP elsewhere. */
export interface Bridge {
  /** Asks the engine. `id` is the screen's own, one for each call of a run; progress and cancelling refer to it. */
  call: (name: string, input: unknown, id: number) => Promise<Reply>;
  cancel: (id: number) => void;
  /** Hears news until the function it gives is called. */
  on: (listener: (news: News | Chosen) => void) => () => void;
  /** Files a person chooses; none if they think better of it. Extensions without the dot; none means any. */
  pickFile: (wanted: {title: string; many: boolean; extensions: string[]}) => Promise<Picked[]>;
  /** Where a person wants something saved; null if they think better of it. */
  saveFile: (wanted: {title: string; name: string}) => Promise<Picked | null>;
  /** Files a person dropped on the window, in the order given. */
  dropped: (files: File[]) => Promise<Picked[]>;
}
