import {rolesOf} from '../core/read/mapping.ts';
import type {EvidenceMapping} from '../core/read/read-evidence.ts';
import type {EvidenceKind as KindRead} from '../core/read/reading.ts';
import {PlanError} from '../domain/errors.ts';
import type {EvidenceKind} from '../domain/source.ts';

/**
 * Columns as a planner says them, “heading=part”, as a mapping. A list of sites that gives postcodes and no coordinates is
 * one to be placed by the project’s postcodes.
 */
export function mappingOf(as: EvidenceKind | undefined, said: readonly string[]): EvidenceMapping {
  if (as === undefined)
    throw new PlanError('invalid', 'Say what the file holds (“as”) together with its columns.', 'as');
  const columns = said.map((each) => {
    const cut = each.lastIndexOf('=');
    const [heading, role] = [each.slice(0, Math.max(0, cut)).trim(), each.slice(cut + 1).trim()];
    if (cut < 1 || heading === '' || role === '')
      throw new PlanError('invalid', `“${each}” is not “heading=part”.`, 'columns');
    return {heading, role};
  });
  const placed = columns.some(({role}) => ['longitude', 'latitude', 'easting', 'northing'].includes(role));
  const kind: KindRead =
    as === 'columns' ? 'measures' : as === 'sites' && !placed ? 'unplaced-sites' : (as satisfies KindRead);
  const roles = rolesOf(kind);
  return {
    kind,
    columns: columns.map(({heading, role}) => {
      const known = roles.find((each) => each === role);
      if (!known)
        throw new PlanError(
          'invalid',
          `“${role}” is no part that a column of ${as} can play. It can be: ${roles.join(', ')}.`,
          'columns',
        );
      return {heading, role: known};
    }),
  };
}
