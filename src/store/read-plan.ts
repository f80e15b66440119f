import type Database from 'better-sqlite3';
import {type Plan, type PlanRows, planOf} from '../domain/plan.ts';
import {PLAN_TABLES} from '../domain/tables.ts';
import {rowForm} from './plan-rows.ts';
import {prepared} from './prepared.ts';

/** The plan's tables, rows in the order in which they were first put there. */
export function readPlan(db: Database.Database): Plan {
  const rows: Record<string, {id: string}[]> = {};
  for (const table of PLAN_TABLES) {
    const form = rowForm(table);
    const columns = form.columns.map((column) => `"${column}"`).join(', ');
    const found = prepared(db, `SELECT ${columns} FROM "${table}" ORDER BY fid`).raw().all() as unknown[][];
    rows[table] = found.map((values) => form.row(values));
  }
  return planOf(rows as Partial<PlanRows>);
}
