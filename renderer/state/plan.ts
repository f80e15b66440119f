import {create} from 'zustand';
import type {Change} from '../../src/domain/change.ts';
import type {HistoryState} from '../../src/domain/history.ts';
import type {Plan} from '../../src/domain/plan.ts';
import {applied, planOf} from '../../src/domain/plan.ts';
import {ask, listen} from '../bridge.ts';
import type {AreaLine, ProjectState} from '../contract.ts';

/** A read-only mirror of the open project: its plan, its state, and the areas it is about. */
interface Mirror {
  /** Null until the engine has answered for the first time. */
  state: ProjectState | null;
  plan: Plan;
  history: HistoryState;
  areas: readonly AreaLine[];
  /** Counts editions of evidence taken, so that shapes fetched by address are fetched anew. */
  edition: number;
}

const NO_HISTORY: HistoryState = {undo: null, redo: null};
const NO_AREAS: readonly AreaLine[] = [];

const useStore = create<Mirror>(() => ({
  state: null,
  plan: planOf({}),
  history: NO_HISTORY,
  areas: NO_AREAS,
  edition: 0,
}));

/** The mirror, to read. Only this file writes it. */
export function useMirror<T>(select: (mirror: Mirror) => T): T {
  return useStore(select);
}

/** The mirror as it is now, for actions and map modes, which are not components. */
export function mirror(): Mirror {
  return useStore.getState();
}

async function readState(): Promise<ProjectState> {
  const state = await ask('project.state', {});
  useStore.setState({state, history: state.history});
  return state;
}

/** Reads everything again: at the start, and when another project is opened. */
async function readAll(): Promise<void> {
  const state = await ask('project.state', {});
  if (!state.open) {
    useStore.setState({state, plan: planOf({}), history: NO_HISTORY, areas: NO_AREAS});
    return;
  }
  const [rows, areas] = await Promise.all([ask('plan.read', {}), ask('evidence.areas', {})]);
  useStore.setState(({edition}) => ({
    state,
    plan: planOf(rows),
    history: state.history,
    areas,
    edition: edition + 1,
  }));
}

function take(change: Change, history: HistoryState): void {
  useStore.setState(({plan, state}) => ({
    plan: applied(plan, change),
    history,
    state: state?.open
      ? {...state, history, open: {...state.open, unsaved: true, name: change.put.place?.[0]?.name ?? state.open.name}}
      : state,
  }));
}

/** Fills the mirror and keeps it true by news, for as long as the page lives. */
export function followEngine(onTrouble: (error: unknown) => void): void {
  const trying = (work: Promise<unknown>) => void work.catch(onTrouble);
  listen((news) => {
    if (news.news === 'changed') take(news.change, news.history);
    else if (
      news.news === 'opened' ||
      news.news === 'closed' ||
      news.news === 'imported' ||
      news.news === 'restarted'
    ) {
      trying(readAll());
    } else if (news.news === 'saved') trying(readState());
  });
  trying(readAll());
}
