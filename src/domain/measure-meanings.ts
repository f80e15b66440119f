/** What a measure means, and what it does not: shown under “Why this number?”, beside its formula and its terms. */
export interface MeasureMeaning {
  means: string;
  doesNotMean: string;
  /** Its section of `docs/methods`. */
  method: string;
}

type Row = [key: string, means: string, doesNotMean: string, method?: string];

// biome-ignore format: a table reads best with one row a line
const ROWS: readonly Row[] = [
  ['closest', 'Minutes from each area’s centre to the open site that is quickest to reach, averaged over people.', 'Door-to-door time, room at the site, or where people really go.'],
  ['kth-closest', 'Minutes until people have a choice of so many sites.', 'That any of them has room or takes new patients.'],
  ['within', 'People whose closest open site is within the cutoff; exactly at it is within.', 'That the site has room or is open at that hour.'],
  ['sites-within', 'How many open sites an area can reach within the cutoff.', 'How much they offer, or how many others want the same.'],
  ['choice', 'People who have two or more different providers within the cutoff.', 'That either takes new patients. It is the other side of duplication.'],
  ['opportunities', 'Capacity that an area can reach, the nearer counting more.', 'Capacity for this area alone: everybody else can reach it too.'],
  ['hours', 'Hours of the week × people in which no open site within the cutoff is open.', 'Appointments, or that buses run at that hour.'],
  ['2sfca', 'Capacity a person, each site’s shared over everyone within the cutoff.', 'That anyone is turned away, or that there is enough: it has no norm of its own.'],
  ['e2sfca', 'Capacity a person, each site’s shared over everyone who can come, the nearer counting more on both sides.', 'A number to compare with other methods.'],
  ['m2sfca', 'Capacity used a person: distance leaves some unused, by design.', 'A share of all capacity; it does not add up to it.'],
  ['3sfca', 'Capacity a person, each person divided over the sites in reach.', 'A better answer for that: the method is disputed.'],
  ['bfca', 'Shares both ways, so that neither people nor capacity are counted twice.', 'Capacity a person. Compare areas within one answer only.'],
  ['raam', 'Travel and crowding together, once nobody gains by going elsewhere; low is good.', 'A forecast: τ has not been measured for England.'],
  ['by-fifth', 'People, how many of them are served, and their minutes, by national fifth of deprivation.', 'The most deprived fifth of this place, or that everyone in such an area is deprived.'],
  ['gap', 'How much worse the most deprived fifth is served than everyone else; positive is worse.', 'That a gap of 0 is good: all may be served equally badly.'],
  ['concentration', 'Whether the value gathers at the deprived end (below 0) or the other.', 'That 0 is equal: only that it has no tie with deprivation.'],
  ['erreygers', 'Whether the value gathers at the deprived end (below 0) or the other, corrected for fixed bounds, so that options compare.', 'Comparable with software that takes its bounds from the data.'],
  ['slope', 'A straight line is laid through the value, from the most to the least deprived: the difference between its two ends.', 'Much where the middle is worst off: a line cannot bend.'],
  ['relative', 'A straight line is laid through the value, from the most to the least deprived: its least deprived end over its most deprived end.', 'A ratio of two real groups of people.'],
  ['gini', 'How unequal the value is, whoever has it; 0 is equal.', 'That the deprived have it worse: it does not know who is deprived.'],
  ['theil', 'How unequal the value is, whoever has it, the longest journeys weighing more; 0 is equal.', 'Anything on its own: compare it between options.'],
  ['palma', 'The least deprived tenth’s mean over that of the most deprived four tenths.', 'Anything about the half between them.'],
  ['poverty', 'How many travel longer than a line, by how much, and how badly.', 'That the line is right: it is a choice and must be stated.'],
  ['kolm-pollak', 'The time that would be as bad if everyone had it.', 'A time that anybody travels; options compare only with the same κ.'],
  ['journeys', 'What a year of journeys would save, in three columns that add up.', 'That people will move, or cash in hand: the value of time is a welfare value.', 'journeys-ledger'],
  ['admissions', 'A what-if on your own evidence of how admissions answer to travel, as a range.', 'A finding: Closer never attributes admissions to a building.'],
  ['bundle', 'Trips saved by people who use several services at one site.', 'Integration, or that β has been measured.'],
  ['togetherness', 'Services alone at their site, and together by stated level of linked care.', 'That sharing an address is working together.'],
  ['duplicates', 'What a site looks like beside another that the same people can reach.', 'Close it. Room is counted at every site that shares anyone with it.'],
  ['losses', 'Who would lose cover or travel longer without each site, the others staying open.', 'What two closures together would do.'],
];

export const MEASURE_MEANINGS: ReadonlyMap<string, MeasureMeaning> = new Map(
  ROWS.map(([key, means, doesNotMean, method]) => [key, {means, doesNotMean, method: method ?? key}]),
);
