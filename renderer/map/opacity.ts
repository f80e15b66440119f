import type {View} from '../state/view.ts';

/** How far the colours of areas cover what is below: as a person chose; else whole, and over pictures in part. */
export function opacityOf({opacity, basemap}: Pick<View, 'opacity' | 'basemap'>): number {
  return opacity ?? (basemap?.trouble === null && basemap.kind === 'raster' ? 0.65 : 1);
}
