/**
 * Whole seconds and metres of the areas out of the labels of a pass, as `timesToPlace` rounds them: the walks at both ends
 * added, both numbers rounded once, halves up.
 */
import {UNREACHED} from '../travel-times.ts';
import {LANES} from './sweep.ts';
import {DECISECOND} from './weight.ts';

/** The walks between places and their streets. */
export interface Walks {
  deciseconds: Float64Array;
  decimetres: Float64Array;
}

/** What is asked of a pass: for its first `lanes` ends, whose walks are given, times of at most `limitSeconds`. */
export interface Asked {
  lanes: number;
  walks: Walks;
  timeFactor: number;
  limitSeconds: number;
}

/** The areas' times of one lane after the other. Where there is no way within the limit: `UNREACHED` and no metres. */
export interface Taken {
  seconds: Uint16Array;
  metres: Uint32Array;
}

export function take(labels: Float64Array, rowOf: Uint32Array, areas: Walks, asked: Asked, taken: Taken): void {
  const {lanes, walks, timeFactor, limitSeconds} = asked;
  for (let lane = 0; lane < lanes; lane++) {
    const walkDeciseconds = walks.deciseconds[lane]!;
    const walkDecimetres = walks.decimetres[lane]!;
    let out = lane * rowOf.length;
    for (let area = 0; area < rowOf.length; area++, out++) {
      const weight = labels[rowOf[area]! * LANES + lane]!;
      const deciseconds = Math.floor(weight / DECISECOND);
      const seconds = Math.floor((deciseconds * timeFactor + areas.deciseconds[area]! + walkDeciseconds + 5) / 10);
      const isWithin = seconds <= limitSeconds;
      const decimetres = weight - deciseconds * DECISECOND;
      taken.seconds[out] = isWithin ? seconds : UNREACHED;
      taken.metres[out] = isWithin ? Math.floor((decimetres + areas.decimetres[area]! + walkDecimetres + 5) / 10) : 0;
    }
  }
}
