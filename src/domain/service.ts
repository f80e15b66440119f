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
  /** What one visit is: “appointment”, “session”, “night”. */
  unit: string;
  /** What sort of service it is; counted when mental and physical health stand together. */
  theme: Theme;
  /** Services that share this word are the same sort of thing when duplicates are looked for. Empty: only itself. */
  alike: string;
  /** A column of the planner's own with users per 1,000 residents by area, in place of one rate everywhere; empty if none. */
  demandColumn: string;
  /** Share of legs by car, and share by non-emergency patient transport (NEPTS); each 0 to 1, together at most 1. */
  shareCar: number;
  shareNepts: number;
  /** Share of users who go to the closest site, 0 to 1. */
  shareUsingNearest: number;
  /** Share of visits made by telephone or online, which make no journey, 0 to 1. */
  shareDigital: number;
  source: string;
  confidence: 'published' | 'derived' | 'assumed';
}

/** `determinant` is one of the nine wider determinants of health: food, alcohol, smoking, exercise, transport and so on. */
export type Theme = 'physical' | 'mental' | 'care' | 'council' | 'community' | 'determinant';

/** A service of which nothing is known but its name: rates that say they are assumed, to be replaced by a planner's own. */
export function newService(id: string, name: string, source: string): Service {
  return {
    id,
    name,
    visitsPerYear: 1,
    usersPer1000: 1000,
    fromAge: 0,
    toAge: 120,
    minutesPerVisit: 20,
    unit: 'visit',
    theme: 'community',
    alike: '',
    demandColumn: '',
    shareCar: 0.7,
    shareNepts: 0,
    shareUsingNearest: 1,
    shareDigital: 0,
    source,
    confidence: 'assumed',
  };
}
