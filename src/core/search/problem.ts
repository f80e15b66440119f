/** The questions that can be asked of a set of sites. Their formulas stand in docs/methods/search.md. */
export const KINDS = [
  'p-median',
  'kn-p-median',
  'capacitated-p-median',
  'p-centre',
  'mclp',
  'lscp',
  'lscp-b',
  'bacop1',
  'bacop2',
  'clscp',
  'p-dispersion',
] as const;

export type Kind = (typeof KINDS)[number];

/** At least and at most so many of these sites. */
export interface Group {
  name: string;
  sites: readonly number[];
  least: number;
  most: number;
}

/** At least this share of these people within the cutoff of an open site. People out of reach are in the whole. */
export interface Floor {
  name: string;
  people: Float64Array;
  share: number;
  cutoff: number;
}

/**
 * One question: which sites to open. Everything a planner demands is in it, and every solver, the checker and the
 * exhaustive search read it and nothing else.
 *
 * Costs are site-major: `cost[site * areas + area]`, in whatever is to be kept small (seconds, minutes, metres, weighted
 * or not). A cost of `outOfReach` or more is no way at all; such people are counted, never dropped: in sums they count as
 * `price` each, which is stated with the answer, except where no allowed site reaches them at all: no answer can help
 * them, and they are told apart. Whole numbers stay exact up to 2^53.
 */
export interface SiteProblem {
  kind: Kind;
  areas: number;
  sites: number;
  cost: Float64Array | Uint16Array;
  outOfReach: number;
  /** What one person out of reach counts as, at least the highest real cost. */
  price: number;
  /** People by area: what capacity and floors count. */
  people: Float64Array;
  /** How many times each person of an area counts: the equity form. `null` is once everywhere. */
  priority: Float64Array | null;
  /** How many sites are open in all, the fixed ones among them. `lscp` and `clscp` make it as small as they can. */
  count: {least: number; most: number};
  /** Who is within this of an open site is covered; the covering problems need it. */
  cutoff: number;
  /** BACOP2: the weight of being covered once, 1 − θ that of being covered twice. */
  theta: number;
  /** People each site has room for, or `null`: no limit. */
  capacity: Float64Array | null;
  /** What opening a site adds to a p-median’s objective, or `null`: nothing. */
  opening: Float64Array | null;
  /** From site to site, for p-dispersion: `between[a * sites + b]`. */
  between: Float64Array | null;
  fixedOpen: readonly number[];
  fixedClosed: readonly number[];
  groups: readonly Group[];
  budget: {costs: Float64Array; most: number} | null;
  floors: readonly Floor[];
  /** Whether areas that no allowed site could cover are left out of “everyone must be covered”, and counted. */
  leaveOut: boolean;
}

/** A problem with nothing demanded but its kind and its count; the rest is given over it. */
export function problemOf(
  given: Pick<SiteProblem, 'kind' | 'areas' | 'sites' | 'cost' | 'people'> & Partial<SiteProblem>,
): SiteProblem {
  const outOfReach = given.outOfReach ?? (given.cost instanceof Uint16Array ? 65535 : Infinity);
  return {
    outOfReach,
    price: given.price ?? 10 * largestCost(given.cost, outOfReach),
    priority: null,
    count: {least: 1, most: given.sites},
    cutoff: Infinity,
    theta: 0.5,
    capacity: null,
    opening: null,
    between: null,
    fixedOpen: [],
    fixedClosed: [],
    groups: [],
    budget: null,
    floors: [],
    leaveOut: false,
    ...given,
  };
}

/** The largest real cost, 0 if there is none. */
export function largestCost(cost: ArrayLike<number>, outOfReach: number): number {
  let most = 0;
  for (let pair = 0; pair < cost.length; pair++) {
    const each = cost[pair]!;
    if (each < outOfReach && each > most) most = each;
  }
  return most;
}

/** Whether more of the objective is better. */
export function isMaximised(kind: Kind): boolean {
  return kind === 'mclp' || kind === 'lscp-b' || kind === 'bacop1' || kind === 'bacop2' || kind === 'p-dispersion';
}

/** Whether everyone has to be covered within the cutoff. */
export function coversAll(kind: Kind): boolean {
  return kind === 'lscp' || kind === 'lscp-b' || kind === 'bacop1' || kind === 'clscp';
}

/** Whether each area is given to a site that has room for its people. */
export function hasRooms(kind: Kind): boolean {
  return kind === 'capacitated-p-median' || kind === 'clscp';
}

/** Whether the objective adds up cost to the closest site. */
export function isMedian(kind: Kind): boolean {
  return kind === 'p-median' || kind === 'kn-p-median' || kind === 'capacitated-p-median';
}

/** What each area counts in the objective: its people times its priority; for LSCP-B its priority alone. */
export function weightsOf(problem: SiteProblem): Float64Array {
  const {people, priority, kind, areas} = problem;
  const weights = new Float64Array(areas);
  for (let area = 0; area < areas; area++)
    weights[area] = (kind === 'lscp-b' ? 1 : people[area]!) * (priority ? priority[area]! : 1);
  return weights;
}

/** 1 for each site that may be open. */
export function allowedSites(problem: SiteProblem): Uint8Array {
  const allowed = new Uint8Array(problem.sites).fill(1);
  for (const site of problem.fixedClosed) allowed[site] = 0;
  return allowed;
}

/** What is wrong with a question before anything is computed: one sentence, or `null`. */
export function refusalOf(problem: SiteProblem): string | null {
  const {sites, areas, count, kind, fixedOpen, fixedClosed} = problem;
  if (sites === 0) return 'There are no sites to choose from. Add sites first.';
  if (areas === 0) return 'There are no areas to serve. Import boundaries first.';
  if (count.most < 1) return 'No site at all is to be open. Ask for at least one.';
  const allowed = sites - new Set(fixedClosed).size;
  if (allowed === 0) return 'Every site is fixed closed. Leave at least one that may be open.';
  if (count.least > allowed)
    return `${count.least} sites are to be open, and there ${allowed === 1 ? 'is' : 'are'} only ${allowed} to choose from${allowed < sites ? ` (${sites - allowed} of ${sites} are fixed closed)` : ''}. Ask for ${allowed} or fewer.`;
  const both = fixedOpen.find((site) => fixedClosed.includes(site));
  if (both !== undefined) return `Site ${both + 1} is fixed open and fixed closed. Choose one.`;
  if (hasRooms(kind) && !problem.capacity) return 'This question needs the room of each site. Give sites a capacity.';
  if (!hasRooms(kind) && problem.capacity)
    return 'Only the capacitated questions look at room. Ask for the capacitated p-median or clscp, or leave capacity out.';
  if (kind === 'p-dispersion' && count.least < 2) return 'How far sites are apart needs at least two of them.';
  if (kind === 'p-dispersion' && !problem.between) return 'This question needs the distance from site to site.';
  return null;
}
