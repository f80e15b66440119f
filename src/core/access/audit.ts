import type {Within} from './within.ts';

/** The audit line of every answer that counts people: do the parts add up to everyone? */
export interface Audit {
  residents: number;
  served: number;
  beyond: number;
  unreachable: number;
  areas: number;
  areasNotKnown: number;
  addsUp: boolean;
}

/** Sums of whole people are exact. Estimates with decimals may differ by rounding: by this share of all, at most. */
const ROUNDING = 1e-9;

/**
 * Checks that served, beyond and unreachable add up to all residents.
 *
 * `residents` must come from elsewhere than the parts, best from the evidence itself (the sum over the census table as
 * imported), so that an area dropped on the way makes the line fail instead of dropping out of both sides. Areas whose
 * residents are not known are no part of either side and are reported beside them.
 */
export function audit(residents: number, parts: Within): Audit {
  const {served, beyond, unreachable, areas, areasNotKnown} = parts;
  const addsUp = sameCount(served + beyond + unreachable, residents);
  return {residents, served, beyond, unreachable, areas, areasNotKnown, addsUp};
}

/** The parts of a grouping as one, so that fifths or age bands can be audited against everyone. */
export function allGroups(groups: readonly Within[]): Within {
  const all: Within = {areas: 0, residents: 0, served: 0, beyond: 0, unreachable: 0, areasNotKnown: 0};
  for (const group of groups) {
    all.areas += group.areas;
    all.residents += group.residents;
    all.served += group.served;
    all.beyond += group.beyond;
    all.unreachable += group.unreachable;
    all.areasNotKnown += group.areasNotKnown;
  }
  return all;
}

/** Two counts of the same people, summed in different orders. */
export function sameCount(one: number, other: number): boolean {
  return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one), Math.abs(other));
}
