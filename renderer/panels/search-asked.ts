import type {AskedQuestion, CallAsked} from '../contract.ts';
import type {SearchWish} from '../state/view.ts';
import {travelAsked} from '../travel.ts';

/** The wish as the engine is asked it. */
export function searchAsked(question: AskedQuestion, wish: SearchWish): CallAsked<'search.sites'> {
  const {service, within, option} = question;
  const {goal, howMany, keep, weights, mustBeOpen, mustNotBeUsed} = wish;
  const problem = (
    {shortest: 'p-median', 'most-people': 'mclp', everyone: 'lscp', fairest: 'p-centre', close: 'p-median'} as const
  )[goal];
  return {
    problem,
    service,
    ...travelAsked(question),
    weights,
    ...(option === undefined ? {} : {option}),
    ...(goal === 'close' ? {close: howMany, among: 'offering' as const} : {keep}),
    ...(goal === 'close' || goal === 'everyone' ? {} : {open: howMany}),
    ...(goal === 'most-people' || goal === 'everyone' ? {within} : {}),
    ...(mustBeOpen.length > 0 ? {fixOpen: [...mustBeOpen]} : {}),
    ...(mustNotBeUsed.length > 0 ? {fixClosed: [...mustNotBeUsed]} : {}),
  };
}
