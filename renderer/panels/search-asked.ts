import type {AskedQuestion, CallAsked} from '../contract.ts';
import type {SearchWish} from '../state/search-view.ts';

const PROBLEM = {
  shortest: 'p-median',
  'most-people': 'mclp',
  everyone: 'lscp',
  fairest: 'p-centre',
  close: 'p-median',
} as const;

/** How much worse the most different answer may be. */
const TOLERANCE = 0.05;

/** Whether the minutes of the question count for this wish. */
export function isTimed({goal, floorAll, floorDeprived}: SearchWish): boolean {
  return goal === 'most-people' || goal === 'everyone' || floorAll !== null || floorDeprived !== null;
}

/** The wish as the engine is asked it. What it means for people is always told within the question’s minutes. */
export function searchAsked(question: AskedQuestion, wish: SearchWish): CallAsked<'search.sites'> {
  const {against: _against, weight: _weight, ...asked} = question;
  const {goal, howMany, keep, weights, mustBeOpen, mustNotBeUsed, priority, budget, siteCost, among, others} = wish;
  const floors = [
    ...(wish.floorAll === null ? [] : [{share: wish.floorAll, whom: 'residents' as const, within: undefined}]),
    ...(wish.floorDeprived === null
      ? []
      : [{share: wish.floorDeprived, whom: 'most-deprived' as const, within: undefined}]),
  ];
  return {
    ...asked,
    problem: PROBLEM[goal],
    weights,
    ...(goal === 'close' ? {close: howMany, among: 'offering' as const} : {keep}),
    ...(goal !== 'close' && among === 'candidates' ? {among} : {}),
    ...(goal === 'close' || goal === 'everyone' ? {} : {open: howMany}),
    ...(mustBeOpen.length > 0 ? {fixOpen: [...mustBeOpen]} : {}),
    ...(mustNotBeUsed.length > 0 ? {fixClosed: [...mustNotBeUsed]} : {}),
    ...(priority.length > 0 ? {priority: [...priority]} : {}),
    ...(floors.length > 0 ? {floors} : {}),
    ...(budget === null ? {} : {budget, siteCost: siteCost ?? undefined}),
    ...(others ? {next: 2, different: TOLERANCE} : {}),
  };
}
