import type {Change} from './change.ts';
import {PLAN_TABLES, type PlanTable, type PlanTables} from './tables.ts';

/** The plan's tables as maps from id to row. Never changed in place: `applied` gives a new one. */
export type Plan = {readonly [T in PlanTable]: ReadonlyMap<string, PlanTables[T]>};

/** The plan as lists of rows, as it is sent from engine to screen. */
export type PlanRows = {[T in PlanTable]: PlanTables[T][]};

export function planOf(rows: Partial<PlanRows>): Plan {
  const plan: Record<string, Map<string, unknown>> = {};
  for (const table of PLAN_TABLES) plan[table] = new Map((rows[table] ?? []).map((row) => [row.id, row]));
  return plan as unknown as Plan;
}

export function rowsOf(plan: Plan): PlanRows {
  const rows: Record<string, unknown[]> = {};
  for (const table of PLAN_TABLES) rows[table] = [...plan[table].values()];
  return rows as unknown as PlanRows;
}

/** The plan after the change. Tables it doesn't touch keep their identity, so that screens redraw only what differs. */
export function applied(plan: Plan, change: Change): Plan {
  const next: Record<string, ReadonlyMap<string, unknown>> = {...plan};
  for (const table of PLAN_TABLES) {
    const rows = change.put[table] ?? [];
    const ids = change.remove[table] ?? [];
    if (rows.length === 0 && ids.length === 0) continue;
    const map = new Map<string, unknown>(plan[table]);
    for (const row of rows) map.set(row.id, row);
    for (const id of ids) map.delete(id);
    next[table] = map;
  }
  return next as unknown as Plan;
}

/** The row with this id, or nothing. Callers that need it say in their own words what is missing. */
export function row<T extends PlanTable>(plan: Plan, table: T, id: string): PlanTables[T] | undefined {
  return (plan[table] as ReadonlyMap<string, PlanTables[T]>).get(id);
}
