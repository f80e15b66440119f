import {put, together} from '../domain/change.ts';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {closureId, placementId} from '../domain/placement.ts';
import type {Plan} from '../domain/plan.ts';
import {maybe, oneOf, text, words} from './fields.ts';
import {found, freshId} from './found.ts';
import {change} from './kinds.ts';
import {streetsFor} from './street-changes.ts';

function notAsNow(option: string, verb: string): void {
  if (option === AS_NOW) {
    throw new PlanError('invalid', `“As now” can’t be ${verb}: every other option is measured against it.`, 'option');
  }
}

/** Options are told apart by their names, in lists, in sentences and at the command line. */
function newName(plan: Plan, name: string, own?: string): string {
  const same = [...plan.option.values()].find(
    (each) => each.id !== own && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (same)
    throw new PlanError('invalid', `There is an option called “${same.name}” already. Choose another name.`, 'name');
  return name;
}

export const options = {
  'options.add': change({name: text(80)}, (plan, {name}) =>
    put(`Add ${name}`, 'option', {
      id: freshId(newName(plan, name), plan.option),
      name,
      role: 'option',
      note: '',
    }),
  ),
  'options.copy': change({option: text(80), name: text(80)}, (plan, {option, name}) => {
    const {id: from} = found(plan, 'option', option);
    const id = freshId(newName(plan, name), plan.option);
    const label = `Copy ${found(plan, 'option', from).name} as ${name}`;
    const placements = from === AS_NOW ? [] : [...plan.placement.values()].filter((row) => row.option === from);
    const closures = from === AS_NOW ? [] : [...plan.closure.values()].filter((row) => row.option === from);
    return together(
      label,
      put(label, 'option', {...found(plan, 'option', from), id, name, role: 'option'}),
      put(
        label,
        'placement',
        ...placements.map((row) => ({...row, option: id, id: placementId(id, row.site, row.service)})),
      ),
      put(label, 'closure', ...closures.map((row) => ({...row, option: id, id: closureId(id, row.site)}))),
      put(label, 'street_change', ...streetsFor(plan, from, id)),
    );
  }),
  'options.edit': change(
    {
      option: text(80),
      name: maybe(text(80)),
      note: maybe(words(2000)),
      role: maybe(oneOf('do-minimum', 'preferred', 'option')),
    },
    (plan, {option, name, note, role}) => {
      const old = found(plan, 'option', option);
      if (role) notAsNow(option, 'given another role');
      return put(`Edit ${old.name}`, 'option', {
        ...old,
        name: name === undefined ? old.name : newName(plan, name, option),
        note: note ?? old.note,
        role: role ?? old.role,
      });
    },
  ),
  'options.remove': change({option: text(80)}, (plan, {option}) => {
    notAsNow(option, 'removed');
    const {name} = found(plan, 'option', option);
    const of = (rows: Iterable<{id: string; option: string}>) =>
      [...rows].filter((each) => each.option === option).map((each) => each.id);
    return {
      label: `Remove ${name}`,
      put: {},
      remove: {
        option: [option],
        placement: of(plan.placement.values()),
        closure: of(plan.closure.values()),
        street_change: of(plan.street_change.values()),
      },
    };
  }),
};
