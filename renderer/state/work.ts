import {create} from 'zustand';
import type {ErrorValue} from '../../src/domain/errors.ts';
import type {Picked} from '../../src/host/messages.ts';
import type {CallResult} from '../contract.ts';

/** What is being done, what went wrong, and what a person is being asked. */
export interface Work {
  jobs: readonly Job[];
  /** Travel times that the engine measures by itself, because an answer waits for them. */
  measuring: {done: number; of: number; doing: string} | null;
  notices: readonly Notice[];
  asking: Asking | null;
}

export interface Job {
  id: number;
  label: string;
  doing: string;
  done: number;
  of: number;
  /** A search’s best answer and bound so far. */
  objective: number | null;
  bound: number | null;
  /** When it began, in milliseconds of the page’s clock. */
  began: number;
  cancel: () => void;
  /** Ends it with what there is so far; null where there is nothing to keep of it. */
  keep: (() => void) | null;
}

/** Stops a job: with what there is so far, if it has come to anything. */
export function stop(job: Job): void {
  if (hasSomething(job)) job.keep!();
  else job.cancel();
}

/** Whether a job that is stopped now leaves an answer: the best so far of a search, what is done of several in a row. */
export function hasSomething({keep, objective, done, of}: Job): boolean {
  return keep !== null && (objective !== null || (of > 1 && done > 0));
}

export interface Notice {
  id: number;
  tone: 'done' | 'trouble';
  sentence: string;
}

export type Inspected = CallResult<'evidence.inspect'>;
export type Imported = CallResult<'evidence.import'>;

/** One dialog at a time. Each carries how it is answered. */
export type Asking =
  | {what: 'files'; title: string; many: boolean; offered: readonly Picked[]; answer: (picked: Picked[]) => void}
  | {what: 'unsaved'; name: string; answer: (choice: 'save' | 'discard' | 'cancel') => void}
  | {
      what: 'text';
      title: string;
      label: string;
      hint: string;
      verb: string;
      value: string;
      /** What to say where nothing is typed; null where that is an answer too. */
      empty: string | null;
      answer: (text: string | null) => void;
    }
  | {what: 'confirm'; title: string; sentence: string; verb: string; answer: (yes: boolean) => void}
  | {what: 'trouble'; error: ErrorValue}
  | {what: 'take'; files: readonly Picked[]; inspected: Inspected}
  | {what: 'taken'; imported: Imported}
  | {what: 'keys'}
  | {what: 'about'};

const useStore = create<Work>(() => ({jobs: [], measuring: null, notices: [], asking: null}));

export function useWork<T>(select: (work: Work) => T): T {
  return useStore(select);
}

export function work(): Work {
  return useStore.getState();
}

const set = useStore.setState;
let lastId = 0;

export function startJob(label: string, cancel: () => void, keep: (() => void) | null): number {
  const id = ++lastId;
  const began = performance.now();
  set(({jobs}) => ({
    jobs: [...jobs, {id, label, doing: label, done: 0, of: 0, objective: null, bound: null, began, cancel, keep}],
  }));
  return id;
}

export interface Told {
  done: number;
  of: number;
  doing: string;
  objective?: number | null;
  bound?: number | null;
}

export function progressJob(id: number, {done, of, doing, objective = null, bound = null}: Told): void {
  const told = {done, of, doing, objective, bound};
  set(({jobs}) => ({jobs: jobs.map((job) => (job.id === id ? {...job, ...told} : job))}));
}

export function endJob(id: number): void {
  set(({jobs}) => ({jobs: jobs.filter((job) => job.id !== id)}));
}

export function setMeasuring(measuring: Work['measuring']): void {
  set({measuring});
}

export function notify(tone: Notice['tone'], sentence: string): void {
  const id = ++lastId;
  set(({notices}) => ({
    notices: [...notices.filter((each) => each.sentence !== sentence), {id, tone, sentence}].slice(-3),
  }));
}

export function dismiss(id: number): void {
  set(({notices}) => ({notices: notices.filter((each) => each.id !== id)}));
}

export function raise(asking: Asking | null): void {
  set({asking});
}

/** Shows a dialog and waits for its answer; the dialog is gone before the answer is acted upon. */
function asked<T>(make: (answer: (value: T) => void) => Asking): Promise<T> {
  return new Promise((resolve) => {
    const asking = make((value) => {
      if (work().asking === asking) raise(null);
      resolve(value);
    });
    raise(asking);
  });
}

export function chooseFrom(wanted: {title: string; many: boolean; offered: readonly Picked[]}): Promise<Picked[]> {
  return asked((answer) => ({what: 'files', title: wanted.title, many: wanted.many, offered: wanted.offered, answer}));
}

export function askUnsaved(name: string): Promise<'save' | 'discard' | 'cancel'> {
  return asked((answer) => ({what: 'unsaved', name, answer}));
}

export function askText(wanted: {
  title: string;
  label: string;
  hint?: string;
  verb: string;
  value?: string;
  empty?: string | null;
}): Promise<string | null> {
  return asked((answer) => ({what: 'text', hint: '', value: '', empty: 'Type a name.', ...wanted, answer}));
}

export function confirm(wanted: {title: string; sentence: string; verb: string}): Promise<boolean> {
  return asked((answer) => ({what: 'confirm', ...wanted, answer}));
}
