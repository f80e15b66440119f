import type {Mode, TimeOfDay, Travel} from '../domain/mode.ts';
import {TIMES_OF_DAY, travelOf} from '../domain/mode.ts';
import {flag, maybe, oneOf} from './fields.ts';

/** By what, when and for whom: the fields of every question that rests on travel times. */
export const travelFields = {
  mode: oneOf('drive', 'walk', 'cycle'),
  /** By car: free flow, if not said. */
  time: maybe(oneOf(...TIMES_OF_DAY)),
  /** On foot: without steps, stiles and kissing gates, at the speed of those who need it so. */
  stepFree: maybe(flag()),
};

/** The same as it arrives. */
export interface TravelAsked {
  mode: Mode;
  time?: TimeOfDay | undefined;
  stepFree?: boolean | undefined;
}

/** Travel along the streets as they are in an option. */
export interface TravelIn extends Travel {
  option: string;
}

export function travelIn(asked: TravelAsked, option: string): TravelIn {
  return {...travelOf(asked), option};
}
