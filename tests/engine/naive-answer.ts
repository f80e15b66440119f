import type {RandomTown} from './random-town.ts';
import {siteId} from './random-town.ts';

/**
 * The answer counted again, person by person and straight from the rows: no code of the product, no thought of speed.
 * A person is what a row of residents says; everyone of an area goes to the site with the smallest time, the first by id.
 */
export interface Naive {
  /** For each area its time in seconds, or Infinity, and the site, or null. */
  seconds: number[];
  site: (number | null)[];
  counts: Counts;
  byFifth: (Counts & {mean: number | null})[];
  byBand: Counts[];
  mean: number | null;
  median: number | null;
  ninetieth: number | null;
  worst: number | null;
  gapPoints: number | null;
  gapMinutes: number | null;
  /** Residents by site whose closest it is. */
  catchments: Map<string, number>;
}

export interface Counts {
  residents: number;
  served: number;
  beyond: number;
  unreachable: number;
}

interface Person {
  area: number;
  band: number;
  /** 1 to 5; 0 not known. */
  fifth: number;
}

/** One entry for each resident of the town. */
export function everyone({town}: RandomTown): Person[] {
  return town.areas.flatMap(({people, decile}, area) =>
    (people ?? []).flatMap((count, band) =>
      Array.from({length: count}, () => ({area, band, fifth: decile === null ? 0 : Math.floor((decile + 1) / 2)})),
    ),
  );
}

export function naive(of: RandomTown, people: readonly Person[], open: readonly number[], within: number): Naive {
  const inOrder = [...open].sort((a, b) => (siteId(a) < siteId(b) ? -1 : 1));
  const site = of.town.areas.map((_, area) =>
    inOrder.reduce<number | null>((best, each) => {
      const time = of.seconds(area, each);
      return time !== Infinity && (best === null || time < of.seconds(area, best)) ? each : best;
    }, null),
  );
  const seconds = site.map((each, area) => (each === null ? Infinity : of.seconds(area, each)));
  const count = (some: readonly Person[]): Counts => ({
    residents: some.length,
    served: some.filter(({area}) => seconds[area]! <= within * 60).length,
    beyond: some.filter(({area}) => seconds[area]! > within * 60 && seconds[area]! < Infinity).length,
    unreachable: some.filter(({area}) => seconds[area] === Infinity).length,
  });
  const reached = (some: readonly Person[]) =>
    some.flatMap(({area}) => (seconds[area] === Infinity ? [] : [seconds[area]! / 60])).sort((a, b) => a - b);
  const meanOf = (some: readonly Person[]) => {
    const times = reached(some);
    return times.length > 0 ? times.reduce((sum, time) => sum + time, 0) / times.length : null;
  };
  const shareOf = (some: readonly Person[]) => (some.length > 0 ? count(some).served / some.length : null);
  const times = reached(people);
  const deprived = people.filter(({fifth}) => fifth === 1);
  const rest = people.filter(({fifth}) => fifth > 1);
  const difference = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one - other;
  const points = difference(shareOf(rest), shareOf(deprived));
  return {
    seconds,
    site,
    counts: count(people),
    byFifth: [1, 2, 3, 4, 5, 0].map((wanted) => {
      const some = people.filter(({fifth}) => fifth === wanted);
      return {...count(some), mean: meanOf(some)};
    }),
    byBand: [0, 1, 2].map((wanted) => count(people.filter(({band}) => band === wanted))),
    mean: meanOf(people),
    // The first time that at least half, or nine in ten, do not exceed: the ⌈n·q⌉th in order.
    median: times[Math.ceil(times.length / 2) - 1] ?? null,
    ninetieth: times[Math.ceil((times.length * 9) / 10) - 1] ?? null,
    worst: times.at(-1) ?? null,
    gapPoints: points === null ? null : 100 * points,
    gapMinutes: difference(meanOf(deprived), meanOf(rest)),
    catchments: new Map(open.map((each) => [siteId(each), people.filter(({area}) => site[area] === each).length])),
  };
}

/** What changes for people between two arrangements. */
export function changeFor(people: readonly Person[], now: Naive, then: Naive, within: number) {
  const where = (fits: (was: number, is: number, person: Person) => boolean) =>
    people.filter((person) => fits(now.seconds[person.area]!, then.seconds[person.area]!, person)).length;
  const newly = (was: number, is: number) => was > within * 60 && is <= within * 60;
  const reached = (was: number, is: number) => was === Infinity && is < Infinity;
  const saved = (counts: (person: Person) => boolean) =>
    people.reduce((sum, person) => {
      const [was, is] = [now.seconds[person.area]!, then.seconds[person.area]!];
      return was < Infinity && is < was && counts(person) ? sum + (was - is) / 60 : sum;
    }, 0);
  return {
    newlyServed: where(newly),
    newlyServedMostDeprived: where((was, is, {fifth}) => newly(was, is) && fifth === 1),
    newlyReachable: where(reached),
    newlyReachableMostDeprived: where((was, is, {fifth}) => reached(was, is) && fifth === 1),
    noLongerReachable: where((was, is) => was < Infinity && is === Infinity),
    quicker: where((was, is) => is < was && was < Infinity),
    slower: where((was, is) => is > was && is < Infinity),
    unchanged: where((was, is) => is === was),
    saved: saved(() => true),
    savedMostDeprived: saved(({fifth}) => fifth === 1),
  };
}
