import {PlanError} from '../domain/errors.ts';
import {readColumn, readColumnNames} from '../store/evidence.ts';
import type {People} from './people.ts';
import type {Workspace} from './workspace.ts';

/** A planner's own column, laid along the project's areas. */
export interface OwnColumn {
  column: string;
  /** `NaN` where the file has no number. */
  values: Float64Array;
  /** Empty where the file has no words. */
  words: string[];
  /** Areas with a number, and with words. */
  numbers: number;
  named: number;
}

const held = new WeakMap<People, Map<string, OwnColumn>>();

function columnsOf(workspace: Workspace): Map<string, OwnColumn> {
  const people = workspace.people();
  const known = held.get(people);
  if (known) return known;
  const {db} = workspace.file;
  const columns = new Map(
    readColumnNames(db).map((column) => {
      const values = new Float64Array(people.codes.length).fill(Number.NaN);
      const words = people.codes.map(() => '');
      for (const row of readColumn(db, column)) {
        const area = people.indexOf.get(row.code);
        if (area === undefined) continue;
        if (row.value !== null) values[area] = row.value;
        words[area] = row.words;
      }
      const numbers = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
      return [column, {column, values, words, numbers, named: words.filter(Boolean).length}];
    }),
  );
  held.set(people, columns);
  return columns;
}

export function ownColumns(workspace: Workspace): OwnColumn[] {
  return [...columnsOf(workspace).values()];
}

/** The column of that name, whatever its capitals; where there is none, a sentence with those that there are. */
export function columnNamed(workspace: Workspace, name: string, at: string): OwnColumn {
  const columns = columnsOf(workspace);
  const own =
    columns.get(name) ?? [...columns.values()].find((each) => each.column.toLowerCase() === name.toLowerCase());
  if (own) return own;
  const known = [...columns.keys()].slice(0, 30).join(', ');
  const hint = known ? ` There are: ${known}.` : ' Bring one with “closer import … --as columns”.';
  throw new PlanError('missing', `This project has no column “${name}”.${hint}`, at);
}
