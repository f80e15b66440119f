import type {AskedQuestion} from './contract.ts';

/** By what, when and for whom the question is asked, as far as it is said: for every other call that rests on travel times. */
export function travelAsked({mode, time, stepFree}: AskedQuestion) {
  return {mode, ...(time !== undefined && {time}), ...(stepFree !== undefined && {stepFree})};
}
