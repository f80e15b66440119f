import type {AreaShape} from '../core/shapes/catchment.ts';
import {readAreas} from '../store/evidence.ts';
import type {Workspace} from './workspace.ts';

/** The shapes of all areas, in the order of the people. */
export function areaShapes(workspace: Workspace): (AreaShape | null)[] {
  const {codes, indexOf} = workspace.people();
  const shapes: (AreaShape | null)[] = codes.map(() => null);
  for (const area of readAreas(workspace.file.db)) {
    const geometry = {type: 'MultiPolygon' as const, coordinates: area.polygons};
    shapes[indexOf.get(area.code)!] = {type: 'Feature', properties: {}, geometry};
  }
  return shapes;
}
