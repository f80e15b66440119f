import type {Reply} from './messages.ts';

/** Asks the engine something on the host's own account. */
export type Ask = (name: string, input: unknown) => Promise<Reply>;

/** What a host remembers of the project that is open, to find it again if the engine dies. */
export interface OpenProject {
  name: string;
  fileName: string | null;
}

interface State {
  open: OpenProject | null;
  recent: {token: string; name: string; at: string}[];
  leftOver: {token: string; name: string; at: string}[];
}

async function stateOf(ask: Ask): Promise<State | null> {
  const reply = await ask('project.state', {});
  return reply.ok ? (reply.value as State) : null;
}

/** The project that is open now, if one is. */
export async function openProject(ask: Ask): Promise<OpenProject | null> {
  const open = (await stateOf(ask))?.open;
  return open ? {name: open.name, fileName: open.fileName} : null;
}

/**
 * Opens again what was open when the engine died: its working copy if it holds work that was not saved, else the saved
 * file. If neither opens, nothing is open and the opening view offers both.
 */
export async function reopenProject(ask: Ask, lost: OpenProject): Promise<boolean> {
  const state = await stateOf(ask);
  const newestFirst = [...(state?.leftOver ?? [])].sort((one, other) => (one.at < other.at ? 1 : -1));
  const found = [...newestFirst, ...(state?.recent ?? [])].find(
    ({name}) => name === lost.name || name === lost.fileName,
  );
  return found !== undefined && (await ask('project.reopen', {token: found.token})).ok;
}
