import {basename} from 'node:path';
import type {Job} from '../core/job.ts';
import {CATALOGUE} from '../domain/catalogue.ts';
import {put} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {HistoryState} from '../domain/history.ts';
import type {PlanRows} from '../domain/plan.ts';
import {rowsOf} from '../domain/plan.ts';
import {applyChange} from '../store/apply.ts';
import {readSources} from '../store/evidence.ts';
import {placeLock} from '../store/lock-file.ts';
import type {ProjectFile} from '../store/project-file.ts';
import * as files from '../store/project-file.ts';
import {noteRecent, readRecent} from '../store/recent.ts';
import {startFrom} from '../store/start-from.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {enter, mayLeave} from './enter.ts';
import {townFiles} from './evidence.ts';
import {flag, maybe, text} from './fields.ts';
import {importFiles} from './import-files.ts';
import type {JobBody} from './kinds.ts';
import {change, job, query} from './kinds.ts';
import {workspaceOf} from './workspace.ts';

/** What is open, and what could be. Tokens stand for paths: a screen never sees where a file is. */
export interface ProjectState {
  open: {
    id: string;
    name: string;
    fileName: string | null;
    unsaved: boolean;
    elsewhere: string | null;
    /** What was noticed at opening, one sentence each. */
    notes: readonly string[];
    /** The title of the edition in force, by kind of evidence. */
    evidence: Record<string, string>;
  } | null;
  recent: {token: string; name: string; at: string}[];
  leftOver: {token: string; name: string; at: string}[];
  history: HistoryState;
  version: string;
}

function fresh(context: Context, name: string): ProjectFile {
  const file = files.createProject(context.folder, name, context.now());
  applyChange(file.db, put('Start with the catalogue of services', 'service', ...CATALOGUE));
  return file;
}

function* openPath(context: Context, path: string, discard: boolean): Job<{id: string}> {
  yield {done: 0, of: 1, doing: `Opening ${basename(path)}`};
  const elsewhere = files.openedElsewhere(path);
  const file = files.openProject(context.folder, path, context.now());
  const entered = enter(context, file, {elsewhere, discard});
  noteRecent(context.folder, {path, name: basename(path), at: context.now()});
  return entered;
}

/** Recent and left-over files by a token that stands for the path within this run. */
function tokens(context: Context): Map<string, {path: string; leftOver: boolean; name: string; at: string}> {
  const all = new Map<string, {path: string; leftOver: boolean; name: string; at: string}>();
  readRecent(context.folder).forEach((each, index) => {
    all.set(`recent-${index + 1}`, {...each, leftOver: false});
  });
  files.leftOver(context.folder).forEach((each, index) => {
    all.set(`left-${index + 1}`, {path: each.workingPath, name: each.name, at: each.at, leftOver: true});
  });
  return all;
}

function stateOf(context: Context): ProjectState {
  const workspace = context.workspace();
  const entries = [...tokens(context)].map(([token, {name, at, leftOver}]) => ({token, name, at, leftOver}));
  const shown = (leftOver: boolean) =>
    entries.filter((each) => each.leftOver === leftOver).map(({token, name, at}) => ({token, name, at}));
  const evidence: Record<string, string> = {};
  if (workspace) {
    for (const source of readSources(workspace.file.db)) if (!source.replacedBy) evidence[source.kind] = source.title;
  }
  return {
    open: workspace && {
      id: workspace.file.id,
      name: workspace.plan.place.get('place')?.name ?? 'Unnamed',
      fileName: workspace.file.originalPath && basename(workspace.file.originalPath),
      unsaved: files.isUnsaved(workspace.file),
      elsewhere: workspace.elsewhere,
      notes: workspace.file.notes,
      evidence,
    },
    recent: shown(false),
    leftOver: shown(true),
    history: workspace?.historyState() ?? {undo: null, redo: null},
    version: context.version,
  };
}

const discard = maybe(flag());

export const project = {
  'project.state': query({}, stateOf),

  /** `from`: an evidence pack or any project; its evidence and what is there now come along, what was planned does not. */
  'project.create': job(
    {name: text(80), from: maybe(text(200)), discard},
    function* (context, {name, from, discard = false}): JobBody<{id: string}> {
      mayLeave(context, discard);
      const path = from === undefined ? null : context.granted(from);
      yield {done: 0, of: 1, doing: 'Starting a project'};
      const file = path === null ? fresh(context, name) : startFrom(context.folder, path, name, context.now());
      return enter(context, file, {discard});
    },
  ),

  'project.sample': job({discard}, function* (context, {discard = false}, signal) {
    mayLeave(context, discard);
    const file = fresh(context, 'Sample town');
    // Not entered until it is whole, so that stopping or failing half-way leaves what is open as it was.
    const workspace = workspaceOf(file, null, context.now, () => {});
    let whole = false;
    try {
      yield* importFiles(
        context,
        workspace,
        townFiles(context).map((path) => ({path})),
        undefined,
        signal,
      );
      whole = true;
    } finally {
      if (!whole) workspace.close(false);
    }
    return enter(context, file, {discard});
  }),

  'project.open': job({file: text(200), discard}, function* (context, {file, discard = false}): JobBody<{id: string}> {
    const path = context.granted(file);
    mayLeave(context, discard);
    return yield* openPath(context, path, discard);
  }),

  'project.reopen': job({token: text(40), discard}, function* (context, {token, discard = false}): JobBody<{
    id: string;
  }> {
    const it = tokens(context).get(token);
    if (!it) throw new PlanError('missing', 'That file is no longer in the list. Please pick it with Open.');
    mayLeave(context, discard);
    if (!it.leftOver) return yield* openPath(context, it.path, discard);
    return enter(context, files.recoverProject(context.folder, it.path), {discard, keep: true});
  }),

  'project.save': job({to: maybe(text(200))}, function* (context, {to}): JobBody<{fileName: string}> {
    const {file} = opened(context);
    const path = to === undefined ? file.originalPath : context.granted(to);
    if (path === null) throw new PlanError('invalid', 'This project has no file yet. Choose where to save it.', 'to');
    yield {done: 0, of: 1, doing: `Saving ${basename(path)}`};
    files.saveProject(file, path);
    noteRecent(context.folder, {path, name: basename(path), at: context.now()});
    context.tell({news: 'saved', unsaved: false});
    return {fileName: basename(path)};
  }),

  /** Writes an evidence pack: the project as it was saved, without what was planned in it. The project stays as it is. */
  'project.pack': job({to: text(200)}, function* (context, {to}): JobBody<{fileName: string}> {
    const {file} = opened(context);
    const path = context.granted(to);
    if (file.originalPath === null || files.isUnsaved(file))
      throw new PlanError('invalid', 'Save the project first: a pack is made of what was saved.', 'unsaved');
    yield {done: 0, of: 1, doing: `Packing ${basename(path)}`};
    const pack = startFrom(context.folder, file.originalPath, null, context.now());
    try {
      files.saveProject(pack, path);
    } finally {
      files.closeProject(pack, false);
      // Reading the project’s own file took the notice for colleagues away.
      placeLock(file.originalPath);
    }
    return {fileName: basename(path)};
  }),

  'project.close': job({discard}, function* (context, {discard = false}): JobBody<Record<string, never>> {
    yield {done: 0, of: 1, doing: 'Closing'};
    const workspace = context.workspace();
    mayLeave(context, discard);
    context.use(null);
    workspace?.close(false);
    context.tell({news: 'closed'});
    return {};
  }),

  'project.rename': change({name: text(80)}, (plan, {name}) =>
    put(`Rename the place to ${name}`, 'place', {...plan.place.get('place')!, name}),
  ),

  'plan.read': query({}, (context): PlanRows => rowsOf(opened(context).plan)),
};
