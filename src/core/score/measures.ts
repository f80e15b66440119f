/** A measure that can be asked for by name. */
export interface Measure {
  key: string;
  label: string;
  oneLine: string;
  unit: string;
  /** Its name in the literature, where it has another. */
  literature: string;
  page: 'access' | 'supply' | 'equity' | 'inequality' | 'journeys' | 'together' | 'duplication';
}

type Row = [Measure['page'], key: string, label: string, oneLine: string, unit: string, literature: string];

// biome-ignore format: a table reads best with one row a line
const ROWS: readonly Row[] = [
  ['access', 'closest', 'Time to the closest site', 'Minutes to the open site that is quickest to reach.', 'minutes', 'cost to closest'],
  ['access', 'kth-closest', 'Time to a choice of sites', 'Minutes to the second, third or k-th closest open site.', 'minutes', 'dual access'],
  ['access', 'within', 'People within the cutoff', 'Residents whose closest open site is within the cutoff, by fifth and age.', 'people', 'coverage'],
  ['access', 'sites-within', 'Sites within the cutoff', 'How many open sites each area can reach within the cutoff.', 'sites', 'cumulative opportunities'],
  ['access', 'choice', 'Choice of provider', 'People with two or more providers within the cutoff.', 'people', ''],
  ['access', 'opportunities', 'Capacity in reach', 'Capacity each area can reach, the nearer counting more.', 'capacity', 'gravity; cumulative'],
  ['access', 'hours', 'Opening hours covered', 'Hours of the week in which people have an open site within the cutoff.', 'person-hours a week', ''],
  ['supply', '2sfca', 'Capacity a person', 'Capacity in reach, shared over everyone who can come.', 'capacity a person', '2SFCA (Luo & Wang 2003)'],
  ['supply', 'e2sfca', 'Capacity a person, the nearer counting more', 'Capacity shared over everyone who can come, the nearer counting more.', 'capacity a person', 'E2SFCA (Luo & Qi 2009)'],
  ['supply', 'm2sfca', 'Capacity used a person', 'Capacity shared so that some stays unused where everybody lives far.', 'capacity a person', 'M2SFCA (Delamater 2013)'],
  ['supply', '3sfca', 'Capacity a person, sites competing', 'Capacity shared, each person divided over the sites in reach.', 'capacity a person', '3SFCA (Wan 2012)'],
  ['supply', 'bfca', 'Balanced share of capacity', 'Shares both ways; compare areas within one answer only.', 'share of ratios', 'BFCA (Páez 2019)'],
  ['supply', 'raam', 'Travel and crowding together', 'What a journey costs once nobody gains by going elsewhere.', 'units of average load', 'RAAM (Saxon & Snow 2020)'],
  ['equity', 'by-fifth', 'By fifth of deprivation', 'Residents, served, beyond, unreachable and minutes by national fifth.', 'people, minutes', 'quintile table'],
  ['equity', 'gap', 'The access gap', 'The most deprived fifth against the rest, in points and minutes.', 'points, minutes', ''],
  ['equity', 'concentration', 'Concentration index', 'Whether minutes gather on the deprived (below 0) or not.', '−1 to 1', 'concentration index'],
  ['equity', 'erreygers', 'Corrected concentration index', 'The concentration index with fixed bounds, so that options compare.', '−1 to 1', 'Erreygers 2009'],
  ['equity', 'slope', 'Slope index', 'Minutes between the two ends of the line over deprivation.', 'minutes', 'SII'],
  ['equity', 'relative', 'Relative index', 'The least deprived end of a line over deprivation over its most deprived end.', 'ratio', 'RII'],
  ['inequality', 'gini', 'Gini', 'How unequal minutes are, whoever has them.', '0 to 1', 'Gini'],
  ['inequality', 'theil', 'Theil', 'How unequal minutes are, the longest journeys weighing more.', '0 and more', 'Theil T'],
  ['inequality', 'palma', 'Palma ratio', 'The least deprived tenth over the most deprived four tenths.', 'ratio', 'Palma'],
  ['inequality', 'poverty', 'Beyond the line', 'How many travel longer than a line, by how much, and how badly.', 'shares', 'FGT 0, 1, 2'],
  ['inequality', 'kolm-pollak', 'Equally bad time', 'The time that would be as bad if everyone had it.', 'minutes', 'Kolm-Pollak EDE'],
  ['journeys', 'journeys', 'The journeys ledger', 'Legs, minutes, kilometres, carbon and pounds saved a year, with losers.', 'a year', ''],
  ['journeys', 'admissions', 'Avoided admissions bench', 'A what-if on your own evidence; no answer without a source.', 'admissions a year', ''],
  ['together', 'bundle', 'Combined trips', 'Trips saved by people who use several services at one site.', 'trips a year', ''],
  ['together', 'togetherness', 'Services together', 'Services alone, and together by level of linked care.', 'placements', ''],
  ['duplication', 'duplicates', 'Possible duplicates', 'Pairs of sites whose catchments overlap, judged with room and losers.', 'pairs', 'Jaccard, by people'],
  ['duplication', 'losses', 'If a site closed', 'Who would lose cover or travel longer without each site.', 'people, minutes', ''],
];

/** Every measure, in the order in which they are listed. */
export const MEASURES: readonly Measure[] = ROWS.map(([page, key, label, oneLine, unit, literature]) => ({
  key,
  label,
  oneLine,
  unit,
  literature,
  page,
}));

/** The measure of that key, or `undefined`: what a person typed may be anything. */
export function measureOf(key: string): Measure | undefined {
  return MEASURES.find((measure) => measure.key === key);
}
