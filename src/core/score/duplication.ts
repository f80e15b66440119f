import type {Catchments, Overlap} from '../access/overlap.ts';
import type {SamePlace} from './same-place.ts';

/** The thresholds of the detector: a planner's, and shown. */
export interface DuplicationRules {
  /** Least share of a site's people who are also within the other's catchment. */
  overlap: number;
  /** Whether a second provider within the cutoff is a goal here: then it is not called duplication to offer one. */
  choiceIsGoal: boolean;
}

export const DUPLICATION_RULES: DuplicationRules = {overlap: 0.8, choiceIsGoal: false};

/** What is known of each site beyond its catchment, by site index. `NaN` is not known. */
export interface SiteLoads {
  capacity: ArrayLike<number>;
  demand: ArrayLike<number>;
}

/**
 * What the detector says of one site beside another. The order is that of the questions; the first that applies stands.
 * None of them is a decision: a planner may call any of them intended, with a reason.
 */
export type Verdict =
  | 'intended'
  | 'same-place merge'
  | 'not a duplicate'
  | 'needed backup or choice'
  | 'needed for the most deprived'
  | 'no room elsewhere'
  | 'possible duplication'
  | 'possible duplication, room not known';

/** One pair, seen from the site that might go. */
export interface Finding {
  /** The site that might go, and the one beside it. */
  site: number;
  beside: number;
  overlap: Overlap;
  /** Share of the site's people who are also within the other's catchment. */
  share: number;
  samePlace: SamePlace;
  /** People who would lose cover if the site went, and the most deprived share of them and of its catchment. */
  loseCover: number;
  loseCoverMostDeprivedShare: number | null;
  mostDeprivedShare: number | null;
  /** Spare room of all other sites whose catchments share people with this one; `null` if any that matters is not known. */
  spareElsewhere: number | null;
  demand: number | null;
  verdict: Verdict;
}

/**
 * Judges each pair both ways round.
 *
 * - *same-place merge*: one place, different providers. - *needed backup or choice*: overlap enough, but a second
 * provider is a goal. - *needed for the most deprived*: the most deprived are a larger share of those who would lose cover
 * than of the catchment. - *no room elsewhere*: the demand exceeds the spare room of all other sites that share people
 * with it. - *possible duplication*: none of these. `providers` and `places` are asked only for pairs that matter.
 * O(pairs × neighbours of a site).
 */
export function findings(
  catchments: Catchments,
  pairs: readonly Overlap[],
  loads: SiteLoads,
  rules: DuplicationRules,
  sameProvider: (a: number, b: number) => boolean,
  placeOf: (a: number, b: number) => SamePlace,
  isIntended: (a: number, b: number) => boolean,
): Finding[] {
  const place = new Map(Array.from(catchments.sites, (site, n) => [site, n]));
  const neighbours = new Map<number, number[]>();
  for (const {a, b} of pairs) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const spare = new Map<number, number | null>();
  for (const [site, beside] of neighbours) spare.set(site, spareRoom(beside, loads));
  return pairs.flatMap((overlap) =>
    [
      {site: overlap.a, beside: overlap.b, share: overlap.ofA},
      {site: overlap.b, beside: overlap.a, share: overlap.ofB},
    ].map(({site, beside, share}) => {
      const n = place.get(site)!;
      const demand = loads.demand[site]!;
      const facts = {
        site,
        beside,
        overlap,
        share,
        samePlace: placeOf(site, beside),
        loseCover: catchments.onlyHere[n]!,
        loseCoverMostDeprivedShare: shareOf(catchments.onlyHereMostDeprived[n]!, catchments.onlyHere[n]!),
        mostDeprivedShare: shareOf(catchments.mostDeprived[n]!, catchments.people[n]!),
        spareElsewhere: spare.get(site) ?? null,
        demand: Number.isNaN(demand) ? null : demand,
      };
      const provided = sameProvider(site, beside);
      return {...facts, verdict: verdict(facts, rules, provided, isIntended(site, beside))};
    }),
  );
}

function verdict(
  facts: Omit<Finding, 'verdict'>,
  rules: DuplicationRules,
  sameProvider: boolean,
  isIntended: boolean,
): Verdict {
  if (isIntended) return 'intended';
  if (facts.samePlace && !sameProvider) return 'same-place merge';
  if (facts.share < rules.overlap) return 'not a duplicate';
  if (rules.choiceIsGoal && !sameProvider) return 'needed backup or choice';
  const deprivedLosers = facts.loseCoverMostDeprivedShare;
  if (deprivedLosers !== null && deprivedLosers > (facts.mostDeprivedShare ?? 0)) return 'needed for the most deprived';
  if (facts.spareElsewhere === null || facts.demand === null) return 'possible duplication, room not known';
  return facts.demand <= facts.spareElsewhere ? 'possible duplication' : 'no room elsewhere';
}

/** A site over its capacity has no room to give, but takes none from the others either. */
function spareRoom(sites: readonly number[], loads: SiteLoads): number | null {
  let room = 0;
  for (const site of sites) {
    const spare = loads.capacity[site]! - loads.demand[site]!;
    if (Number.isNaN(spare)) return null;
    room += Math.max(0, spare);
  }
  return room;
}

function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** What could go if every possible duplicate did, and what could not since its partner has gone already. */
export interface DuplicationTotals {
  sites: number[];
  people: number;
  squareMetres: number;
  poundsAYear: number;
  sitesWithoutSpace: number;
  sitesWithoutCost: number;
}

/**
 * Totals in people, floor space and pounds, counting a site once and never both of a pair.
 *
 * Two sites that duplicate each other cannot both go, so pairs are taken from the strongest overlap down, and a site that
 * another one leans on stays. It is a list to look at, not a saving: each closure changes the others' findings.
 * `squareMetres` and `poundsAYear` are by site index; `NaN` is not known and is counted apart.
 */
export function duplicationTotals(
  found: readonly Finding[],
  squareMetres: ArrayLike<number>,
  poundsAYear: ArrayLike<number>,
): DuplicationTotals {
  const totals: DuplicationTotals = {
    sites: [],
    people: 0,
    squareMetres: 0,
    poundsAYear: 0,
    sitesWithoutSpace: 0,
    sitesWithoutCost: 0,
  };
  const going = new Set<number>();
  const staying = new Set<number>();
  const candidates = found
    .filter((finding) => finding.verdict.startsWith('possible duplication'))
    .sort((x, y) => y.share - x.share || x.site - y.site || x.beside - y.beside);
  for (const {site, beside, overlap} of candidates) {
    if (going.has(site) || staying.has(site) || going.has(beside)) continue;
    going.add(site);
    staying.add(beside);
    totals.sites.push(site);
    totals.people += overlap.both;
    if (Number.isNaN(squareMetres[site]!)) totals.sitesWithoutSpace++;
    else totals.squareMetres += squareMetres[site]!;
    if (Number.isNaN(poundsAYear[site]!)) totals.sitesWithoutCost++;
    else totals.poundsAYear += poundsAYear[site]!;
  }
  return totals;
}
