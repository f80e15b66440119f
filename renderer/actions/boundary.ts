import {isNarrow} from '../narrow.ts';
import {
  type BoundaryOf,
  cornersDrawn,
  drawCorners,
  enterMode,
  openDrawer,
  showPanel,
  speak,
  view,
} from '../state/view.ts';
import {takeAreasWithin} from './neighbourhoods.ts';

/** Begins to draw around a place, or around the areas of a neighbourhood. */
export function drawBoundary(of: BoundaryOf): void {
  enterMode({name: 'draw-boundary', of});
  // Where panel and table lie over the map, it is theirs until the boundary is drawn.
  if (isNarrow()) {
    showPanel(null);
    openDrawer('shut');
  }
  document.querySelector<HTMLElement>('.map canvas')?.focus();
  speak('Drawing a boundary. Space puts a corner in the middle of the map, Backspace takes one back, Enter finishes.');
}

/** The boundary of a place stays with what is said of it; that of a neighbourhood becomes the areas within. */
export function finishBoundary(): void {
  const {mapMode} = view();
  const ring = cornersDrawn(view());
  const isNeighbourhood = mapMode.name === 'draw-boundary' && mapMode.of === 'neighbourhood';
  if (isNeighbourhood && ring.length < 3) {
    speak('A boundary has three corners at least.');
    return;
  }
  if (isNeighbourhood) drawCorners([]);
  leaveBoundary();
  if (isNeighbourhood) void takeAreasWithin(ring);
}

export function cancelBoundary(): void {
  drawCorners([]);
  leaveBoundary();
}

function leaveBoundary(): void {
  enterMode({name: 'select'});
  showPanel('place');
}
