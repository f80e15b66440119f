import {checkLength} from '../access/check-length.ts';
import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import {knownResidents} from '../access/residents.ts';
import {UNREACHED} from '../graph/travel-times.ts';

/**
 * People from the most deprived to the least, in groups that are equally deprived, each with its mean value.
 * `share` adds up to 1; `rank` is the middle of the group on the way from 0 to 1.
 */
export interface RankedPeople {
  share: Float64Array;
  rank: Float64Array;
  mean: Float64Array;
  /** How far a group's mean might be off, from the scatter of its areas; `NaN` for a group of one area. */
  standardError: Float64Array;
  areas: Uint32Array;
  people: number;
  /** People who are not in it: without a value (out of reach), and without a known deprivation. */
  peopleWithoutValue: number;
  peopleWithoutDeprivation: number;
}

/** Minutes for the measures of inequality: `NaN` where no site is reached. */
export function minutesOf(seconds: Uint16Array): Float64Array {
  return Float64Array.from(seconds, (time) => (time === UNREACHED ? Number.NaN : time / 60));
}

/**
 * Ranks people by the deprivation of their area, 1 or lowest being the most deprived (as IMD ranks and deciles are).
 *
 * Areas that are equally deprived form one group, so the order in which they happen to stand never matters: with
 * fifths there are five groups, with IMD ranks as many as areas. `NaN` in values or deprivation leaves an area out, and
 * says how many people that was. O(areas × log areas).
 */
export function rankedPeople(
  values: ArrayLike<number>,
  residents: ArrayLike<number>,
  deprivation: ArrayLike<number>,
): RankedPeople | NoAnswer {
  checkLength('Values', values.length, residents.length, 'areas');
  checkLength('Deprivation', deprivation.length, residents.length, 'areas');
  const {people: known} = knownResidents(residents);
  const taking: number[] = [];
  let people = 0;
  let peopleWithoutValue = 0;
  let peopleWithoutDeprivation = 0;
  for (let area = 0; area < known.length; area++) {
    if (known[area] === 0) continue;
    if (Number.isNaN(values[area]!)) peopleWithoutValue += known[area]!;
    else if (Number.isNaN(deprivation[area]!)) peopleWithoutDeprivation += known[area]!;
    else {
      taking.push(area);
      people += known[area]!;
    }
  }
  if (taking.length === 0) return noAnswer(peopleWithoutDeprivation > 0 ? 'no-deprivation' : 'no-residents');
  taking.sort((a, b) => deprivation[a]! - deprivation[b]! || a - b);
  const groups: number[][] = [];
  for (const area of taking) {
    const last = groups.at(-1);
    if (last && deprivation[last[0]!] === deprivation[area]) last.push(area);
    else groups.push([area]);
  }
  const answer: RankedPeople = {
    share: new Float64Array(groups.length),
    rank: new Float64Array(groups.length),
    mean: new Float64Array(groups.length),
    standardError: new Float64Array(groups.length),
    areas: new Uint32Array(groups.length),
    people,
    peopleWithoutValue,
    peopleWithoutDeprivation,
  };
  let before = 0;
  groups.forEach((areas, g) => {
    const here = areas.reduce((sum, area) => sum + known[area]!, 0);
    const mean = areas.reduce((sum, area) => sum + known[area]! * values[area]!, 0) / here;
    const scatter = areas.reduce((sum, area) => sum + (known[area]! * (values[area]! - mean)) ** 2, 0);
    const n = areas.length;
    answer.areas[g] = n;
    answer.share[g] = here / people;
    answer.rank[g] = (before + here / 2) / people;
    answer.mean[g] = mean;
    answer.standardError[g] = n > 1 ? Math.sqrt((scatter * n) / (n - 1)) / here : Number.NaN;
    before += here;
  });
  return answer;
}

/**
 * Local fifths, tenths or other equal parts of the people, from the most deprived (1), for places whose people fill only
 * some of the national ones. An area goes where the middle of its people falls; equally deprived areas stay together;
 * `NaN` where deprivation or residents are not known.
 */
export function localParts(residents: ArrayLike<number>, deprivation: ArrayLike<number>, parts: number): Float64Array {
  const part = new Float64Array(residents.length).fill(Number.NaN);
  const ranked = rankedPeople(new Float64Array(residents.length), residents, deprivation);
  if ('because' in ranked) return part;
  const levels = [...new Set(Array.from(deprivation).filter((_, area) => residents[area]! > 0))]
    .filter((level) => !Number.isNaN(level))
    .sort((a, b) => a - b);
  const partOf = new Map(levels.map((level, g) => [level, Math.min(parts, Math.floor(ranked.rank[g]! * parts) + 1)]));
  for (let area = 0; area < part.length; area++) part[area] = partOf.get(deprivation[area]!) ?? Number.NaN;
  return part;
}

/** The mean value of everyone ranked. */
export function meanOf({share, mean}: RankedPeople): number {
  return share.reduce((sum, p, g) => sum + p * mean[g]!, 0);
}
