import type {ErrorValue} from '../src/domain/errors.ts';
import {type Listening, Refused} from './bridge.ts';
import {endJob, notify, progressJob, raise, startJob} from './state/work.ts';

/** Anything thrown, as an error the screen knows how to show. */
export function errorOf(thrown: unknown): ErrorValue {
  if (thrown instanceof Refused) return thrown.value;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return {kind: 'cancelled', message: 'Stopped.'};
  return {kind: 'bug', message: thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown)};
}

/** Shows an error by its kind: what a planner can put right in passing is a notice, the rest is a dialog. */
export function showTrouble(thrown: unknown): void {
  const error = errorOf(thrown);
  if (error.kind === 'cancelled') return;
  if (error.kind === 'invalid' || error.kind === 'missing') notify('trouble', error.message);
  else raise({what: 'trouble', error});
}

/** What else there is to say of something attempted. */
interface Besides {
  /** Ends it with what there is so far. */
  keep?: () => void;
  /** Says in its own place what a planner can put right; else it is a notice. */
  refused?: (sentence: string) => void;
}

/** Does something that may take long or fail: with progress, a way to stop it, and its trouble shown. */
export async function attempt<T>(
  label: string,
  doIt: (listening: Listening) => Promise<T>,
  {keep, refused}: Besides = {},
): Promise<T | undefined> {
  const stop = new AbortController();
  const job = startJob(label, () => stop.abort(), keep ?? null);
  try {
    return await doIt({signal: stop.signal, onProgress: (progress) => progressJob(job, progress)});
  } catch (thrown) {
    const {kind, message} = errorOf(thrown);
    if (refused && (kind === 'invalid' || kind === 'missing')) refused(message);
    else showTrouble(thrown);
    return undefined;
  } finally {
    endJob(job);
  }
}
