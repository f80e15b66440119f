import {checkLength} from '../access/check-length.ts';
import {badAssumptions, type LedgerAssumptions} from './assumptions.ts';
import {column, type LedgerColumn, noSums, put, type Sums} from './ledger-column.ts';
import type {Legs} from './legs.ts';

/** Legs that cannot be put in a column, because one of the two times is missing: counted, never valued. */
export interface OutOfReach {
  areas: number;
  people: number;
  legs: number;
}

/** The ledger of one service in one option against the base. */
export interface Ledger {
  gains: LedgerColumn;
  losses: LedgerColumn;
  unchanged: LedgerColumn;
  /** Summed on its own, not from the three columns. */
  total: LedgerColumn;
  legs: {avoided: number; shortened: number; lengthened: number; same: number};
  newlyReachable: OutOfReach;
  noLongerReachable: OutOfReach;
  neverReachable: OutOfReach;
  users: number;
  areasNotKnown: number;
  /** Gains, losses and unchanged equal the total in every line, and with those out of reach they are all users. */
  addsUp: boolean;
}

/**
 * The journeys ledger: what an option saves a year in journeys of one service, and whom it costs.
 *
 * For each area, legs = 2 × users × visits. A leg that no longer occurs is *avoided* and saves the whole base leg; a leg
 * that still occurs is *shortened* or *lengthened* by base − option. A leg is a gain, a loss or unchanged by its minutes;
 * its kilometres go with it whatever their sign, since the quicker way may be the longer one. Users who do not go to the
 * closest site are unchanged: this ledger does not know where they go. It takes one mode, one time of day, and return
 * journeys from home; it is not a forecast that people will in fact move. O(areas).
 */
export function ledger(base: Legs, option: Legs, users: ArrayLike<number>, assumptions: LedgerAssumptions): Ledger {
  return ledgerByGroup(base, option, users, new Uint16Array(users.length), 1, assumptions)[0]!;
}

/** The same by fifth, ward or any other group of areas, from 0; the groups' ledgers add up to that of everyone. */
export function ledgerByGroup(
  base: Legs,
  option: Legs,
  users: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
  assumptions: LedgerAssumptions,
): Ledger[] {
  const bad = badAssumptions(assumptions)[0];
  if (bad) throw new RangeError(bad.sentence);
  for (const legs of [base, option]) {
    checkLength('Minutes', legs.minutes.length, users.length, 'areas');
    checkLength('Kilometres', legs.kilometres.length, users.length, 'areas');
  }
  checkLength('Group', group.length, users.length, 'areas');
  const books = Array.from({length: groups}, emptyBook);
  for (let area = 0; area < users.length; area++) {
    const book = books[group[area]!];
    if (!book) throw new RangeError(`Area ${area} is in group ${group[area]}, but there are ${groups} groups.`);
    enter(book, base, option, area, users[area]!, assumptions);
  }
  return books.map((book) => closed(book, assumptions));
}

interface Book {
  gains: Sums;
  losses: Sums;
  unchanged: Sums;
  total: Sums;
  /** What was added up, signs aside: the measure of how far rounding may have gone. */
  gross: Sums;
  legs: Ledger['legs'];
  newlyReachable: OutOfReach;
  noLongerReachable: OutOfReach;
  neverReachable: OutOfReach;
  users: number;
  areasNotKnown: number;
}

const nobody = (): OutOfReach => ({areas: 0, people: 0, legs: 0});

function emptyBook(): Book {
  return {
    gains: noSums(),
    losses: noSums(),
    unchanged: noSums(),
    total: noSums(),
    gross: noSums(),
    legs: {avoided: 0, shortened: 0, lengthened: 0, same: 0},
    newlyReachable: nobody(),
    noLongerReachable: nobody(),
    neverReachable: nobody(),
    users: 0,
    areasNotKnown: 0,
  };
}

function enter(book: Book, base: Legs, option: Legs, area: number, users: number, assumed: LedgerAssumptions): void {
  if (Number.isNaN(users)) {
    book.areasNotKnown++;
    return;
  }
  if (!(users >= 0 && users < Infinity)) throw new RangeError(`Area ${area} has ${users} users; a count is 0 or more.`);
  const legs = 2 * users * assumed.visitsPerUser;
  const minutes = base.minutes[area]!;
  const kilometres = base.kilometres[area]!;
  book.users += users;

  // Nobody needs a way to the option's site if every leg of every user is avoided.
  const allAvoided = assumed.shareAvoided === 1 && assumed.shareUsingClosest === 1;
  const reachedNow = Number.isFinite(minutes);
  const reachedThen = allAvoided || Number.isFinite(option.minutes[area]!);
  if (!reachedNow || !reachedThen) {
    const place = reachedNow ? book.noLongerReachable : reachedThen ? book.newlyReachable : book.neverReachable;
    place.areas++;
    place.people += users;
    place.legs += legs;
    return;
  }

  const avoided = assumed.shareUsingClosest * assumed.shareAvoided;
  const moved = assumed.shareUsingClosest - avoided;
  const staying = 1 - assumed.shareUsingClosest;
  const minutesLess = moved > 0 ? minutes - option.minutes[area]! : 0;
  const kilometresLess = moved > 0 ? kilometres - option.kilometres[area]! : 0;

  put(book.gains, users, legs, avoided, minutes, kilometres, true);
  const column = minutesLess > 0 ? book.gains : minutesLess < 0 ? book.losses : book.unchanged;
  put(column, users, legs, moved, minutesLess, kilometresLess, false);
  put(book.unchanged, users, legs, staying, 0, 0, false);

  book.legs.avoided += legs * avoided;
  book.legs[minutesLess > 0 ? 'shortened' : minutesLess < 0 ? 'lengthened' : 'same'] += legs * moved;
  book.legs.same += legs * staying;

  const {total} = book;
  total.people += users;
  total.legs += legs;
  total.legsAvoided += legs * avoided;
  total.minutes += legs * (avoided * minutes + moved * minutesLess);
  total.kilometres += legs * (avoided * kilometres + moved * kilometresLess);
  total.kilometresAvoided += legs * avoided * kilometres;

  const {gross} = book;
  gross.people += users;
  gross.legs += legs;
  gross.legsAvoided += legs * avoided;
  gross.minutes += legs * (avoided * minutes + moved * Math.abs(minutesLess));
  gross.kilometres += legs * (avoided * kilometres + moved * Math.abs(kilometresLess));
}

function closed(book: Book, assumed: LedgerAssumptions): Ledger {
  const {gross, newlyReachable, noLongerReachable, neverReachable, users, areasNotKnown, legs} = book;
  const gains = column(book.gains, assumed);
  const losses = column(book.losses, assumed);
  const unchanged = column(book.unchanged, assumed);
  const total = column(book.total, assumed);
  const size = column(gross, assumed);
  const lines = Object.keys(total) as (keyof LedgerColumn)[];
  const addsUp =
    lines.every((line) => sumTo([gains[line], losses[line], unchanged[line]], total[line], size[line])) &&
    sumTo([total.people, newlyReachable.people, noLongerReachable.people, neverReachable.people], users, users) &&
    sumTo(Object.values(legs), total.legs, total.legs);
  return {
    gains,
    losses,
    unchanged,
    total,
    legs,
    newlyReachable,
    noLongerReachable,
    neverReachable,
    users,
    areasNotKnown,
    addsUp,
  };
}

/** Parts and total were summed in different orders; they may differ by rounding, measured against what was summed. */
function sumTo(parts: readonly number[], total: number, size: number): boolean {
  return Math.abs(parts.reduce((sum, part) => sum + part, 0) - total) <= 1e-9 * Math.max(1, size);
}
