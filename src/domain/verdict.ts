/**
 * What a planner says of two sites that look like duplicates: that it is meant so, why, and when to look again. It stands
 * in every option, and whichever of the two is asked about.
 */
export interface Verdict {
  /** `service/site/beside`, the two sites in id order: one row for each pair. */
  id: string;
  service: string;
  site: string;
  beside: string;
  verdict: 'intended';
  reason: string;
  /** The day on which to look at it again, as `2027-04-01`. */
  reviewOn: string;
}

export function verdictId(service: string, one: string, other: string): string {
  return one < other ? `${service}/${one}/${other}` : `${service}/${other}/${one}`;
}
