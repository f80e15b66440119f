/** Something residents travel to: what it is, who uses it, and how often. Keys are plain words with hyphens. */
export interface Service {
  /** The service key: `general-practice`, `dialysis`, … */
  id: string;
  name: string;
  /** Visits a user makes in a year. */
  visitsPerYear: number;
  /** Users per 1,000 residents of the ages named. */
  usersPer1000: number;
  /** Ages the rate applies to, inclusive; `toAge` 120 means "and over". */
  fromAge: number;
  toAge: number;
  minutesPerVisit: number;
  /** Share of legs by car, and share by non-emergency patient transport (NEPTS); each 0 to 1, together at most 1. */
  shareCar: number;
  shareNepts: number;
  /** Share of users who go to the closest site, 0 to 1. */
  shareUsingNearest: number;
  source: string;
  confidence: 'published' | 'derived' | 'assumed';
}
