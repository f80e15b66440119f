import type {Job} from '../core/job.ts';
import type {EvidenceKind, Source} from '../domain/source.ts';
import {goBack, readSources} from '../store/evidence.ts';
import type {Context} from './context.ts';
import {beyondWhenImported} from './street-cover.ts';
import type {Workspace} from './workspace.ts';

/** The edition that is in force again, and the one that is kept in its place. */
export interface GoneBack {
  inForce: Source;
  kept: Source;
  sentence: string;
}

/** Goes back to the edition before of one kind of evidence. Nothing is changed where that can’t be done. */
export function* goBackTo(context: Context, workspace: Workspace, kind: EvidenceKind): Job<GoneBack> {
  yield {done: 0, of: 0, doing: 'Going back to the edition before'};
  const {db} = workspace.file;
  const now = (): Source | undefined => readSources(db).find((each) => each.kind === kind && !each.replacedBy);
  const was = now();
  goBack(db, kind, context.now());
  workspace.imported();
  const inForce = now()!;
  const beyond = kind === 'streets' || kind === 'boundaries' ? beyondWhenImported(workspace) : null;
  const sentence = `${named(inForce)} is in force again. ${named(was!)} is kept, and going back once more returns to it.`;
  return {inForce, kept: was!, sentence: beyond ? `${sentence} ${beyond}` : sentence};
}

function named({title, edition, fileName}: Source): string {
  return `“${[title, edition].filter((each) => each !== '').join(', ')}” (${fileName})`;
}
