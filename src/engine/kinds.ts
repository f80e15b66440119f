import type {Progress} from '../core/job.ts';
import type {Change} from '../domain/change.ts';
import type {HistoryState} from '../domain/history.ts';
import type {Plan} from '../domain/plan.ts';
import type {Context} from './context.ts';
import type {Fields, Input} from './fields.ts';

/** A job's body: pulled in slices when it computes here, awaited when it waits for compute threads. */
export type JobBody<R> = Generator<Progress, R, void> | AsyncGenerator<Progress, R, void>;

/** A question: answered at once, reads only, gives a JSON value. */
export interface Query<F extends Fields, R> {
  kind: 'query';
  fields: F;
  run: (context: Context, input: Input<F>) => R;
}

/** An edit: a pure function from the plan to a `Change`; written, told and undoable without its own doing. */
export interface ChangeCall<F extends Fields> {
  kind: 'change';
  fields: F;
  run: (plan: Plan, input: Input<F>) => Change;
}

/** A long computation or an import: yields its progress, writes results or evidence once at its end, can be stopped. */
export interface JobCall<F extends Fields, R> {
  kind: 'job';
  fields: F;
  run: (context: Context, input: Input<F>, signal: AbortSignal) => JobBody<R>;
}

export function query<F extends Fields, R>(fields: F, run: Query<F, R>['run']): Query<F, R> {
  return {kind: 'query', fields, run};
}

export function change<F extends Fields>(fields: F, run: ChangeCall<F>['run']): ChangeCall<F> {
  return {kind: 'change', fields, run};
}

export function job<F extends Fields, R>(fields: F, run: JobCall<F, R>['run']): JobCall<F, R> {
  return {kind: 'job', fields, run};
}

/** The engine's own words for every call, read off the list of calls: its input, and what it answers. */
export type InputOf<C> = C extends {fields: infer F extends Fields} ? Input<F> : never;
/** Read off the body alone: a call with fields of its own is no `Query` of just any fields, as its body takes only those. */
export type ResultOf<C> = C extends {kind: 'change'}
  ? {history: HistoryState}
  : C extends {kind: 'query'; run: (...given: never[]) => infer R}
    ? R
    : C extends {kind: 'job'; run: (...given: never[]) => infer B}
      ? B extends JobBody<infer R>
        ? R
        : never
      : never;
