import type {Job} from '../core/job.ts';
import {type AreaShape, catchment} from '../core/shapes/catchment.ts';
import {put, remove} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import type {Member, Neighbourhood} from '../domain/neighbourhood.ts';
import type {Plan} from '../domain/plan.ts';
import {areaShapes} from './area-shapes.ts';
import {opened} from './context.ts';
import {type Field, flag, list, maybe, text, words} from './fields.ts';
import {found, freshId} from './found.ts';
import {change, job} from './kinds.ts';

const MOST_AREAS = 50_000;
const areas = list(text(20), MOST_AREAS);

export interface NeighbourhoodShape {
  shape: AreaShape | null;
  squareKilometres: number;
  residents: number;
  areas: number;
}

/** Several neighbourhoods at once, such as one for each ward: a name and its areas each. */
const groups: Field<{name: string; areas: string[]}[]> = {
  parse(value, at) {
    if (!Array.isArray(value) || value.length === 0 || value.length > 5000)
      throw new PlanError('invalid', `“${at}” must be a list of 1 to 5,000 neighbourhoods.`, at);
    return value.map((each, n) => {
      const given = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
      const where = `${at}[${n + 1}]`;
      return {name: text(80).parse(given.name, `${where}.name`), areas: areas.parse(given.areas, `${where}.areas`)};
    });
  },
};

function members(codes: readonly string[], neighbourhood: string): Member[] {
  return [...new Set(codes)].map((id) => ({id, neighbourhood}));
}

function areasOf(plan: Plan, neighbourhood: string): string[] {
  return [...plan.member.values()].filter((each) => each.neighbourhood === neighbourhood).map(({id}) => id);
}

/** Neighbourhoods are told apart by their names wherever something is added up by them. */
function nameFree(plan: Plan, name: string, own: string | null): void {
  const other = [...plan.neighbourhood.values()].find((each) => each.name === name && each.id !== own);
  if (other) throw new PlanError('invalid', `There is a neighbourhood ${name} already. Give it another name.`, 'name');
}

/** No area may be named for two neighbourhoods of one step: the second would silently win. */
function namedOnce(lines: readonly {name: string; areas: readonly string[]}[]): void {
  const owner = new Map<string, string>();
  for (const {name, areas: codes} of lines) {
    for (const code of new Set(codes)) {
      const other = owner.get(code);
      if (other !== undefined)
        throw new PlanError('invalid', `${code} is in both ${other} and ${name}; an area is in one at most.`, 'groups');
      owner.set(code, name);
    }
  }
}

export const neighbourhoods = {
  /** One or many new ones. An area that was in another moves: each is in one at most. */
  'neighbourhoods.add': change({groups}, (plan, {groups: lines}) => {
    namedOnce(lines);
    for (const [n, {name}] of lines.entries()) {
      nameFree(plan, name, null);
      if (lines.findIndex((each) => each.name === name) < n)
        throw new PlanError('invalid', `${name} is named twice.`, 'groups');
    }
    const taken = new Set(plan.neighbourhood.keys());
    const fresh = lines.map(({name, areas: codes}) => {
      const id = freshId(name, taken);
      taken.add(id);
      return {row: {id, name, priority: 0, note: ''} satisfies Neighbourhood, rows: members(codes, id)};
    });
    const label = fresh.length === 1 ? `Add the neighbourhood ${lines[0]!.name}` : `Add ${fresh.length} neighbourhoods`;
    return {
      label,
      put: {neighbourhood: fresh.map(({row}) => row), member: fresh.flatMap(({rows}) => rows)},
      remove: {},
    };
  }),
  'neighbourhoods.edit': change(
    {neighbourhood: text(80), name: maybe(text(80)), priority: maybe(flag()), note: maybe(words(1000))},
    (plan, {neighbourhood, name, priority, note}) => {
      const old = found(plan, 'neighbourhood', neighbourhood);
      if (name !== undefined) nameFree(plan, name, old.id);
      return put(`Edit ${old.name}`, 'neighbourhood', {
        ...old,
        ...(name !== undefined && {name}),
        ...(priority !== undefined && {priority: priority ? 1 : 0}),
        ...(note !== undefined && {note}),
      });
    },
  ),
  'neighbourhoods.assign': change({neighbourhood: text(80), areas}, (plan, {neighbourhood, areas: codes}) => {
    const {id, name} = found(plan, 'neighbourhood', neighbourhood);
    const one = codes.length === 1;
    return put(`Put ${one ? codes[0] : `${codes.length} areas`} into ${name}`, 'member', ...members(codes, id));
  }),
  'neighbourhoods.release': change({areas}, (plan, {areas: codes}) => {
    const held = [...new Set(codes)].filter((code) => plan.member.has(code));
    if (held.length === 0) throw new PlanError('missing', 'None of these areas is in a neighbourhood.', 'areas');
    const one = held.length === 1;
    return remove(`Take ${one ? held[0] : `${held.length} areas`} out of their neighbourhood`, 'member', ...held);
  }),
  /** Two or more become one, under the name of the first. */
  'neighbourhoods.merge': change({neighbourhoods: list(text(80), 5000)}, (plan, {neighbourhoods: named}) => {
    const ids = [...new Set(named)];
    const rows = ids.map((id) => found(plan, 'neighbourhood', id));
    const first = rows[0];
    if (!first || rows.length < 2)
      throw new PlanError('invalid', 'Name two or more neighbourhoods to merge.', 'neighbourhoods');
    const others = ids.slice(1);
    return {
      label: `Merge ${rows.length} neighbourhoods into ${first.name}`,
      put: {
        member: members(
          others.flatMap((id) => areasOf(plan, id)),
          first.id,
        ),
      },
      remove: {neighbourhood: others},
    };
  }),
  'neighbourhoods.remove': change({neighbourhood: text(80)}, (plan, {neighbourhood}) => {
    const {id, name} = found(plan, 'neighbourhood', neighbourhood);
    return {
      label: `Remove the neighbourhood ${name}`,
      put: {},
      remove: {neighbourhood: [id], member: areasOf(plan, id)},
    };
  }),
  /** A neighbourhood as one shape, with who lives there. */
  'neighbourhoods.shape': job({neighbourhood: text(80)}, function* (context, asked): Job<NeighbourhoodShape> {
    const workspace = opened(context);
    const {id} = found(workspace.plan, 'neighbourhood', asked.neighbourhood);
    const people = workspace.people();
    const inside = Int32Array.from(people.codes, (code) =>
      workspace.plan.member.get(code)?.neighbourhood === id ? 0 : -1,
    );
    const of = yield* catchment(0, inside, people.residents, areaShapes(workspace));
    return {shape: of.shape, squareKilometres: of.squareKilometres, residents: of.people, areas: of.areas};
  }),
};
