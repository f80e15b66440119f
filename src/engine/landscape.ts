import type {LandscapeFeature} from '../core/read/osm-landscape.ts';
import type {StreetsPart} from '../domain/evidence.ts';
import {readStreets} from '../store/evidence.ts';
import type {Shapes} from './map.ts';
import type {Workspace} from './workspace.ts';

const PART = 'landscape';

/** Water, railways, woods and place names, kept with the streets they came with. */
export function landscapePart(features: readonly LandscapeFeature[]): StreetsPart {
  return {name: PART, bytes: new TextEncoder().encode(JSON.stringify(features))};
}

/** What was kept of it; empty while there are no streets. */
export function landscapeOf(workspace: Workspace): LandscapeFeature[] {
  const part = readStreets(workspace.file.db)?.find((each) => each.name === PART);
  return part ? (JSON.parse(new TextDecoder().decode(part.bytes)) as LandscapeFeature[]) : [];
}

/** The landscape as shapes to draw. */
export function landscapeShapes(workspace: Workspace): Shapes {
  return {
    type: 'FeatureCollection',
    features: landscapeOf(workspace).map(({kind, name, rank, points}) => ({
      type: 'Feature',
      properties: {kind, name, rank},
      geometry: geometryOf(kind, points),
    })),
  };
}

function geometryOf(
  kind: LandscapeFeature['kind'],
  points: LandscapeFeature['points'],
): {type: string; coordinates: unknown} {
  if (kind === 'place') return {type: 'Point', coordinates: points[0]![0]};
  if (kind === 'water' || kind === 'green') return {type: 'Polygon', coordinates: points};
  return {type: 'LineString', coordinates: points[0]};
}
