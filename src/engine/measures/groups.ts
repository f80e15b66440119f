import {PlanError} from '../../domain/errors.ts';
import {columnNamed} from '../own-columns.ts';
import type {Ground} from './ground.ts';

/** Larger areas made of whole small ones: every small area is in exactly one of them. */
export interface Groups {
  label: string;
  names: string[];
  /** The group of each area. */
  of: Uint32Array;
}

const NOT_KNOWN = 'Not known';

/** By ward, district, or a column of words of the planner's own (neighbourhoods, urban and rural, a network). */
export function groupsBy(ground: Pick<Ground, 'people' | 'workspace'>, by: string): Groups {
  const {people, workspace} = ground;
  if (by === 'ward') return grouped('ward', people.wards);
  if (by === 'district') return grouped('district', people.districts);
  const own = columnNamed(workspace, by, 'by');
  if (own.named === 0 && own.numbers > 0)
    return grouped(
      own.column,
      [...own.values].map((value) => String(value)),
    );
  if (own.named === 0)
    throw new PlanError('invalid', `The column “${own.column}” says nothing of the areas here.`, 'by');
  return grouped(own.column, own.words);
}

function grouped(label: string, words: readonly string[]): Groups {
  const names = [...new Set(words.map((word) => word || NOT_KNOWN))].sort((a, b) => a.localeCompare(b, 'en-GB'));
  const place = new Map(names.map((name, at) => [name, at]));
  return {label, names, of: Uint32Array.from(words, (word) => place.get(word || NOT_KNOWN)!)};
}
