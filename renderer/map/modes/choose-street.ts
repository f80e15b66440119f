import {lookAt} from '../../actions/streets.ts';
import type {Mode} from './mode.ts';

/** How far from a street a click may be, in pixels. */
const NEAR_PIXELS = 12;

/** Choosing a street: by a click on it, or the one in the middle of the map by Enter. */
export const chooseStreetMode: Mode = {
  cursor: 'crosshair',
  hint: 'Click on a street, or move the map with the arrow keys and press Enter for the one in its middle.',
  click: ({at, metresPerPixel}) => void lookAt(at, NEAR_PIXELS * metresPerPixel + 5),
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}, map) {
    if (key !== 'Enter') return false;
    void lookAt(map.centre(), 250);
    return true;
  },
};
