import type {AskedQuestion, CallAsked} from '../contract.ts';
import type {AdmissionsWish, DecayWish, MeasureWish} from '../state/measure-wish.ts';
import {travelAsked} from '../travel.ts';
import type {MeasureListed} from './answer.ts';

/** The part of the question above that every measure is asked with. */
function base(question: AskedQuestion) {
  const {service, option, within, times} = question;
  return {
    service,
    ...travelAsked(question),
    within,
    ...(option === undefined ? {} : {option}),
    ...(times === undefined ? {} : {times}),
  };
}

/** The other option, where it is another. */
function opposite({option, against}: AskedQuestion): {against?: string} {
  return against === undefined || against === (option ?? 'as-now') ? {} : {against};
}

/** A measure as the engine is asked it: the question above, and only what this measure has a use for. */
export function measureAsked(
  question: AskedQuestion,
  wish: MeasureWish,
  {takesOf, page}: Pick<MeasureListed, 'takesOf' | 'page'>,
  {decays, shareAvoided}: {decays: boolean; shareAvoided: number},
): CallAsked<'measure.answer'> {
  const key = takesOf ? [wish.measure, wish.of] : [wish.measure];
  return {
    ...base(question),
    measure: wish.measure,
    people: wish.people,
    lens: wish.lens,
    ...opposite(question),
    ...(takesOf && {of: wish.of}),
    ...(wish.by !== '' && {by: wish.by}),
    ...(key.includes('kth-closest') && {k: wish.choice}),
    ...(decays && wish.decay && {decay: decayAsked(wish.decay, question.within)}),
    ...(wish.measure === 'poverty' && wish.line !== null && {line: wish.line}),
    ...((page === 'supply' || wish.everySiteAlike) && {capacity: wish.everySiteAlike ? 'one-each' : 'stated'}),
    ...(wish.measure === 'journeys' && {shareAvoided}),
    ...(wish.measure === 'admissions' && admissionsAsked(wish.admissions)),
    ...(wish.measure === 'bundle' && bundleOf(wish)),
  };
}

/** The form with its numbers; one that ends at the cutoff takes that of the question. */
function decayAsked({form, numbers}: DecayWish, within: number): CallAsked<'measure.answer'>['decay'] {
  return {form, cutoff: within, ...numbers} as CallAsked<'measure.answer'>['decay'];
}

/** What has been said of the range: what has not is left out, and the engine says what it lacks. */
function admissionsAsked({baseline, low, central, high, source}: AdmissionsWish) {
  return {
    ...(baseline !== '' && {baseline}),
    ...(low !== null && {low}),
    ...(central !== null && {central}),
    ...(high !== null && {high}),
    ...(source.trim() !== '' && {source}),
  };
}

function bundleOf({services, sameDayShare, shareOfBoth}: MeasureWish) {
  return {services: [...services], sameDayShare, shareOfBoth};
}

/** How services stand together in the option above, and what those of the bundle save. */
export function togetherAsked(question: AskedQuestion, wish: MeasureWish): CallAsked<'colocation.answer'> {
  const {option, times} = question;
  return {
    ...(option === undefined ? {} : {option}),
    ...opposite(question),
    ...(wish.services.length > 1 && {
      ...bundleOf(wish),
      ...travelAsked(question),
      ...(times === undefined ? {} : {times}),
    }),
  };
}

/** The ledgers of all services, of the option above against the other. */
export function journeysAsked(
  question: AskedQuestion,
  wish: MeasureWish,
  said: {shareAvoided: number; openings: boolean},
): CallAsked<'journeys.all'> {
  const {option, mode, times} = question;
  return {
    ...travelAsked(question),
    lens: wish.lens,
    ...said,
    ...(option === undefined ? {} : {option}),
    ...opposite(question),
    ...(times === undefined ? {} : {times}),
    ...(wish.by !== '' && {by: wish.by}),
    ...(wish.car !== '' && mode === 'drive' && {car: wish.car}),
  };
}

/** The duplicates of the service above, and what closing one site would do if one is named. */
export function duplicationAsked(question: AskedQuestion, without: string | null): CallAsked<'duplication.list'> {
  return {...base(question), most: 1000, ...(without === null ? {} : {without})};
}
