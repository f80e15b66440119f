import type {Change} from '../domain/change.ts';
import type {ErrorValue} from '../domain/errors.ts';
import type {HistoryState} from '../domain/history.ts';

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

export type ToEngine = Call | Cancel | Granted;

export type Reply = {id: number; ok: true; value: unknown} | {id: number; ok: false; error: ErrorValue};

/** What the engine tells every window, unasked. Past tense: it has happened. */
export type News =
  /** A project was opened, made, closed or given another file: read everything again. */
  | {news: 'opened'}
  | {news: 'closed'}
  /** The plan changed, by an edit, an undo or a redo. */
  | {news: 'changed'; change: Change; history: HistoryState}
  /** An edition of evidence was taken or replaced. */
  | {news: 'imported'}
  /** Travel times that answers were waiting for are there. */
  | {news: 'measured'}
  /** The project was saved, or has changes that are not saved. */
  | {news: 'saved'; unsaved: boolean}
  /** How far call `id` is; a job that the engine began by itself has the id 0. */
  | {news: 'progressed'; id: number; done: number; of: number; doing: string}
  /** The engine's process died and was started again; everything committed is still there. */
  | {news: 'restarted'};

export type FromEngine = Reply | News;
