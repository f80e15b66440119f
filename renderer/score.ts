import {useEffect, useRef} from 'react';
import type {ErrorValue} from '../src/domain/errors.ts';
import {type Answered, useAnswer} from './answers.ts';
import {type AreaTimes, areaTimes} from './area-times.ts';
import type {Answer, AskedQuestion, Journeys, LedgerAnswer, Scored} from './contract.ts';
import {useMirror} from './state/plan.ts';
import {useView} from './state/view.ts';
import {travelAsked} from './travel.ts';

/** Where the answer to a question stands, with the last one that was whole. */
export interface Standing<T> {
  is: 'nothing' | 'needs' | 'waiting' | 'ready' | 'trouble';
  answer: T | null;
  /** False while a newer answer is on its way: what is shown is shown greyed. */
  current: boolean;
  needs: readonly string[];
  error: ErrorValue | null;
}

type NotReady = {state: 'waiting'} | {state: 'needs'; needs: string[]};

/** Keeps the last whole answer while a newer one is on its way, and says where the newer one stands. */
export function useStanding<V extends object, T>(seen: Answered<V | NotReady>, ready: (value: V) => T): Standing<T> {
  const last = useRef<T | null>(null);
  const {value, current, error} = seen;
  const waiting = value !== undefined && 'state' in value && value.state === 'waiting';
  const lacking =
    value !== undefined && 'state' in value && value.state === 'needs' ? (value as {needs: string[]}).needs : null;
  const fresh = value !== undefined && !waiting && !lacking ? ready(value as V) : null;
  useEffect(() => {
    if (fresh !== null) last.current = fresh;
    else if (lacking) last.current = null;
  });
  const answer = fresh ?? (lacking ? null : last.current);
  const is = error ? 'trouble' : lacking ? 'needs' : waiting ? 'waiting' : answer ? 'ready' : 'nothing';
  return {is, answer, current: current && !waiting, needs: lacking ?? [], error};
}

function answerOf(scored: Scored): Answer {
  return (scored as Extract<Scored, {state: 'ready'}>).answer;
}

/** The answer to the question on the screen. */
export function useScore(): Standing<Answer> {
  return useStanding(
    useAnswer(
      'score.answer',
      useView((view) => view.question),
    ),
    answerOf,
  );
}

/** Unpacked once, however many parts of the screen ask. */
const unpacked = new WeakMap<object, AreaTimes>();

function timesOf(sent: Parameters<typeof areaTimes>[0]): AreaTimes {
  const known = unpacked.get(sent) ?? areaTimes(sent);
  unpacked.set(sent, known);
  return known;
}

/** The same answer area by area. */
export function useAreaTimes(): Standing<AreaTimes> {
  return useStanding(
    useAnswer(
      'score.times',
      useView((view) => view.question),
    ),
    (sent) => timesOf(sent as Parameters<typeof areaTimes>[0]),
  );
}

function ledgerOf(journeys: Journeys): LedgerAnswer {
  return (journeys as Extract<Journeys, {state: 'ready'}>).journeys;
}

/** What a year of journeys would save if the service also opened at the selected site; nothing where it is there already. */
export function useLedger(): Standing<LedgerAnswer> {
  const question = useView((view) => view.question);
  const site = useChosenCandidate();
  const shareAvoided = useView((view) => view.shareAvoided);
  const asked = question && site ? {...ledgerQuestion(question, site), shareAvoided} : null;
  return useStanding(useAnswer('journeys.ledger', asked), ledgerOf);
}

export function ledgerQuestion(question: AskedQuestion, site: string) {
  const {service, option} = question;
  return {service, site, ...travelAsked(question), ...(option !== undefined && {option})};
}

/** The candidate that was chosen last, if it is still one that the service could open at. */
export function useChosenCandidate(): string | null {
  const candidate = useView((view) => view.candidate);
  const candidates = useScore().answer?.sites;
  const exists = useMirror(({plan}) => candidate !== null && plan.site.has(candidate));
  return exists && candidates?.some((each) => each.id === candidate) ? candidate : null;
}
