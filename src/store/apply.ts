import type Database from 'better-sqlite3';
import type {Change} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {PLAN_TABLES, type PlanTable} from '../domain/tables.ts';
import {rowForm} from './plan-rows.ts';
import {prepared} from './prepared.ts';
import {transaction} from './transaction.ts';

/** What is prepared for each table: the SQL is made once, from its columns. */
const FORMS = new Map(PLAN_TABLES.map((table) => [table, formOf(table)]));

function formOf(table: PlanTable) {
  const form = rowForm(table);
  const columns = form.columns.map((column) => `"${column}"`);
  const written = columns.filter((column) => column !== '"id"').map((column) => `${column} = excluded.${column}`);
  return {
    ...form,
    select: `SELECT ${columns.join(', ')} FROM "${table}" WHERE id = ?`,
    put: `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${written.join(', ')}`,
    remove: `DELETE FROM "${table}" WHERE id = ?`,
  };
}

/**
 * Writes a change, and gives the change that takes it back. The only writer of plan tables.
 *
 * All or nothing; within another transaction it joins that one. Rows are written in the order they are given, and a row
 * that replaces another keeps its place, so that `readPlan` gives the order that `applied` gives.
 */
export function applyChange(db: Database.Database, change: Change): Change {
  return transaction(db, () => {
    const inverse: Change = {label: change.label, put: {}, remove: {}};
    for (const table of PLAN_TABLES) {
      const form = FORMS.get(table)!;
      const touched = new Set<string>();
      const once = (id: string) => {
        if (touched.has(id)) throw new RangeError(`A change touches the ${table} “${id}” twice.`);
        touched.add(id);
      };
      const before: {id: string}[] = [];
      const added: string[] = [];
      const old = prepared(db, form.select).raw();
      for (const row of change.put[table] ?? []) {
        const values = form.values(row);
        once(row.id);
        const was = old.get(row.id) as unknown[] | undefined;
        if (was) before.push(form.row(was));
        else added.push(row.id);
        prepared(db, form.put).run(...values);
      }
      for (const id of change.remove[table] ?? []) {
        once(id);
        const was = old.get(id) as unknown[] | undefined;
        if (!was) throw new PlanError('missing', `The ${table} “${id}” is not there (any more).`);
        before.push(form.row(was));
        prepared(db, form.remove).run(id);
      }
      if (before.length > 0) (inverse.put as Record<string, unknown[]>)[table] = before;
      if (added.length > 0) inverse.remove[table] = added;
    }
    return inverse;
  });
}
