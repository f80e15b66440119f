import {finishBoundary} from '../../actions/boundary.ts';
import {cornersDrawn, drawCorners, view} from '../../state/view.ts';
import type {Mode} from './mode.ts';

/** Two corners closer than this are one click that was doubled: about a metre. */
const SAME_SPOT = 0.00001;

export function addCorner(at: [number, number]): void {
  const ring = cornersDrawn(view());
  const last = ring.at(-1);
  if (last && Math.hypot(last[0] - at[0], last[1] - at[1]) < SAME_SPOT) return;
  drawCorners([...ring, at]);
}

export function takeCornerBack(): void {
  drawCorners(cornersDrawn(view()).slice(0, -1));
}

/** Drawing a boundary corner by corner, by clicks or by keys. */
export const drawBoundaryMode: Mode = {
  cursor: 'crosshair',
  hint: 'Click its corners. By keys: arrows move the map, Space puts a corner in its middle, Backspace takes one back, Enter finishes.',
  click: ({at}) => addCorner(at),
  grab: () => false,
  drag: () => {},
  drop: () => {},
  key({key}, map) {
    if (key === ' ') addCorner(map.centre());
    else if (key === 'Backspace') takeCornerBack();
    else if (key === 'Enter') finishBoundary();
    else return false;
    return true;
  },
};
