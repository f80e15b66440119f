import {type Compared, compared, losers} from '../../core/access/compared.ts';
import {UNREACHED} from '../../core/graph/travel-times.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import type {People} from '../people.ts';

/** An area that an option makes worse off: part of every comparison and every export, and never left out. */
export interface LosingArea {
  code: string;
  name: string;
  fifth: string;
  people: number;
  minutesBefore: number | null;
  /** Null where no site can be reached any more. */
  minutesAfter: number | null;
  minutesMore: number | null;
}

export interface Comparison {
  /** The six add up to everyone. */
  people: Compared & {addsUp: boolean};
  byFifth: (Compared & {label: string})[];
  losers: LosingArea[];
}

/** One option against another, with everybody in exactly one of six, and every loser by name. */
export function comparison(
  before: Uint16Array,
  after: Uint16Array,
  people: People,
  counted: Float64Array,
  fifth: Uint8Array,
  total: number,
): Comparison {
  const all = compared(before, after, counted, new Uint8Array(before.length), 1)[0]!;
  const sum =
    all.quicker + all.slower + all.unchanged + all.newlyReachable + all.noLongerReachable + all.neverReachable;
  return {
    people: {...all, addsUp: Math.abs(sum - total) <= 1e-9 * Math.max(1, total)},
    byFifth: compared(before, after, counted, fifth, 6)
      .map((line, at) => ({...line, label: FIFTH_LABEL[at]!, at}))
      .sort((a, b) => (a.at || 6) - (b.at || 6))
      .map(({at: _, ...line}) => line),
    losers: losingAreas(before, after, people, counted, fifth),
  };
}

export function losingAreas(
  before: Uint16Array,
  after: Uint16Array,
  people: People,
  counted: Float64Array,
  fifth: Uint8Array,
): LosingArea[] {
  const minutes = (seconds: number) => (seconds === UNREACHED ? null : seconds / 60);
  return losers(before, after, counted).map(({area, residents, secondsBefore, secondsMore}) => ({
    code: people.codes[area]!,
    name: people.names[area]!,
    fifth: FIFTH_LABEL[fifth[area]!]!,
    people: residents,
    minutesBefore: minutes(secondsBefore),
    minutesAfter: minutes(after[area]!),
    minutesMore: secondsMore === null ? null : secondsMore / 60,
  }));
}
