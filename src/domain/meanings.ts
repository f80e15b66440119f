/** What a number on the screen means, and what it does not: shown under "Why this number?". */
export interface Meaning {
  key: string;
  title: string;
  means: string;
  doesNotMean: string;
  formula: string;
  /** Its section of `docs/methods.md`. */
  method: string;
}

export const MEANINGS: readonly Meaning[] = [
  {
    key: 'share',
    title: 'Residents within the minutes asked for',
    means:
      'The share of all residents whose closest open site offering the service can be reached within the minutes asked for. Someone exactly at the limit is within it.',
    doesNotMean: 'That the site has room, is open at that hour, or is the one people really use.',
    formula: 'served ÷ residents, where an area’s residents are served when minutes to the closest site ≤ the cutoff',
    method: 'within',
  },
  {
    key: 'audit',
    title: 'The audit line',
    means:
      'Residents served, beyond the cutoff, and unreachable, counted area by area. They must add up to all residents of the place, which are counted separately, straight from the evidence.',
    doesNotMean: 'That the census count is right: only that nobody in it was dropped or counted twice on the way.',
    formula: 'served + beyond + unreachable = residents',
    method: 'audit',
  },
  {
    key: 'most-deprived',
    title: 'The most deprived fifth',
    means:
      'The same share for residents of areas in national deprivation deciles 1 and 2 (Core20), wherever they live in this place.',
    doesNotMean:
      'That everyone in those areas is deprived, or that it is a fifth of the people here: it is the most deprived fifth of England’s areas.',
    formula: 'served in deciles 1 and 2 ÷ residents in deciles 1 and 2',
    method: 'by-fifth',
  },
  {
    key: 'gap',
    title: 'The gap',
    means:
      'How much worse the most deprived fifth is served than everyone else here: percentage points fewer within the cutoff, and minutes more on average. Positive means the most deprived are worse served.',
    doesNotMean: 'A cause, or a measure of need: it compares travel only.',
    formula: 'share within, rest − share within, most deprived; mean minutes, most deprived − mean minutes, rest',
    method: 'gap',
  },
  {
    key: 'minutes',
    title: 'Minutes to the closest site',
    means:
      'Travel time from each area’s centre of population to its closest open site, averaged over residents: the mean, the time half of them are within, the time nine in ten are within, and the longest.',
    doesNotMean: 'Door-to-door time with parking or waiting, or the time to the site people are registered with.',
    formula: 'mean = Σ residents × minutes ÷ Σ residents, over residents who can reach a site',
    method: 'spread',
  },
  {
    key: 'newly-served',
    title: 'People newly served',
    means:
      'Residents who are not within the cutoff of any open site now, and would be if the service opened at this site as well.',
    doesNotMean: 'People who would be seen there, nor what two new sites together would add.',
    formula: 'Σ residents of areas where minutes now > cutoff and minutes to this site ≤ cutoff',
    method: 'rank-candidates',
  },
  {
    key: 'person-minutes',
    title: 'Person-minutes saved',
    means:
      'One-way minutes saved by every resident whose closest site would be this one, if each made the journey once.',
    doesNotMean: 'Minutes a year: the journeys ledger multiplies by how often people really go.',
    formula: 'Σ residents × (minutes now − minutes to this site), over areas this site is closer to',
    method: 'rank-candidates',
  },
  {
    key: 'ledger',
    title: 'The journeys ledger',
    means:
      'What a year of journeys to the service would save if it also opened at this site: legs, minutes, kilometres, carbon, the value of people’s time and the cost of patient transport; gains, losses and unchanged add up to the total.',
    doesNotMean:
      'A forecast that people will move, or cash in hand: the value of time is a welfare value and is never added to cash. A leg that is shorter is not a leg avoided.',
    formula: 'legs = 2 × users × visits a year; saving = Σ legs × (now − then)',
    method: 'journeys-ledger',
  },
];
