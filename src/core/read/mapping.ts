import type {EveryKind} from './further-reading.ts';
import {heading} from './heading.ts';
import type {Column, Layout, Role} from './layout.ts';
import {LAYOUTS} from './layouts/all.ts';

/**
 * Which heading plays which part, said by a planner: the guess of a reading (`columns`), corrected, and used again on the
 * next edition of the same list. Only these columns are read.
 */
export interface Mapping {
  kind: EveryKind;
  columns: readonly {heading: string; role: Role}[];
}

/** The parts that a column of such a file can play. */
export function rolesOf(kind: EveryKind): Role[] {
  const layouts = LAYOUTS.filter((layout) => layout.kind === kind);
  return [...new Set(layouts.flatMap(({columns}) => columns.map(({role}) => role)))].sort();
}

/**
 * A layout made for one file. Each role keeps the rule that published layouts of the kind give it, so a planner can say where
 * the longitude stands, and not that a name is one.
 */
export function mappedLayout({kind, columns}: Mapping): Layout {
  const layouts = LAYOUTS.filter((layout) => layout.kind === kind);
  const said = new Set<Role>(columns.map(({role}) => role));
  const lacking = (layout: Layout): Column[] => layout.columns.filter(({role, must}) => must && !said.has(role));
  // The layout of the kind that asks least beyond what was said; of equals a planner's own, then the first.
  const base = [...layouts].sort((a, b) => lacking(a).length - lacking(b).length || rank(a) - rank(b))[0];
  if (!base) throw new RangeError(`There is no layout of the kind ${kind}.`);
  const known = new Map<Role, Column>();
  for (const layout of layouts)
    for (const column of layout.columns) if (!known.has(column.role)) known.set(column.role, column);
  const mapped = columns.map(({heading: text, role}): Column => {
    const column = known.get(role);
    if (!column) throw new RangeError(`A file of ${kind} has no part for ${role}.`);
    const {stem} = heading(text);
    return {...column, named: {test: (other) => other === stem}, must: true};
  });
  const {headless: _headless, without: _without, leave: _leave, vintage: _vintage, notes: _notes, ...plain} = base;
  return {
    ...plain,
    id: `${base.id}-mapped`,
    from: 'either',
    sure: 'guess',
    columns: [...mapped, ...lacking(base).map(unheaded)],
  } as Layout;
}

function rank({sure, from}: Layout): number {
  return (sure === 'guess' ? 0 : 2) + (from === 'features' ? 1 : 0);
}

/** A column that no heading of the file plays: it is then said to be missing. */
function unheaded(column: Column): Column {
  return {...column, named: {test: () => false}};
}
