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

/** Every area’s own line of the answer in words, for files and scripts, as columns in area order. Minutes are null where no site can be reached. */
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

const NO_SITE_OPEN = 'No open site offers the service';

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
      if (!anyOpen) return NO_SITE_OPEN;
      return measured.reasonOf(area);
    }),
    minutesAgainst: before && minutes(before),
  };
}

/**
 * The same for drawing, compact because it goes over the wire whenever a word of the question changes: columns in area
 * order, little-endian in base 64 since messages are JSON.
 */
export interface AreaTimes {
  state: 'ready';
  areas: number;
  within: number;
  /** 16 bits each: seconds to the closest site, 65,535 where none is reached. */
  seconds: string;
  /** 32 bits each. */
  metres: string;
  /** 32 bits each: a place in `sites`, −1 where none is reached. */
  site: string;
  sites: readonly string[];
  /** 8 bits each: a place in `reasons`, which say why an area is not served; the first is empty. */
  reason: string;
  reasons: string[];
  /** Seconds in the other option, where two are compared. */
  against: string | null;
}

function areaTimes({question, people, measured, now, before, offering}: Standings): AreaTimes {
  const beyond = `The closest site is more than ${question.within} minutes away`;
  const reasons = ['', beyond];
  const reason = Uint8Array.from(now.seconds, (seconds, area) => {
    if (seconds !== UNREACHED) return seconds <= question.within * 60 ? 0 : 1;
    const why = offering.size > 0 ? measured.reasonOf(area) : NO_SITE_OPEN;
    const known = reasons.indexOf(why);
    return known < 0 ? reasons.push(why) - 1 : known;
  });
  return {
    state: 'ready',
    areas: people.codes.length,
    within: question.within,
    seconds: base64(now.seconds),
    metres: base64(now.metres),
    site: base64(now.site),
    sites: measured.ids,
    reason: base64(reason),
    reasons,
    against: before && base64(before.seconds),
  };
}

function base64({buffer, byteOffset, byteLength}: Uint8Array | Uint16Array | Uint32Array | Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
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
  'score.times': query(questionFields, (context, asked): AreaTimes | NotYet => {
    const standing = standings(context, asked);
    return 'state' in standing ? standing : areaTimes(standing);
  }),
};
