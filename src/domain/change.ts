import {PLAN_TABLES, type PlanTable, type PlanTables} from './tables.ts';

/** An edit of the plan: rows put (added or replaced) and ids removed, by table. A row appears at most once. */
export interface Change {
  label: string;
  put: {[T in PlanTable]?: PlanTables[T][]};
  remove: {[T in PlanTable]?: string[]};
}

/** A change that puts rows into one table. */
export function put<T extends PlanTable>(label: string, table: T, ...rows: PlanTables[T][]): Change {
  return {label, put: {[table]: rows}, remove: {}};
}

/** A change that removes rows from one table. */
export function remove(label: string, table: PlanTable, ...ids: string[]): Change {
  return {label, put: {}, remove: {[table]: ids}};
}

/** Several changes as one undo step. A row that two of them touch is a mistake, and says so. */
export function together(label: string, ...changes: Change[]): Change {
  const all: Change = {label, put: {}, remove: {}};
  for (const change of changes) {
    for (const table of PLAN_TABLES) {
      const rows = change.put[table];
      if (rows) (all.put as Record<string, unknown[]>)[table] = [...(all.put[table] ?? []), ...rows];
      const ids = change.remove[table];
      if (ids) all.remove[table] = [...(all.remove[table] ?? []), ...ids];
    }
  }
  for (const table of PLAN_TABLES) {
    const ids = [...(all.put[table] ?? []).map((row) => row.id), ...(all.remove[table] ?? [])];
    if (new Set(ids).size !== ids.length) throw new RangeError(`A change touches a row of ${table} twice.`);
  }
  return all;
}

export function isEmpty(change: Change): boolean {
  return PLAN_TABLES.every((table) => !change.put[table]?.length && !change.remove[table]?.length);
}
