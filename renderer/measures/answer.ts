import type {CallResult} from '../contract.ts';

/** What the engine answers, in its own words. */
export type MeasureReply = CallResult<'measure.answer'>;
export type MeasureAnswer = Extract<MeasureReply, {state: 'ready'}>['answer'];
export type MeasureListed = CallResult<'measures.list'>[number];
export type Duplication = Extract<CallResult<'duplication.list'>, {state: 'ready'}>;
export type Finding = Duplication['lines'][number];
export type WithoutSite = NonNullable<Duplication['without']>;
export type LosingArea = WithoutSite['losers'][number];
export type Together = Extract<CallResult<'colocation.answer'>, {state: 'ready'}>;
export type JourneysAll = Extract<CallResult<'journeys.all'>, {state: 'ready'}>;
export type ServiceLedger = JourneysAll['services'][number];
export type Ledger = ServiceLedger['ledger'];
export type DecayOffered = CallResult<'measures.decays'>[number];
