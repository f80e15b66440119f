import {readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {hostname, uptime, userInfo} from 'node:os';
import {basename, dirname, join} from 'node:path';

/**
 * A small file beside an opened project that tells colleagues on the same share who has it open. It is a courtesy and
 * never a lock: what protects the project is that saving refuses to replace a file that changed meanwhile.
 */
interface Lock {
  who: string;
  machine: string;
  process: number;
  /** When the process started, where the system tells; so that a later process with the same number isn't taken for it. */
  started: string;
  at: string;
}

/** A lock that another computer left behind this long ago is taken to be forgotten. */
const FORGOTTEN = 7 * 24 * 60 * 60 * 1000;

function lockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.closer-open`);
}

/** A sentence if someone else seems to have this project open, else null. */
export function openedElsewhere(path: string): string | null {
  const lock = readLock(path);
  if (!lock || isOurs(lock) || isStale(lock, path)) return null;
  const where = lock.machine === hostname() ? 'on this computer' : `on ${lock.machine}`;
  return (
    `“${basename(path)}” seems to be open already: ${lock.who} opened it ${where} on ${whenOf(lock.at)}. ` +
    'You can look and work on, but whoever saves second will have to save under another name.'
  );
}

/** In the reader's own time. */
function whenOf(at: string): string {
  const options = {day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit'} as const;
  return new Date(at).toLocaleString('en-GB', options);
}

/** Says that this process has the project open, unless someone else says so already. */
export function placeLock(path: string): void {
  if (openedElsewhere(path) !== null) return;
  const lock: Lock = {
    who: userName(),
    machine: hostname(),
    process: process.pid,
    started: startOf(process.pid),
    at: new Date().toISOString(),
  };
  try {
    writeFileSync(lockPath(path), JSON.stringify(lock));
  } catch (error) {
    // A read-only folder, or a name that leaves no room for ours: then there is no notice, and nothing else is lost.
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
  }
}

/** Takes away our own lock; nobody else's. */
export function liftLock(path: string): void {
  const lock = readLock(path);
  if (!lock || !isOurs(lock)) return;
  try {
    rmSync(lockPath(path), {force: true});
  } catch (error) {
    // The share went away: the lock will be seen as stale, because its process is gone.
    if (typeof (error as {code?: unknown}).code !== 'string') throw error;
  }
}

function readLock(path: string): Lock | null {
  let text: string;
  try {
    const stat = statSync(lockPath(path));
    if (!stat.isFile() || stat.size > 10_000) return null;
    text = readFileSync(lockPath(path), 'utf8');
  } catch (error) {
    if (typeof (error as {code?: unknown}).code === 'string') return null;
    throw error;
  }
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Lock, unknown>> | null;
    const {who, machine, process: id, started, at} = value ?? {};
    if (
      typeof who !== 'string' ||
      typeof machine !== 'string' ||
      typeof at !== 'string' ||
      Number.isNaN(Date.parse(at))
    )
      return null;
    if (!Number.isInteger(id) || (id as number) <= 0 || typeof started !== 'string') return null;
    return {who: who.slice(0, 80), machine: machine.slice(0, 80), process: id as number, started, at};
  } catch {
    // Half-written or not ours: it tells nothing.
    return null;
  }
}

function isOurs(lock: Lock): boolean {
  return lock.machine === hostname() && lock.process === process.pid && lock.started === startOf(process.pid);
}

function isStale(lock: Lock, path: string): boolean {
  const stat = statSync(lockPath(path), {throwIfNoEntry: false});
  if (!stat) return true;
  if (lock.machine !== hostname()) return Date.now() - stat.mtimeMs > FORGOTTEN;
  const booted = Date.now() - uptime() * 1000;
  return stat.mtimeMs < booted || !isRunning(lock.process) || startOf(lock.process) !== lock.started;
}

export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as {code?: string}).code === 'EPERM';
  }
}

/** When a process started, in the system's own count; empty where only Linux would tell. */
function startOf(id: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The second field is the program's name in brackets, which may hold anything; the start is the 20th after it.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (typeof (error as {code?: unknown}).code === 'string') return '';
    throw error;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // An account without a name, as in some containers.
    if (typeof (error as {code?: unknown}).code === 'string') return 'someone';
    throw error;
  }
}
