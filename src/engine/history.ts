import type {HistoryStep} from '../domain/history.ts';
import {historySteps} from '../store/history.ts';
import {opened} from './context.ts';
import {query} from './kinds.ts';

/** Undo and redo are changes whose record is marked in the history instead of added to it. */
export const history = {
  'history.undo': query({}, (context) => ({history: opened(context).undo()})),
  'history.redo': query({}, (context) => ({history: opened(context).redo()})),
  'history.list': query({}, (context): HistoryStep[] => historySteps(opened(context).file.db)),
};
