import {moveSite} from '../../actions/sites.ts';
import {dragTo, enterMode, view} from '../../state/view.ts';
import {arrowStep, type Mode} from './mode.ts';

/** Moving one site: by dragging, by a click, or by arrow keys; it is moved when it is put down. */
export const moveSiteMode: Mode = {
  cursor: 'move',
  hint: 'Drag it, click where it should stand, or use the arrow keys (Shift for larger steps) and press Enter.',
  click({at}) {
    const {drag} = view();
    if (drag) dragTo({site: drag.site, at});
  },
  grab: (site) => view().drag?.site === site,
  drag: (site, at) => dragTo({site, at}),
  drop: (site, at) => dragTo({site, at}),
  key(event, map) {
    const {drag} = view();
    if (!drag) return false;
    if (event.key === 'Enter') {
      void moveSite(drag.site, drag.at);
      return true;
    }
    if (event.key === 'Escape') {
      dragTo(null);
      enterMode({name: 'select'});
      return true;
    }
    const step = arrowStep(event);
    if (!step) return false;
    const at = map.shifted(drag.at, step.x, step.y);
    dragTo({site: drag.site, at});
    map.reveal(at);
    return true;
  },
};
