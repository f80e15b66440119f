import type {LayerSpecification, SourceSpecification} from 'maplibre-gl';
import {COLOURS, type ThemeName} from './colours.ts';

/** A basemap as the map draws it: where its tiles are, and what they are. */
export interface BasemapPicture {
  kind: 'vector' | 'raster';
  /** An address with {z}, {x} and {y}. */
  tiles: string;
  minZoom: number;
  maxZoom: number;
  bounds: [number, number, number, number] | null;
}

const ROUND = {'line-cap': 'round', 'line-join': 'round'} as const;

export function basemapSource({kind, tiles, minZoom, maxZoom, bounds}: BasemapPicture): SourceSpecification {
  const common = {tiles: [tiles], minzoom: minZoom, maxzoom: maxZoom, ...(bounds && {bounds})};
  return kind === 'vector' ? {type: 'vector', ...common} : {type: 'raster', tileSize: 256, ...common};
}

/** One layer of the vector tiles; the names of layers and classes are those of OpenMapTiles. */
function layer(
  id: string,
  type: 'fill' | 'line',
  of: string,
  paint: object,
  classes: readonly string[] | null = null,
  minzoom = 0,
): LayerSpecification {
  return {
    id: `basemap-${id}`,
    type,
    source: 'basemap',
    'source-layer': of,
    minzoom,
    ...(classes && {filter: ['in', ['get', 'class'], ['literal', classes]]}),
    ...(type === 'line' && {layout: ROUND}),
    paint,
  } as LayerSpecification;
}

/** Under the areas: pictures as they are, or the green of vector tiles. */
export function basemapGround(theme: ThemeName, {kind}: BasemapPicture): LayerSpecification[] {
  if (kind === 'raster')
    return [
      {
        id: 'basemap',
        type: 'raster',
        source: 'basemap',
        paint: {
          'raster-fade-duration': 0,
          'raster-saturation': -0.4,
          ...(theme === 'dark' && {'raster-brightness-max': 0.55}),
        },
      },
    ];
  const {green} = COLOURS[theme];
  const woods = ['wood', 'forest', 'grass', 'park', 'recreation_ground', 'cemetery', 'wetland'];
  return [
    layer('cover', 'fill', 'landcover', {'fill-color': green}, woods),
    layer('parks', 'fill', 'park', {'fill-color': green}),
    layer('use', 'fill', 'landuse', {'fill-color': green}, woods),
  ];
}

/** Over the areas, as quiet as the project’s own streets: water, railways, and streets as one comes closer. */
export function basemapLines(theme: ThemeName, {kind}: BasemapPicture): LayerSpecification[] {
  if (kind === 'raster') return [];
  const {water, street, outline} = COLOURS[theme];
  const way = (id: string, classes: string[], minzoom: number, from: number, to: number, opacity: number) =>
    layer(
      id,
      'line',
      'transportation',
      {
        'line-color': street,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, from, 16, to],
        'line-opacity': opacity,
      },
      classes,
      minzoom,
    );
  return [
    layer('water', 'fill', 'water', {'fill-color': water}),
    layer('rivers', 'line', 'waterway', {
      'line-color': water,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, 0.8, 16, 5],
    }),
    layer('buildings', 'fill', 'building', {'fill-color': outline, 'fill-opacity': 0.22}, null, 14),
    layer(
      'railways',
      'line',
      'transportation',
      {'line-color': street, 'line-width': 1, 'line-opacity': 0.3, 'line-dasharray': [4, 3]},
      ['rail'],
      9,
    ),
    way('paths', ['path', 'track', 'service'], 13.5, 0.3, 1.1, 0.16),
    way('streets', ['minor', 'street'], 12, 0.3, 1.8, 0.2),
    way('secondary', ['secondary', 'tertiary'], 9, 0.55, 2.6, 0.3),
    way('main', ['motorway', 'trunk', 'primary'], 0, 0.9, 4.2, 0.42),
  ];
}

/** Names of places, small and grey; drawn from the page’s own font. */
export function basemapNames(theme: ThemeName, {kind}: BasemapPicture): LayerSpecification[] {
  if (kind === 'raster') return [];
  const {quiet, halo} = COLOURS[theme];
  const rank = ['match', ['get', 'class'], 'city', 1, 'town', 2, 'village', 3, 'suburb', 4, 'hamlet', 4, 9];
  return [
    {
      id: 'basemap-names',
      type: 'symbol',
      source: 'basemap',
      'source-layer': 'place',
      filter: ['<=', rank, ['step', ['zoom'], 1, 7, 2, 10, 3, 12, 4]] as never,
      layout: {
        'text-field': ['coalesce', ['get', 'name:en'], ['get', 'name'], ['get', 'name:latin']],
        'text-font': ['Inter Medium', 'Inter'],
        'text-size': ['match', ['get', 'class'], 'city', 15, 'town', 14, 'village', 12, 11],
        'text-letter-spacing': 0.03,
        'text-max-width': 8,
        'text-padding': 8,
        'symbol-sort-key': ['coalesce', ['get', 'rank'], 20],
      },
      paint: {'text-color': quiet, 'text-halo-color': halo, 'text-halo-width': theme === 'light' ? 1.4 : 1.1},
    },
  ];
}
