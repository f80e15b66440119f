import {enterMode, layRuler, view} from '../../state/view.ts';
import type {Mode} from './mode.ts';

/** Measuring a distance point by point, by clicks or by keys. */
export const measureMode: Mode = {
  cursor: 'crosshair',
  hint: 'Click from point to point. By keyboard: arrow keys move the map, Space puts a point in its middle, Backspace takes the last one back, Enter ends.',
  click: ({at}) => layRuler([...view().ruler, at]),
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}, map) {
    if (key === ' ') layRuler([...view().ruler, map.centre()]);
    else if (key === 'Backspace') layRuler(view().ruler.slice(0, -1));
    else if (key === 'Enter') {
      layRuler([]);
      enterMode({name: 'select'});
    } else return false;
    return true;
  },
};
