import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import type {Polygon} from '../../shapes/mesh/rings.ts';

export interface Areas {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    id: number;
    properties: {code: string};
    geometry: {type: string; coordinates: unknown};
  }[];
}

/** Boundaries of England as published, in code order. */
export function englandAreas(folder: string): Areas {
  const path = join(folder, 'boundaries/lsoa21_england_bsc.geojson.gz');
  const published = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as {
    features: {properties: Record<string, string>; geometry: Areas['features'][number]['geometry']}[];
  };
  const codeOf = (properties: Record<string, string>) =>
    Object.values(properties).find((value) => /^E01\d{6}$/.test(value)) ?? '';
  const features = published.features
    .map(({properties, geometry}) => ({code: codeOf(properties), geometry}))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({code, geometry}, id) => ({type: 'Feature' as const, id, properties: {code}, geometry}));
  return {type: 'FeatureCollection', features};
}

export function polygonsOf({geometry: {type, coordinates}}: Areas['features'][number]): Polygon[] {
  return (type === 'Polygon' ? [coordinates] : coordinates) as Polygon[];
}
