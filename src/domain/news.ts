import type {Change} from './change.ts';
import type {HistoryState} from './history.ts';

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
  | {
      news: 'progressed';
      id: number;
      done: number;
      of: number;
      doing: string;
      /** A site search’s best answer and bound so far. */
      objective?: number | null;
      bound?: number | null;
    }
  /** The engine's process died and was started again; everything committed is still there. */
  | {news: 'restarted'};
