import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {knownResidents} from './residents.ts';
import {checkCutoff} from './within.ts';

/** A site whose provider is not known is taken to be a provider of its own. */
export const PROVIDER_NOT_KNOWN = -1;

/** People by how many providers they have within the cutoff: choice, and its lack. The three add up to residents. */
export interface Choice {
  residents: number;
  none: number;
  one: number;
  twoOrMore: number;
  areasNotKnown: number;
}

/**
 * How many different providers each area has within the cutoff.
 *
 * Two sites of one provider are one choice. It says nothing about whether either has room or takes new patients. This is
 * the other side of duplication: closing one of two near sites may save money and end choice, so the two are always
 * shown together. O(areas × open sites).
 */
export function providersWithin(
  times: TravelTimes,
  open: Uint8Array,
  provider: Int32Array,
  cutoffSeconds: number,
): Uint16Array {
  const {areas, sites, seconds} = times;
  checkLength('Open', open.length, sites, 'sites');
  checkLength('Provider', provider.length, sites, 'sites');
  checkCutoff(cutoffSeconds);
  const count = new Uint16Array(areas);
  const countedFor = new Int32Array(areas).fill(-1);
  const order = Int32Array.from(provider.keys()).sort((a, b) => provider[a]! - provider[b]! || a - b);
  let round = 0;
  for (let n = 0; n < sites; n++) {
    const site = order[n]!;
    const alone = provider[site] === PROVIDER_NOT_KNOWN;
    if (n > 0 && (alone || provider[site] !== provider[order[n - 1]!])) round++;
    if (!open[site]) continue;
    for (let area = 0, pair = site * areas; area < areas; area++, pair++) {
      const time = seconds[pair]!;
      if (time === UNREACHED || time > cutoffSeconds || countedFor[area] === round) continue;
      countedFor[area] = round;
      count[area]!++;
    }
  }
  return count;
}

/** People with no provider, one, and two or more. */
export function choice(providers: Uint16Array, residents: ArrayLike<number>): Choice {
  checkLength('Residents', residents.length, providers.length, 'areas');
  const {people, total, areasNotKnown} = knownResidents(residents);
  const answer: Choice = {residents: total, none: 0, one: 0, twoOrMore: 0, areasNotKnown};
  for (let area = 0; area < providers.length; area++) {
    const many = providers[area]!;
    answer[many === 0 ? 'none' : many === 1 ? 'one' : 'twoOrMore'] += people[area]!;
  }
  return answer;
}
