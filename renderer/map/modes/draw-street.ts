import type {LngLat} from '../../../src/domain/evidence.ts';
import {lookAtStreet, view} from '../../state/view.ts';
import type {Mode} from './mode.ts';

/** Two points closer than this are one click that was doubled: about a metre. */
const SAME_SPOT = 0.00001;

export function addPoint(at: LngLat): void {
  const drawing = view().street.drawing ?? [];
  const last = drawing.at(-1);
  if (last && Math.hypot(last[0] - at[0], last[1] - at[1]) < SAME_SPOT) return;
  lookAtStreet({drawing: [...drawing, at]});
}

export function takePointBack(): void {
  lookAtStreet({drawing: (view().street.drawing ?? []).slice(0, -1)});
}

/** Drawing a street point by point; what it is called and how fast it is, is said in the panel. */
export const drawStreetMode: Mode = {
  cursor: 'crosshair',
  hint: 'Click its points: it joins each street that you click on. By keys: arrows move the map, Space puts a point in its middle, Backspace takes one back.',
  click: ({at}) => addPoint(at),
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}, map) {
    if (key === ' ') addPoint(map.centre());
    else if (key === 'Backspace') takePointBack();
    else return false;
    return true;
  },
};
