/** The engine's words for calls and answers, as the screen uses them: read off the list of calls, never declared again. */
import type {Api} from '../src/engine/api.ts';
import type {InputOf, ResultOf} from '../src/engine/kinds.ts';

export type CallName = keyof Api & string;
export type CallInput<N extends CallName> = InputOf<Api[N]>;
export type CallResult<N extends CallName> = ResultOf<Api[N]>;

/** Fields that a caller may leave out are those that may be undefined. */
type Loose<T> = {[K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};
export type CallAsked<N extends CallName> = Loose<CallInput<N>>;

export type ProjectState = CallResult<'project.state'>;
export type AskedQuestion = CallAsked<'score.answer'>;
export type Scored = CallResult<'score.answer'>;
export type Answer = Extract<Scored, {state: 'ready'}>['answer'];
export type RankedSite = Answer['sites'][number];
export type Journeys = CallResult<'journeys.ledger'>;
export type LedgerAnswer = Extract<Journeys, {state: 'ready'}>['journeys'];
export type AreaLine = CallResult<'evidence.areas'>[number];
export type FigureRow = CallResult<'assumptions.list'>[number];
