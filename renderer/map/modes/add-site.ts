import {addSite} from '../../actions/sites.ts';
import type {Mode} from './mode.ts';

/** Putting a new site on the map: where it is clicked, or in the middle by Enter. */
export const addSiteMode: Mode = {
  cursor: 'crosshair',
  hint: 'Click where the site is, or move the map with the arrow keys and press Enter to put it in the middle.',
  click: ({at}) => void addSite(at),
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}, map) {
    if (key !== 'Enter') return false;
    void addSite(map.centre());
    return true;
  },
};
