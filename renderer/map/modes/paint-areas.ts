import {paintArea} from '../../actions/neighbourhoods.ts';
import {enterMode, select, view} from '../../state/view.ts';
import type {Mode} from './mode.ts';

/** Putting areas into a neighbourhood, and taking them out again, one click or key each. */
export const paintAreasMode: Mode = {
  cursor: 'cell',
  hint: 'Click an area to put it in, again to take it out. By keyboard: Alt with the up and down arrows steps through areas, Space puts the chosen one in or out, Enter finishes.',
  click({target}, areaCode) {
    const code = target?.kind === 'area' ? areaCode(target.index) : undefined;
    if (!code) return;
    select({kind: 'area', id: code});
    void paintArea(code);
  },
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}) {
    const {selection} = view();
    if (key === 'Enter') enterMode({name: 'select'});
    else if (key === ' ' && selection?.kind === 'area') void paintArea(selection.id);
    else return false;
    return true;
  },
};
