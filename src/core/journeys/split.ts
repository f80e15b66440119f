import {checkLength} from '../access/check-length.ts';
import type {Ledger, OutOfReach} from './ledger.ts';
import type {LedgerColumn} from './ledger-column.ts';

/**
 * People of each area divided in two by a share: with a car and without, going to the closest site and not.
 *
 * This is how a mode mix is made: those with a car travel by the driving times, the others by walking or public
 * transport, each in a ledger of its own, and `addLedgers` puts them together. Car availability is by household, so it
 * overstates who can drive on a weekday. A share that is not known (`NaN`) leaves that area's people not known in both.
 */
export function split(
  people: ArrayLike<number>,
  share: ArrayLike<number>,
): {first: Float64Array; second: Float64Array} {
  checkLength('Share', share.length, people.length, 'areas');
  const first = new Float64Array(people.length);
  const second = new Float64Array(people.length);
  for (let area = 0; area < people.length; area++) {
    const part = share[area]!;
    if (part < 0 || part > 1) throw new RangeError(`Area ${area} has a share of ${part}; a share is from 0 to 1.`);
    first[area] = people[area]! * part;
    second[area] = people[area]! * (1 - part);
  }
  return {first, second};
}

/**
 * Ledgers of different people added up: modes, services, groups of areas. Adding ledgers of the *same* people counts
 * them twice. `areas` and `areasNotKnown` count an area once for every ledger it is in.
 */
export function addLedgers(one: Ledger, other: Ledger): Ledger {
  return {
    gains: added<LedgerColumn>(one.gains, other.gains),
    losses: added<LedgerColumn>(one.losses, other.losses),
    unchanged: added<LedgerColumn>(one.unchanged, other.unchanged),
    total: added<LedgerColumn>(one.total, other.total),
    legs: added<Ledger['legs']>(one.legs, other.legs),
    newlyReachable: added<OutOfReach>(one.newlyReachable, other.newlyReachable),
    noLongerReachable: added<OutOfReach>(one.noLongerReachable, other.noLongerReachable),
    neverReachable: added<OutOfReach>(one.neverReachable, other.neverReachable),
    users: one.users + other.users,
    areasNotKnown: one.areasNotKnown + other.areasNotKnown,
    addsUp: one.addsUp && other.addsUp,
  };
}

function added<T extends {[K in keyof T]: number}>(one: T, other: T): T {
  return Object.fromEntries(Object.keys(one).map((key) => [key, one[key as keyof T] + other[key as keyof T]])) as T;
}
