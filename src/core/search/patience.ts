import type {Runner} from './answer.ts';

/** How long a search may go on: until its seconds are over, its gap is small enough, or somebody has had enough. */
export interface Patience {
  runner: Runner;
  goodEnough: () => void;
  /** Another search begins, with as long as the one before. */
  again: () => void;
}

export function patienceOf(clock: () => number, seconds: number, stopped: () => boolean): Patience {
  let good = false;
  let ends = clock() + seconds * 1000;
  return {
    runner: {enough: () => good || stopped() || clock() > ends},
    goodEnough: () => {
      good = true;
    },
    again: () => {
      good = false;
      ends = clock() + seconds * 1000;
    },
  };
}
