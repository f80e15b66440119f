import type {LngLat} from '../../../src/domain/evidence.ts';
import type {PlanMap, Pointed} from '../plan-map.ts';

/** What gestures on the map mean at the moment. One is active. */
export interface Mode {
  cursor: string;
  /** What to do, for the banner over the map; null while nothing needs saying. */
  hint: string | null;
  click: (pointed: Pointed, areaCode: (index: number) => string | undefined) => void;
  /** True takes a pointer that went down on this site from the map. */
  grab: (site: string) => boolean;
  drag: (site: string, at: LngLat) => void;
  drop: (site: string, at: LngLat) => void;
  /** True if the key meant something. */
  key: (event: {key: string; shiftKey: boolean}, map: PlanMap) => boolean;
}

/** Arrow keys as steps in pixels; larger with Shift. */
export function arrowStep({key, shiftKey}: {key: string; shiftKey: boolean}): {x: number; y: number} | null {
  const by = shiftKey ? 40 : 8;
  switch (key) {
    case 'ArrowLeft':
      return {x: -by, y: 0};
    case 'ArrowRight':
      return {x: by, y: 0};
    case 'ArrowUp':
      return {x: 0, y: -by};
    case 'ArrowDown':
      return {x: 0, y: by};
    default:
      return null;
  }
}
