import type {AskedQuestion, CallResult} from '../contract.ts';

/** What is wished for, what was found, and what of it the map shows: a part of what is looked at. */
export interface Search {
  wish: SearchWish;
  answer: CallResult<'search.sites'> | null;
  /** The question that the answer is of. */
  asked: AskedQuestion | null;
  tradeoff: Tradeoff | null;
  /** The arrangement that the map shows in place of the option in view. */
  shown: ShownArrangement | null;
}

export type Tradeoff =
  | {what: 'curve'; curve: CallResult<'search.curve'>}
  | {what: 'fair'; curve: CallResult<'search.fair'>}
  | {what: 'stability'; stability: CallResult<'search.stability'>};

/** Sites that a search came to, looked at before anybody adopts them. */
export interface ShownArrangement {
  title: string;
  question: AskedQuestion;
  /** All that would offer the service, and of them what would be new; and those that would stop. */
  sites: readonly string[];
  opens: readonly string[];
  closes: readonly string[];
}

/** A planner’s wish, in the words of the panel; service, mode and minutes are those of the question above. */
export interface SearchWish {
  goal: SearchGoal;
  howMany: number;
  keep: boolean;
  weights: 'residents' | 'most-deprived';
  mustBeOpen: readonly string[];
  mustNotBeUsed: readonly string[];
  /** Wards, districts, neighbourhoods or areas whose residents count twice. */
  priority: readonly string[];
  /** Shares from 0 to 1 that have to be within the minutes; null is no floor. */
  floorAll: number | null;
  floorDeprived: number | null;
  /** Pounds; null is no budget. What a site costs that has no cost of its own. */
  budget: number | null;
  siteCost: number | null;
  among: 'all' | 'candidates';
  /** The next two and the most different answer as well. */
  others: boolean;
}

export type SearchGoal = 'shortest' | 'most-people' | 'everyone' | 'fairest' | 'close';

export const NOTHING_SEARCHED: Search = {
  wish: {
    goal: 'shortest',
    howMany: 1,
    keep: true,
    weights: 'residents',
    mustBeOpen: [],
    mustNotBeUsed: [],
    priority: [],
    floorAll: null,
    floorDeprived: null,
    budget: null,
    siteCost: null,
    among: 'all',
    others: false,
  },
  answer: null,
  asked: null,
  tradeoff: null,
  shown: null,
};
