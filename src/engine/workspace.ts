import type {Change} from '../domain/change.ts';
import {isEmpty} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {HistoryState} from '../domain/history.ts';
import type {News} from '../domain/news.ts';
import type {Plan} from '../domain/plan.ts';
import {applied} from '../domain/plan.ts';
import {readSources} from '../store/evidence.ts';
import * as history from '../store/history.ts';
import type {ProjectFile} from '../store/project-file.ts';
import {closeProject, isUnsaved} from '../store/project-file.ts';
import {readPlan} from '../store/read-plan.ts';
import {HeldTimes} from './held-times.ts';
import type {People} from './people.ts';
import {peopleOf} from './people.ts';

/** The open project: its file, its plan as it stands, and its evidence joined once and kept until it changes. */
export interface Workspace {
  readonly file: ProjectFile;
  readonly plan: Plan;
  /** A sentence when someone else seems to have the original open. */
  readonly elsewhere: string | null;
  readonly times: HeldTimes;
  people: () => People;
  /** What names the streets in force; null while there are none. */
  streetsKey: () => string | null;
  /** The engine's own measuring failed: the next answer that waits for those times says why, once. */
  keepTrouble: (times: string, trouble: PlanError) => void;
  takeTrouble: (times: string) => PlanError | null;
  /** Writes a change, tells every window, gives what undo and redo would now do. */
  commit: (change: Change) => HistoryState;
  undo: () => HistoryState;
  redo: () => HistoryState;
  historyState: () => HistoryState;
  /** After an import: evidence is read again, and the change that came with it is taken into the plan. */
  imported: () => void;
  close: (keep: boolean) => void;
}

export function workspaceOf(
  file: ProjectFile,
  elsewhere: string | null,
  now: () => string,
  tell: (news: News) => void,
): Workspace {
  let plan = readPlan(file.db);
  let people: People | null = null;
  let streets: string | null | undefined;
  const troubles = new Map<string, PlanError>();

  function changed(change: Change): HistoryState {
    plan = applied(plan, change);
    const state = history.historyState(file.db);
    tell({news: 'changed', change, history: state});
    tell({news: 'saved', unsaved: isUnsaved(file)});
    return state;
  }

  return {
    file,
    elsewhere,
    times: new HeldTimes(),
    get plan() {
      return plan;
    },
    people() {
      people ??= peopleOf(file.db);
      return people;
    },
    streetsKey() {
      if (streets === undefined) {
        const source = readSources(file.db).find((each) => each.kind === 'streets' && !each.replacedBy);
        // The same file with another part of it taken, as when a place is cut out of a county, is another network.
        streets = source ? `${source.fileHash} ${source.rowsTaken}` : null;
      }
      return streets;
    },
    keepTrouble: (times, trouble) => void troubles.set(times, trouble),
    takeTrouble(times) {
      const trouble = troubles.get(times) ?? null;
      troubles.delete(times);
      return trouble;
    },
    commit(change) {
      if (isEmpty(change)) return history.historyState(file.db);
      history.record(file.db, change, now());
      return changed(change);
    },
    undo() {
      const change = history.undo(file.db, now());
      if (!change) throw new PlanError('invalid', 'There is nothing to undo.');
      return changed(change);
    },
    redo() {
      const change = history.redo(file.db, now());
      if (!change) throw new PlanError('invalid', 'There is nothing to redo.');
      return changed(change);
    },
    historyState: () => history.historyState(file.db),
    imported() {
      people = null;
      streets = undefined;
      this.times.clear();
      plan = readPlan(file.db);
      tell({news: 'imported'});
      tell({news: 'saved', unsaved: isUnsaved(file)});
    },
    close: (keep) => closeProject(file, keep),
  };
}
