import {PlanError} from '../domain/errors.ts';
import type {Plan} from '../domain/plan.ts';
import {row} from '../domain/plan.ts';
import type {PlanTable, PlanTables} from '../domain/tables.ts';

const WORD: Record<PlanTable, string> = {
  place: 'place',
  site: 'site',
  service: 'service',
  option: 'option',
  placement: 'placement',
  closure: 'closure',
  assumption: 'assumption',
  verdict: 'verdict',
  neighbourhood: 'neighbourhood',
  member: 'area of a neighbourhood',
  street_change: 'change of a street',
};

/** The row with this id; where it is gone, a sentence that a person can act on. */
export function found<T extends PlanTable>(plan: Plan, table: T, id: string): PlanTables[T] {
  const it = row(plan, table, id);
  if (it) return it;
  const named = [...plan[table].keys()];
  const hint = named.length > 0 && named.length <= 40 ? ` There are: ${named.join(', ')}.` : '';
  throw new PlanError('missing', `There is no ${WORD[table]} “${id}” in this project.${hint}`, table);
}

/** An id made of a name: lower case, plain letters, digits and hyphens, and none that is taken. */
export function freshId(name: string, taken: {has: (id: string) => boolean}): string {
  const stem =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'unnamed';
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
