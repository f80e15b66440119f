import {type TravelTimes, UNREACHED} from '../../src/core/graph/travel-times.ts';

/** A number from 0 up to 1 each time it is called; the same row of numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Town {
  times: TravelTimes;
  open: Uint8Array;
  residents: Float64Array;
  deciles: Uint8Array;
  cutoffSeconds: number;
  random: () => number;
}

/**
 * An invented town with everything that goes wrong in a real one: areas cut off, areas with nobody, areas not counted,
 * deprivation not known, ties in time, no site open. Times are few and round on purpose, so that ties are common.
 */
export function randomTown(seed: number): Town {
  const random = seeded(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const areas = 1 + whole(30);
  const sites = 1 + whole(8);
  const pairs = areas * sites;
  const step = whole(2) ? 60 : 1;
  const longest = 1 + whole(40);
  const cutOff = random() * 0.3;
  const seconds = Uint16Array.from({length: pairs}, () => (random() < cutOff ? UNREACHED : step * whole(longest)));
  const metres = Uint32Array.from({length: pairs}, () => whole(40_000));
  return {
    times: {areas, sites, seconds, metres},
    open: Uint8Array.from({length: sites}, () => (random() < 0.4 ? 1 : 0)),
    residents: Float64Array.from({length: areas}, () => {
      const kind = random();
      return kind < 0.1 ? 0 : kind < 0.15 ? Number.NaN : whole(3000);
    }),
    deciles: Uint8Array.from({length: areas}, () => whole(11)),
    cutoffSeconds: step * whole(longest),
    random,
  };
}

/** Seeds 1 to `count`, so that a failing case can be named and run alone. */
export function seeds(count: number): number[] {
  return Array.from({length: count}, (_, i) => i + 1);
}
