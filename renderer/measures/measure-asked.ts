import type {AskedQuestion, CallAsked} from '../contract.ts';
import type {MeasureWish} from '../state/view.ts';

/** The part of the question above that every measure is asked with. */
function base({service, option, mode, within, times}: AskedQuestion) {
  return {service, mode, within, ...(option === undefined ? {} : {option}), ...(times === undefined ? {} : {times})};
}

/** A measure as the engine is asked it: the question above, and only what this measure has a use for. */
export function measureAsked(
  question: AskedQuestion,
  wish: MeasureWish,
  {takesOf, page}: {takesOf: boolean; page: string},
): CallAsked<'measure.answer'> {
  const key = takesOf ? [wish.measure, wish.of] : [wish.measure];
  return {
    ...base(question),
    measure: wish.measure,
    people: wish.people,
    lens: wish.lens,
    ...(question.against === undefined || question.against === (question.option ?? 'as-now')
      ? {}
      : {against: question.against}),
    ...(takesOf && {of: wish.of}),
    ...(key.includes('kth-closest') && {k: wish.choice}),
    ...(wish.measure === 'poverty' && wish.line !== null && {line: wish.line}),
    ...((page === 'supply' || wish.everySiteAlike) && {capacity: wish.everySiteAlike ? 'one-each' : 'stated'}),
    ...(wish.measure === 'bundle' && {services: [...wish.services]}),
  };
}

/** The duplicates of the service above, and what closing one site would do if one is named. */
export function duplicationAsked(question: AskedQuestion, without: string | null): CallAsked<'duplication.list'> {
  return {...base(question), most: 1000, ...(without === null ? {} : {without})};
}
