/** Small areas that a planner looks at as one: a neighbourhood of a health centre, or wards where people are worst off. */
export interface Neighbourhood {
  id: string;
  name: string;
  /** One of those that come first: what is reached there is told apart from everywhere else. */
  priority: 0 | 1;
  note: string;
}

/** The neighbourhood of a small area: one row for each area, so that no area is ever in two. */
export interface Member {
  /** The code of the area. */
  id: string;
  neighbourhood: string;
}
