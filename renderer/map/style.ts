import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import {type BasemapPicture, basemapGround, basemapLines, basemapNames, basemapSource} from './basemap-style.ts';
import {BAND_OPACITY, COLOURS, type ThemeName} from './colours.ts';
import {wayLayers} from './way-layers.ts';

const NONE = {type: 'FeatureCollection' as const, features: []};
const ROUND = {'line-cap': 'round', 'line-join': 'round'} as const;

/** Widths that grow with the zoom, from a to b between zooms 9 and 16. */
function width(a: number, b: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.5], ['zoom'], 9, a, 16, b];
}

function streets(
  theme: ThemeName,
  rank: number,
  minzoom: number,
  from: number,
  to: number,
  opacity: number,
): LayerSpecification {
  return {
    id: `streets-${rank}`,
    type: 'line',
    source: 'streets',
    minzoom,
    filter: ['==', ['get', 'rank'], rank],
    layout: ROUND,
    paint: {'line-color': COLOURS[theme].street, 'line-width': width(from, to), 'line-opacity': opacity},
  };
}

/** One kind of the landscape; polygons as fills, everything else as lines. */
function landscape(kind: string, type: 'fill' | 'line', paint: object): LayerSpecification {
  return {id: kind, type, source: 'landscape', filter: ['==', ['get', 'kind'], kind], paint} as LayerSpecification;
}

/** The chosen site is drawn apart, with its halo; its mark among the others makes room. */
const UNLESS_CHOSEN: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'chosen'], false], 0, 1];

const siteIcon: NonNullable<SymbolLayerSpecification['layout']> = {
  'icon-image': ['get', 'icon'],
  'icon-allow-overlap': true,
  'icon-padding': 0,
  'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.2, 8, 0.4, 11, 0.85, 13, 1, 16, 1.15],
};

function siteName(size: number): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    'text-font': ['Inter Medium', 'Inter'],
    'text-size': size,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': size > 12 ? 1.7 : 1.4,
    'text-justify': 'auto',
    'text-max-width': 11,
    'text-padding': 4,
  };
}

function namePaint(theme: ThemeName): NonNullable<SymbolLayerSpecification['paint']> {
  return {
    'text-color': COLOURS[theme].ink,
    'text-halo-color': COLOURS[theme].halo,
    'text-halo-width': theme === 'light' ? 1.9 : 1.5,
    'text-halo-blur': 0.4,
  };
}

/** Over what the areas' own layers stand: the first names the one that their colours go below, the second their edges. */
export const BELOW_AREAS = {colours: 'bands', edges: 'place-names'} as const;

/**
 * The whole style for a theme: what the project knows, over a basemap if there is one. The basemap's streets and names are
 * drawn where the project has none of its own, so that nothing is named twice.
 */
export function styleFor(theme: ThemeName, basemap: BasemapPicture | null, ownStreets: boolean): StyleSpecification {
  const colours = COLOURS[theme];
  const light = theme === 'light';
  return {
    version: 8,
    sources: {
      streets: {type: 'geojson', data: NONE, tolerance: 0.6},
      landscape: {type: 'geojson', data: NONE, tolerance: 0.5},
      catchment: {type: 'geojson', data: NONE},
      bands: {type: 'geojson', data: NONE},
      ways: {type: 'geojson', data: NONE, tolerance: 0.2},
      places: {type: 'geojson', data: NONE},
      sites: {type: 'geojson', data: NONE, promoteId: 'id'},
      chosen: {type: 'geojson', data: NONE},
      ...(basemap && {basemap: basemapSource(basemap)}),
    },
    layers: [
      {id: 'paper', type: 'background', paint: {'background-color': colours.paper}},
      ...(basemap ? basemapGround(theme, basemap) : []),
      ...(basemap && ownStreets ? basemapLines(theme, basemap) : []),
      landscape('green', 'fill', {'fill-color': colours.green}),
      // Here stand the areas, a layer of our own.
      {
        id: 'bands',
        type: 'fill',
        source: 'bands',
        paint: {'fill-color': colours.accent, 'fill-opacity': BAND_OPACITY, 'fill-antialias': false},
      },
      {
        id: 'band-lines',
        type: 'line',
        source: 'bands',
        layout: ROUND,
        paint: {'line-color': colours.accent, 'line-width': 1.25},
      },
      ...(basemap && !ownStreets ? basemapLines(theme, basemap) : []),
      landscape('water', 'fill', {'fill-color': colours.water}),
      landscape('river', 'line', {'line-color': colours.water, 'line-width': width(1.2, 6)}),
      landscape('coast', 'line', {'line-color': colours.outline, 'line-width': 1.25}),
      landscape('rail', 'line', {
        'line-color': colours.street,
        'line-width': 1,
        'line-opacity': 0.3,
        'line-dasharray': [4, 3],
      }),
      streets(theme, 4, 13.5, 0.3, 1.1, 0.16),
      streets(theme, 3, 12, 0.3, 1.8, 0.2),
      streets(theme, 2, 9, 0.55, 2.6, 0.3),
      streets(theme, 1, 0, 0.9, 4.2, 0.42),
      {id: 'catchment', type: 'fill', source: 'catchment', paint: {'fill-color': colours.ink, 'fill-opacity': 0.08}},
      {
        id: 'catchment-edge',
        type: 'line',
        source: 'catchment',
        layout: ROUND,
        paint: {'line-color': colours.halo, 'line-width': 5},
      },
      {
        id: 'catchment-line',
        type: 'line',
        source: 'catchment',
        layout: ROUND,
        paint: {'line-color': colours.ink, 'line-width': 2},
      },
      ...wayLayers(theme),
      // And here the borders of the hovered and the selected area.
      ...(basemap && !ownStreets ? basemapNames(theme, basemap) : []),
      {
        id: 'place-names',
        type: 'symbol',
        source: 'landscape',
        filter: [
          'all',
          ['==', ['get', 'kind'], 'place'],
          ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 9, 3, 10, 4, 12, 5]],
        ],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Inter Medium', 'Inter'],
          'text-size': ['match', ['get', 'rank'], 1, 15, 2, 14, 3, 12, 11],
          'text-letter-spacing': 0.03,
          'text-max-width': 8,
          'text-padding': 8,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: {'text-color': colours.quiet, 'text-halo-color': colours.halo, 'text-halo-width': light ? 1.4 : 1.1},
      },
      {
        id: 'places',
        type: 'symbol',
        source: 'places',
        minzoom: 9,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Inter Medium', 'Inter'],
          'text-size': 11,
          'text-letter-spacing': 0.06,
          'text-transform': 'uppercase',
          'text-max-width': 8,
          'text-padding': 10,
        },
        paint: {'text-color': colours.quiet, 'text-halo-color': colours.halo, 'text-halo-width': 1.25},
      },
      // Names first, marks over them: marks are placed first, so that names keep clear of them.
      {
        id: 'site-names',
        type: 'symbol',
        source: 'sites',
        layout: {
          ...siteName(12),
          'symbol-sort-key': ['get', 'sort'],
          'text-field': ['step', ['zoom'], ['case', ['get', 'named'], ['get', 'name'], ''], 12.5, ['get', 'name']],
        },
        paint: {...namePaint(theme), 'text-opacity': UNLESS_CHOSEN},
      },
      {
        id: 'sites',
        type: 'symbol',
        source: 'sites',
        layout: {...siteIcon, 'symbol-sort-key': ['-', 0, ['get', 'sort']]},
        paint: {'icon-opacity': UNLESS_CHOSEN},
      },
      {
        id: 'chosen-name',
        type: 'symbol',
        source: 'chosen',
        layout: {...siteName(13), 'text-field': ['get', 'name']},
        paint: namePaint(theme),
      },
      {id: 'chosen', type: 'symbol', source: 'chosen', layout: {...siteIcon, 'icon-ignore-placement': true}},
    ],
  };
}
