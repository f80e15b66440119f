import {PlanError} from '../domain/errors.ts';
import type {News} from '../domain/news.ts';
import type {OpenBasemap} from './basemap.ts';
import type {Compute} from './compute.ts';
import type {TravelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** What a call may reach: the open project, the files a person granted, the time, and whoever computes. */
export interface Context {
  /** Where working copies and the list of recent files are kept. */
  readonly folder: string;
  /** The folder of the sample town's files. */
  readonly town: string;
  readonly version: string;
  readonly compute: Compute;
  /** The map file that is open beside the project, once it has been asked for. */
  readonly basemap: {open: OpenBasemap | null};
  readonly now: () => string;
  readonly tell: (news: News) => void;
  /** The path a person picked, by its token. */
  readonly granted: (token: string) => string;
  /** The open project, or nothing. */
  readonly workspace: () => Workspace | null;
  /** Opens, swaps or (with null) closes the project. */
  readonly use: (workspace: Workspace | null) => void;
  /** Measures the travel times that answers are waiting for, after this call, and tells `measured`. */
  readonly measureSoon: (travel: TravelIn) => void;
}

/** The open project. Nearly every call needs one. */
export function opened(context: Context): Workspace {
  const workspace = context.workspace();
  if (!workspace) throw new PlanError('missing', 'No project is open. Open or start one first.');
  return workspace;
}
