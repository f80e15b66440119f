import type {AskedQuestion, CallResult} from '../contract.ts';

/** What is wished for, what was found, and what of it the map shows: a part of what is looked at. */
export interface Search {
  wish: SearchWish;
  answer: CallResult<'search.sites'> | null;
  /** The question and the wish that the answer is of. */
  asked: Searched | null;
  tradeoff: Tradeoff | null;
  /** The arrangement that the map shows in place of the option in view. */
  shown: ShownArrangement | null;
}

/** A search as it was asked, so that it can be asked again. */
export interface Searched {
  question: AskedQuestion;
  wish: SearchWish;
}

export type Tradeoff =
  | {what: 'curve'; curve: CallResult<'search.curve'>}
  | {what: 'fair'; curve: CallResult<'search.fair'>}
  | {what: 'stability'; stability: CallResult<'search.stability'>};

/** Sites that a search came to, looked at before anybody adopts them. */
export interface ShownArrangement extends Searched {
  title: string;
  /** Those chosen, as they would be adopted; and what is known of how good they are. */
  found: readonly {id: string; name: string; isNew: boolean}[];
  proof: string;
  /** All that would offer the service, and of them what would be new; and those that would stop. */
  sites: readonly string[];
  opens: readonly string[];
  closes: readonly string[];
  /** By area code, where room decides who goes where; else everyone goes to the closest. */
  assigned: Readonly<Record<string, string | null>> | null;
}

/** A planner’s wish, in the words of the panel; service, mode and minutes are those of the question above. */
export interface SearchWish {
  goal: SearchGoal;
  howMany: number;
  keep: boolean;
  /** Further services that each chosen site holds as well. */
  alongside: readonly string[];
  /** `residents`, `most-deprived`, ages such as `65+`, or a column of the planner’s own. */
  weights: string;
  deprivedCount: number;
  mustBeOpen: readonly string[];
  mustNotBeUsed: readonly string[];
  among: 'all' | 'candidates';
  groups: readonly GroupLimit[];
  /** Wards, districts, neighbourhoods or areas whose residents count so many times. */
  priority: readonly string[];
  priorityCount: number;
  /** Shares from 0 to 1 that have to be within the minutes; null is no floor. */
  floorAll: number | null;
  floorDeprived: number | null;
  floorPriority: number | null;
  /** Minutes of the floors; null is those of the question. */
  floorWithin: number | null;
  /** Pounds; null is no budget. What a site costs that has no cost of its own. */
  budget: number | null;
  siteCost: number | null;
  /** Pounds that a minute of one person is worth, so that costs count in what is best; null is not at all. */
  worth: number | null;
  /** As many sites as are worth what they cost, in place of a number. */
  asManyAsWorth: boolean;
  /** People go where there is room, not to the closest site. */
  room: boolean;
  /** Residents each site has room for, site by site; and any other of which nothing is known. */
  rooms: Readonly<Record<string, number>>;
  roomElse: number | null;
  /** How many times the room that there is. */
  roomTimes: number;
  /** A second site within the minutes counts too: with so much weight on the first, or in so many sites. */
  backup: boolean;
  theta: number;
  asFewAsWillDo: boolean;
  /** Areas that no site could cover need not be. */
  leaveOut: boolean;
  measure: 'minutes' | 'kilometres';
  /** Looking at each area’s nearest sites first: another way to the same answer. */
  nearestFirst: boolean;
  seconds: number;
  /** The next two and the most different answer as well. */
  others: boolean;
}

/** At least, at most so many of the sites that have something in common. */
export interface GroupLimit {
  by: string;
  name: string;
  least: number | null;
  most: number | null;
}

export type SearchGoal = 'shortest' | 'most-people' | 'everyone' | 'fairest' | 'apart' | 'close';

export const NO_WISH: SearchWish = {
  goal: 'shortest',
  howMany: 1,
  keep: true,
  alongside: [],
  weights: 'residents',
  deprivedCount: 2.5,
  mustBeOpen: [],
  mustNotBeUsed: [],
  among: 'all',
  groups: [],
  priority: [],
  priorityCount: 2,
  floorAll: null,
  floorDeprived: null,
  floorPriority: null,
  floorWithin: null,
  budget: null,
  siteCost: null,
  worth: null,
  asManyAsWorth: false,
  room: false,
  rooms: {},
  roomElse: null,
  roomTimes: 1,
  backup: false,
  theta: 0.5,
  asFewAsWillDo: true,
  leaveOut: false,
  measure: 'minutes',
  nearestFirst: false,
  seconds: 30,
  others: false,
};

export const NOTHING_SEARCHED: Search = {wish: NO_WISH, answer: null, asked: null, tradeoff: null, shown: null};
