/** What a measure means, and what it does not: shown under “Why this number?” with its formula, beside its terms. */
export interface MeasureMeaning {
  means: string;
  doesNotMean: string;
  /** The sum in a line, as its section has it, with what each letter stands for. */
  formula: string;
  /** Its section of `docs/methods`. */
  method: string;
}

type Row = [key: string, means: string, doesNotMean: string, formula: string, method?: string];

// biome-ignore format: a table reads best with one row a line
const ROWS: readonly Row[] = [
  ['closest', 'Minutes from each area’s centre to the open site that is quickest to reach, averaged over people.', 'Door-to-door time, room at the site, or where people really go.', 'm = least t over open sites; mean = Σ P m ÷ Σ P over those who reach one (t minutes, P people of an area)'],
  ['kth-closest', 'Minutes until people have a choice of so many sites.', 'That any of them has room or takes new patients.', 'the k-th least t over open sites, and none with fewer than k in reach; mean = Σ P t ÷ Σ P (t minutes, P people)'],
  ['within', 'People whose closest open site is within the cutoff; exactly at it is within.', 'That the site has room or is open at that hour.', 'Σ P where m ≤ T ÷ Σ P × 100 (P people of an area, m minutes to its closest open site, T the cutoff)'],
  ['sites-within', 'How many open sites an area can reach within the cutoff.', 'How much they offer, or how many others want the same.', 'open sites with t ≤ T, counted for each area; mean by people (t minutes, T the cutoff)'],
  ['choice', 'People who have two or more different providers within the cutoff.', 'That either takes new patients. It is the other side of duplication.', 'people with two or more different providers at t ≤ T ÷ all people × 100 (t minutes, T the cutoff)'],
  ['opportunities', 'Capacity that an area can reach, the nearer counting more.', 'Capacity for this area alone: everybody else can reach it too.', 'Σ S f(t) over open sites; mean by people (S capacity, f how much a journey of t minutes counts)'],
  ['hours', 'Hours of the week × people in which no open site within the cutoff is open.', 'Appointments, or that buses run at that hour.', 'Σ P × hours of the week in which no open site with t ≤ T is open (P people, t minutes, T the cutoff)'],
  ['2sfca', 'Capacity a person, each site’s shared over everyone within the cutoff.', 'That anyone is turned away, or that there is enough: it has no norm of its own.', 'R = S ÷ Σ P where t ≤ T; A = Σ R where t ≤ T (S capacity and R of a site, P people and A of an area, T the cutoff)'],
  ['e2sfca', 'Capacity a person, each site’s shared over everyone who can come, the nearer counting more on both sides.', 'A number to compare with other methods.', 'R = S ÷ Σ P f; A = Σ R f (S capacity and R of a site, P people and A of an area, f how much the journey counts)'],
  ['m2sfca', 'Capacity used a person: distance leaves some unused, by design.', 'A share of all capacity; it does not add up to it.', 'R = S ÷ Σ P f; A = Σ R f² (S capacity and R of a site, P people and A of an area, f how much the journey counts)'],
  ['3sfca', 'Capacity a person, each person divided over the sites in reach.', 'A better answer for that: the method is disputed.', 'G = f ÷ Σ f over sites; R = S ÷ Σ P G f; A = Σ R G f (S, R of a site, P, A of an area, f how much the journey counts)'],
  ['bfca', 'Shares both ways, so that neither people nor capacity are counted twice.', 'Capacity a person. Compare areas within one answer only.', 'R = S ÷ Σ P (f ÷ Σ f over sites); A = Σ R (f ÷ Σ f over areas) (S, R of a site, P, A of an area, f how much the journey counts)'],
  ['raam', 'Travel and crowding together, once nobody gains by going elsewhere; low is good.', 'A forecast: τ has not been measured for England.', 'people at the site ÷ its capacity (1 = average load) + t ÷ τ, at the site where that is least (t minutes)'],
  ['by-fifth', 'People, how many of them are served, and their minutes, by national fifth of deprivation.', 'The most deprived fifth of this place, or that everyone in such an area is deprived.', 'people of a fifth with m ≤ T ÷ people of the fifth × 100 (m minutes to the closest open site, T the cutoff)'],
  ['gap', 'How much worse the most deprived fifth is served than everyone else; positive is worse.', 'That a gap of 0 is good: all may be served equally badly.', '100 × (share of everyone else served − share of the most deprived fifth served); minutes: mean of the most deprived − mean of the rest'],
  ['concentration', 'Whether the value gathers at the deprived end (below 0) or the other.', 'That 0 is equal: only that it has no tie with deprivation.', 'CI = 2 Σ p (r − ½)(y − μ) ÷ μ (p share of people, r their rank from the most deprived, y value, μ mean)'],
  ['erreygers', 'Whether the value gathers at the deprived end (below 0) or the other, corrected for fixed bounds, so that options compare.', 'Comparable with software that takes its bounds from the data.', 'E = 8 Σ p (r − ½)(y − μ) ÷ (b − a) (p share of people, r their rank from the most deprived, y value, μ mean, a and b fixed bounds)'],
  ['slope', 'A straight line is laid through the value, from the most to the least deprived: the difference between its two ends.', 'Much where the middle is worst off: a line cannot bend.', 'SII = slope of the least squares of y on r with weights p (y mean of a group, r its rank from the most deprived, p its share of people)'],
  ['relative', 'A straight line is laid through the value, from the most to the least deprived: its least deprived end over its most deprived end.', 'A ratio of two real groups of people.', 'RII = (Y₀ + SII) ÷ Y₀ (SII the slope of the least squares of y on r, Y₀ where that line starts, at the most deprived end)'],
  ['gini', 'How unequal the value is, whoever has it; 0 is equal.', 'That the deprived have it worse: it does not know who is deprived.', '1 − 2 × the area under the Lorenz curve: shares of the value against shares of people, the least first'],
  ['theil', 'How unequal the value is, whoever has it, the longest journeys weighing more; 0 is equal.', 'Anything on its own: compare it between options.', 'Σ p (y ÷ μ) ln(y ÷ μ) (p share of people, y value, μ mean)'],
  ['palma', 'The least deprived tenth’s mean over that of the most deprived four tenths.', 'Anything about the half between them.', 'mean of the least deprived tenth ÷ mean of the most deprived four tenths'],
  ['poverty', 'How many travel longer than a line, by how much, and how badly.', 'That the line is right: it is a choice and must be stated.', 'headcount Σ p where s > 0, gap Σ p s, severity Σ p s² (p share of people, s how far past the line, as a share of it)'],
  ['kolm-pollak', 'The time that would be as bad if everyone had it.', 'A time that anybody travels; options compare only with the same κ.', 'x̂ = −(1 ÷ κ) ln Σ p e^(−κ x), κ = ε Σ p x ÷ Σ p x² (p share of people, x minutes, ε aversion to inequality)'],
  ['journeys', 'What a year of journeys would save, in three columns that add up.', 'That people will move, or cash in hand: the value of time is a welfare value.', 'legs = 2 × users × visits; saving = Σ legs × (before − after)', 'journeys-ledger'],
  ['admissions', 'A what-if on your own evidence of how admissions answer to travel, as a range.', 'A finding: Closer never attributes admissions to a building.', 'Σ admissions × (before − after) ÷ before × elasticity, at its low, central and high (before and after in minutes)'],
  ['bundle', 'Trips saved by people who use several services at one site.', 'Integration, or that β has been measured.', 'trips = Σ v − β (Σ v − max v) where two or more services share a site at level 1 or above (v visits a year, β share on one day)'],
  ['togetherness', 'Services alone at their site, and together by stated level of linked care.', 'That sharing an address is working together.', 'services at sites, counted by how many share the site and by the level of linked care that planners state'],
  ['duplicates', 'What a site looks like beside another that the same people can reach.', 'Close it. Room is counted at every site that shares anyone with it.', 'share = people with t ≤ T of both ÷ people with t ≤ T of the site; looked at from the overlap asked for (t minutes, T the cutoff)'],
  ['losses', 'Who would lose cover or travel longer without each site, the others staying open.', 'What two closures together would do.', 'Σ P where t ≤ T to this open site and to no other (P people, t minutes, T the cutoff); minutes more = second closest − closest'],
];

export const MEASURE_MEANINGS: ReadonlyMap<string, MeasureMeaning> = new Map(
  ROWS.map(([key, means, doesNotMean, formula, method]) => [key, {means, doesNotMean, formula, method: method ?? key}]),
);
