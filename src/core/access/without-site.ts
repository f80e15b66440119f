import {type TravelTimes, UNREACHED} from '../graph/travel-times.ts';
import {checkLength} from './check-length.ts';
import {NO_SITE} from './closest.ts';
import {closestFew} from './kth-closest.ts';
import {knownResidents} from './residents.ts';
import {checkCutoff} from './within.ts';

/** What closing one site would cost, the others staying open. Groups are fifths, 0 being "not known". */
export interface Loss {
  site: number;
  /** People whose closest site it is: the only ones whose time can change. */
  people: number;
  /** Of them, people who would have no site at all, and people who would fall beyond the cutoff (or out of reach). */
  cutOff: number;
  noLongerServed: number;
  noLongerServedByFifth: Float64Array;
  /** Extra person-seconds of those who still reach a site, all and by fifth. */
  personSeconds: number;
  personSecondsByFifth: Float64Array;
  /** How much the mean time of everyone who still reaches a site would rise; `null` if nobody would. */
  meanSecondsMore: number | null;
  /** The largest rise of any area where anybody lives, and which; `null` if nobody would travel longer. */
  worstSecondsMore: number | null;
  worstArea: number | null;
}

/**
 * What closing each open site would cost, all sites in one pass.
 *
 * Everyone whose closest site it is goes to their second closest; nobody else changes. It takes no account of room at the
 * site they go to (see the spare test of duplicates), nor of two sites closing together. `meanSecondsMore` compares the
 * same people with and without the site: those who still reach one. Those who would not are counted, not averaged.
 * O(areas × open sites).
 */
export function lossesWithout(
  times: TravelTimes,
  open: Uint8Array,
  residents: ArrayLike<number>,
  fifths: Uint8Array,
  cutoffSeconds: number,
): Loss[] {
  const {areas} = times;
  checkLength('Residents', residents.length, areas, 'areas');
  checkLength('Fifths', fifths.length, areas, 'areas');
  checkCutoff(cutoffSeconds);
  const {people} = knownResidents(residents);
  const few = closestFew(times, open, 2);
  const losses: (Loss | undefined)[] = Array.from(open, (isOpen, site) => (isOpen ? noLoss(site) : undefined));
  let reached = 0;
  for (let area = 0; area < areas; area++) {
    const here = people[area]!;
    if (here === 0 || few.site[area] === NO_SITE) continue;
    const loss = losses[few.site[area]!]!;
    const time = few.seconds[area]!;
    const next = few.seconds[areas + area]!;
    reached += here;
    loss.people += here;
    if (time <= cutoffSeconds && (next === UNREACHED || next > cutoffSeconds)) {
      loss.noLongerServed += here;
      loss.noLongerServedByFifth[fifths[area]!]! += here;
    }
    if (next === UNREACHED) {
      loss.cutOff += here;
      continue;
    }
    const more = next - time;
    loss.personSeconds += here * more;
    loss.personSecondsByFifth[fifths[area]!]! += here * more;
    if (more > (loss.worstSecondsMore ?? 0)) {
      loss.worstSecondsMore = more;
      loss.worstArea = area;
    }
  }
  const answer = losses.filter((loss) => loss !== undefined);
  for (const loss of answer) {
    const still = reached - loss.cutOff;
    loss.meanSecondsMore = still > 0 ? loss.personSeconds / still : null;
  }
  return answer;
}

function noLoss(site: number): Loss {
  return {
    site,
    people: 0,
    cutOff: 0,
    noLongerServed: 0,
    noLongerServedByFifth: new Float64Array(6),
    personSeconds: 0,
    personSecondsByFifth: new Float64Array(6),
    meanSecondsMore: null,
    worstSecondsMore: null,
    worstArea: null,
  };
}
