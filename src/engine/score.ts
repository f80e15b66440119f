import type {Closest} from '../core/access/closest.ts';
import {NO_SITE} from '../core/access/closest.ts';
import {UNREACHED} from '../core/graph/travel-times.ts';
import {answer} from './answer.ts';
import type {Answer} from './answer-shape.ts';
import {query} from './kinds.ts';
import {orNull} from './people.ts';
import {questionFields} from './question.ts';
import type {NotYet, Standings} from './standings.ts';
import {standings} from './standings.ts';

export type Scored = {state: 'ready'; answer: Answer} | NotYet;

/** Every area’s own line of the answer, as columns in area order. Minutes are null where no site can be reached. */
export interface AreaColumns {
  code: string[];
  name: string[];
  residents: (number | null)[];
  fifth: number[];
  minutes: (number | null)[];
  kilometres: (number | null)[];
  site: (string | null)[];
  status: ('served' | 'beyond' | 'unreachable')[];
  reason: string[];
  minutesAgainst: (number | null)[] | null;
}

export function areaColumns(standing: Standings): AreaColumns {
  const {question, people, measured, now, before} = standing;
  const cutoff = question.within * 60;
  const minutes = (of: Closest) => Array.from(of.seconds, (seconds) => (seconds === UNREACHED ? null : seconds / 60));
  const anyOpen = standing.offering.size > 0;
  const status = Array.from(now.seconds, (seconds) =>
    seconds === UNREACHED ? ('unreachable' as const) : seconds <= cutoff ? ('served' as const) : ('beyond' as const),
  );
  return {
    code: people.codes,
    name: people.names,
    residents: Array.from(people.residents, orNull),
    fifth: [...people.fifth],
    minutes: minutes(now),
    kilometres: Array.from(now.metres, (metres, area) => (now.site[area] === NO_SITE ? null : metres / 1000)),
    site: Array.from(now.site, (site) => (site === NO_SITE ? null : measured.ids[site]!)),
    status,
    reason: status.map((each, area) => {
      if (each === 'served') return '';
      if (each === 'beyond') return `The closest site is more than ${question.within} minutes away`;
      if (!anyOpen) return 'No open site offers the service';
      return measured.reasonOf(area);
    }),
    minutesAgainst: before && minutes(before),
  };
}

export const score = {
  'score.answer': query(questionFields, (context, asked): Scored => {
    const standing = standings(context, asked);
    return 'state' in standing ? standing : {state: 'ready', answer: answer(context, standing)};
  }),
  'score.areas': query(questionFields, (context, asked): AreaColumns | NotYet => {
    const standing = standings(context, asked);
    return 'state' in standing ? standing : areaColumns(standing);
  }),
};
