import {KINDS} from '../../core/search/problem.ts';
import {type Field, flag, type Input, list, maybe, number, oneOf, text} from '../fields.ts';
import {timesField} from '../question.ts';
import {travelFields} from '../travel-asked.ts';

const sitesField = maybe(list(text(80), 5000));

/** Whose share within the minutes a floor is about. */
export const WHOM = ['residents', 'most-deprived', 'priority'] as const;

/** A planner’s sentence: open so many, of these, for those, within this, keeping and never using those. */
export const searchFields = {
  problem: oneOf(...KINDS),
  service: text(80),
  /** Further services that a chosen site holds together with the first. */
  alongside: maybe(list(text(80), 20)),
  option: maybe(text(80)),
  ...travelFields,
  times: maybe(timesField),
  /** Sites open in all; with `keep`, new ones besides those that offer the service now. */
  open: maybe(number(0, 5000)),
  /** Every site that offers the service in the option stays. */
  keep: maybe(flag()),
  /** Instead of `open`: close so many of the sites that offer the service, with least harm. */
  close: maybe(number(1, 5000)),
  /** What may be chosen: every site, those that offer the service, or those that could. */
  among: maybe(oneOf('all', 'offering', 'candidates')),
  measure: maybe(oneOf('minutes', 'kilometres')),
  within: maybe(number(0, 1080)),
  /** residents, most-deprived, ages such as 65+ or 0-4, or a column of the planner’s own. */
  weights: maybe(text(80)),
  deprivedCount: maybe(number(1, 1000)),
  /** Areas that matter more, by code, ward or district, each person counting so many times. */
  priority: maybe(list(text(120), 50_000)),
  priorityCount: maybe(number(1, 1000)),
  fixOpen: sitesField,
  fixClosed: sitesField,
  groups: maybe(list(groupField(), 100)),
  budget: maybe(number(0, 1e12)),
  /** What opening each site would cost, as “site=pounds”; else the site’s own; sites that offer the service now: nothing. */
  costs: maybe(list(text(120), 5000)),
  /** What a site costs that has no cost said and none of its own. */
  siteCost: maybe(number(0, 1e12)),
  /** Pounds that a minute (or kilometre) of one person is worth: then what sites cost is part of what is made least. */
  worth: maybe(number(1e-9, 1e9)),
  capacity: maybe(flag()),
  /** Residents that sites have room for, as “site=residents”; else as their capacity tells. */
  rooms: maybe(list(text(120), 5000)),
  /** Residents a site has room for where neither is known. */
  room: maybe(number(0, 1e9)),
  /** How many times all of that room: 1.1 is a tenth more everywhere. */
  roomTimes: maybe(number(0.001, 1000)),
  /** At least this share of those people within the minutes. */
  floors: maybe(list(floorField(), 10)),
  theta: maybe(number(0, 1)),
  leaveOut: maybe(flag()),
  /** So many of the next best answers besides, each proven in its turn. */
  next: maybe(number(0, 9)),
  /** And the answer that shares fewest sites with the best while at most this share worse. */
  different: maybe(number(0, 1)),
  /** Sites to ask “why not?” of: the best answer with each of them forced open. */
  whyNot: maybe(list(text(80), 20)),
  seconds: maybe(number(0.1, 3600)),
  /** Good enough: stop once the answer is this close to the best possible, as a share. */
  gap: maybe(number(0, 1)),
  seed: maybe(number(0, 2 ** 31)),
};

export type SearchInput = Input<typeof searchFields>;

export interface AskedGroup {
  name: string;
  /** Sites one by one, or all of a kind, a holder or a place: `kind=library`, `tenure=leasehold`, `ward=Oakham`. */
  sites: string[];
  least: number | undefined;
  most: number | undefined;
}

function groupField(): Field<AskedGroup> {
  return {
    parse(value: unknown, at: string) {
      const given = objectIn(value);
      return {
        name: text(80).parse(given.name, `${at}.name`),
        sites: list(text(120), 5000).parse(given.sites, `${at}.sites`),
        least: maybe(number(0, 5000)).parse(given.least, `${at}.least`),
        most: maybe(number(0, 5000)).parse(given.most, `${at}.most`),
      };
    },
  };
}

export interface AskedFloor {
  share: number;
  whom: (typeof WHOM)[number];
  within: number | undefined;
}

function floorField(): Field<AskedFloor> {
  return {
    parse(value: unknown, at: string) {
      const given = objectIn(value);
      return {
        share: number(0, 1).parse(given.share, `${at}.share`),
        whom: maybe(oneOf(...WHOM)).parse(given.whom, `${at}.whom`) ?? 'residents',
        within: maybe(number(0, 1080)).parse(given.within, `${at}.within`),
      };
    },
  };
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
