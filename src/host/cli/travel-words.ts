import {TIMES_OF_DAY} from '../../domain/mode.ts';
import type {TravelAsked} from '../../engine/travel-asked.ts';
import type {Settings, Words} from './words.ts';

/** How a command is told by what people travel, when, and whether without steps. */
export const TRAVEL: Settings = {mode: 'text', time: 'text', 'step-free': 'flag'};

export const TRAVEL_HELP = [
  '--mode MODE         drive, walk or cycle',
  `--time WHEN         by car: ${TIMES_OF_DAY.join(', ')} (free-flow, if not said)`,
  '--step-free         on foot: without steps, stiles and kissing gates',
];

export function travelIn(words: Words): TravelAsked {
  const time = words.text('time') === undefined ? undefined : words.choice('time', ...TIMES_OF_DAY);
  return {
    mode: words.choice('mode', 'drive', 'walk', 'cycle'),
    ...(time !== undefined && {time}),
    ...(words.flag('step-free') && {stepFree: true}),
  };
}

/** The travel times that a question rests on: in its option, and in the one that it is held against. */
export function measuringFor(asked: TravelAsked & {option?: string | undefined; against?: string | undefined}) {
  const {mode, time, stepFree, option, against} = asked;
  const travel = {mode, time, stepFree};
  return [{...travel, option}, ...(against === option ? [] : [{...travel, option: against}])];
}
