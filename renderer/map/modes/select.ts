import {moveSite, startMove} from '../../actions/sites.ts';
import {mirror} from '../../state/plan.ts';
import {dragTo, select, view} from '../../state/view.ts';
import type {Mode} from './mode.ts';

/** A site that moved less than this was meant to be clicked: about ten metres. */
const NOT_MEANT = 0.0001;

function isSelected(site: string): boolean {
  const {selection} = view();
  return selection?.kind === 'site' && selection.id === site;
}

/** Looking and choosing. Only the selected site can be dragged, so that none is moved by accident. */
export const selectMode: Mode = {
  cursor: '',
  hint: null,
  click({target}, areaCode) {
    if (target?.kind === 'site') select({kind: 'site', id: target.id});
    else {
      const code = target && areaCode(target.index);
      select(code ? {kind: 'area', id: code} : null);
    }
  },
  grab: isSelected,
  drag: (site, at) => dragTo({site, at}),
  drop(site, at) {
    const row = mirror().plan.site.get(site);
    const moved = row && Math.hypot(row.lng - at[0], row.lat - at[1]) > NOT_MEANT;
    if (moved && view().drag) void moveSite(site, at);
    else dragTo(null);
  },
  key({key}) {
    const {selection} = view();
    if (key !== 'm' || selection?.kind !== 'site') return false;
    startMove(selection.id);
    return true;
  },
};
