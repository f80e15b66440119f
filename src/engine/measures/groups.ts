import {PlanError} from '../../domain/errors.ts';
import type {Plan} from '../../domain/plan.ts';
import {columnNamed, ownColumns} from '../own-columns.ts';
import type {Ground} from './ground.ts';

/** Larger areas made of whole small ones: every small area is in exactly one of them. */
export interface Groups {
  label: string;
  /** How well these larger areas fit small ones. */
  note: string;
  names: string[];
  /** The group of each area. */
  of: Uint32Array;
}

const NOT_KNOWN = 'Not known';
const BEST_FIT =
  'Best fit: each small area belongs wholly to one of these. Wards are not made of whole small areas, so a ward’s figures are those of its best fit.';
const OWN = 'Each small area belongs wholly to one of these.';

/** By ward, district, the plan’s neighbourhoods, those of priority against everywhere else, or a column of words of the planner's own (neighbourhoods, urban and rural, a network). */
export function groupsBy(ground: Pick<Ground, 'people' | 'workspace'>, by: string): Groups {
  const {people, workspace} = ground;
  if (by === 'ward') return grouped('ward', people.wards, BEST_FIT);
  if (by === 'district') return grouped('district', people.districts, BEST_FIT);
  // A column of that name serves where none were made in the plan.
  const brought =
    by === 'neighbourhood' &&
    workspace.plan.neighbourhood.size === 0 &&
    ownColumns(workspace).some(({column}) => column.toLowerCase() === by);
  if ((by === 'neighbourhood' && !brought) || by === 'priority') return ofPlan(workspace.plan, people.codes, by);
  const own = columnNamed(workspace, by, 'by');
  if (own.named === 0 && own.numbers > 0)
    return grouped(
      own.column,
      [...own.values].map((value) => String(value)),
      OWN,
    );
  if (own.named === 0)
    throw new PlanError('invalid', `The column “${own.column}” says nothing of the areas here.`, 'by');
  return grouped(own.column, own.words, OWN);
}

/** Every area once: in its neighbourhood, or in none. */
function ofPlan({neighbourhood, member}: Plan, codes: readonly string[], by: 'neighbourhood' | 'priority'): Groups {
  if (neighbourhood.size === 0) {
    const sentence = 'This project has no neighbourhoods yet. Make some of its areas in the Place panel.';
    throw new PlanError('missing', sentence, 'by');
  }
  const of = codes.map((code) => neighbourhood.get(member.get(code)?.neighbourhood ?? ''));
  if (by === 'priority') {
    const words = of.map((each) => (each?.priority ? 'Priority areas' : 'Everywhere else'));
    return grouped('priority', words, 'Priority areas are the neighbourhoods that you named so.');
  }
  const outside = of.filter((each) => !each).length;
  const rest = outside > 0 ? ` ${outside} small areas are in none.` : '';
  return grouped(
    'neighbourhood',
    of.map((each) => each?.name ?? 'In no neighbourhood'),
    `Neighbourhoods are made of whole small areas, so they fit exactly.${rest}`,
  );
}

function grouped(label: string, words: readonly string[], note: string): Groups {
  const names = [...new Set(words.map((word) => word || NOT_KNOWN))].sort((a, b) => a.localeCompare(b, 'en-GB'));
  const place = new Map(names.map((name, at) => [name, at]));
  return {label, note, names, of: Uint32Array.from(words, (word) => place.get(word || NOT_KNOWN)!)};
}
