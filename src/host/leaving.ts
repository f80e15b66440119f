import type {Picked, Reply} from './messages.ts';
import type {Ask} from './open-project.ts';

/** What a person is asked when they leave with changes that are not saved: the host's dialogs. */
export interface LeavingDialogs {
  whatToDo: (projectName: string) => Promise<'save' | 'discard' | 'stay'>;
  whereTo: (fileName: string) => Promise<Picked | null>;
  complain: (sentence: string) => void;
}

/** An engine that says nothing for so long is not asked further: unsaved work stays in its working copy. */
const SILENCE_MS = 5000;

interface Open {
  name: string;
  fileName: string | null;
  unsaved: boolean;
}

/** May the window close? The project is saved, or its changes are thrown away on purpose, or the person stays. */
export async function mayLeave(ask: Ask, dialogs: LeavingDialogs): Promise<boolean> {
  const open = await openNow(ask);
  if (!open) return true;
  if (!open.unsaved) return done(await ask('project.close', {}), dialogs);
  const wish = await dialogs.whatToDo(open.name);
  if (wish === 'stay') return false;
  if (wish === 'save' && !(await saved(ask, dialogs, open))) return false;
  return done(await ask('project.close', {discard: wish === 'discard'}), dialogs);
}

async function openNow(ask: Ask): Promise<Open | null> {
  const silence = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), SILENCE_MS).unref();
  });
  const reply = await Promise.race([ask('project.state', {}), silence]);
  return reply?.ok ? (reply.value as {open: Open | null}).open : null;
}

async function saved(ask: Ask, dialogs: LeavingDialogs, {name, fileName}: Open): Promise<boolean> {
  if (fileName !== null) return done(await ask('project.save', {}), dialogs);
  const picked = await dialogs.whereTo(`${name.replace(/[\\/:*?"<>|]/g, ' ')}.gpkg`);
  return picked !== null && done(await ask('project.save', {to: picked.grant}), dialogs);
}

function done(reply: Reply, {complain}: LeavingDialogs): boolean {
  if (!reply.ok) complain(reply.error.message);
  return reply.ok;
}
