import type {Answer} from '../../engine/answer-shape.ts';
import type {TravelAsked} from '../../engine/travel-asked.ts';
import {TRAVEL, TRAVEL_HELP, travelIn} from './travel-words.ts';
import type {Settings, Words} from './words.ts';

/** What the engine says to a question: its answer, or what is wanting for one. */
export type Scored = {state: 'ready'; answer: Answer} | {state: 'waiting'} | {state: 'needs'; needs: string[]};

export const QUESTION: Settings = {
  service: 'text',
  ...TRAVEL,
  within: 'text',
  option: 'text',
  against: 'text',
  weight: 'text',
  times: 'text',
};
export const QUESTION_HELP = [
  '--service KEY       general-practice, pharmacy, dialysis, …; “closer info” lists them',
  ...TRAVEL_HELP,
  '--within MINUTES    who is within this of an open site counts as served',
  '--option NAME       the arrangement asked about (as now, if not said)',
  '--against NAME      another to compare it with (as now, if not said): everyone who loses is listed',
  '--times FROM        streets (if not said), imported or straight-line',
  '--weight SHARE      0 ranks sites for everyone, 1 for the most deprived fifth alone (0, if not said)',
];

interface Question extends TravelAsked {
  service: string;
  within: number;
  option: string | undefined;
  against: string | undefined;
  weight: number | undefined;
  times: string | undefined;
}

/** The question as it was typed. */
export function questionIn(words: Words): Question {
  return {
    service: words.needed('service'),
    ...travelIn(words),
    within: words.neededNumber('within'),
    option: words.text('option'),
    against: words.text('against'),
    weight: words.number('weight'),
    times: words.text('times'),
  };
}
