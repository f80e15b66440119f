import type {LayerSpecification} from 'maplibre-gl';
import {COLOURS, type ThemeName} from './colours.ts';
import type {WayKind} from './ways.ts';

const ROUND = {'line-cap': 'round', 'line-join': 'round'} as const;

function layer(kind: WayKind, part: string, paint: object): LayerSpecification {
  return {
    id: `way-${kind}${part}`,
    type: 'line',
    source: 'ways',
    filter: ['==', ['get', 'kind'], kind],
    layout: 'line-dasharray' in paint ? {'line-join': 'round'} : ROUND,
    paint,
  } as LayerSpecification;
}

/** Lines over the streets, told apart by form as well as by colour: whole, dashed, dotted, doubled. */
export function wayLayers(theme: ThemeName): LayerSpecification[] {
  const {ink, halo, accent, closed, focus, paper} = COLOURS[theme];
  const cased = (kind: WayKind, colour: string, width: number, dash?: number[]) => [
    layer(kind, '-edge', {'line-color': halo, 'line-width': width + 3.5}),
    layer(kind, '', {'line-color': colour, 'line-width': width, ...(dash && {'line-dasharray': dash})}),
  ];
  return [
    ...cased('chosen', focus, 5),
    layer('chosen', '-middle', {'line-color': ink, 'line-width': 1.5}),
    ...cased('limited', accent, 4, [0.6, 0.6]),
    ...cased('added', accent, 5),
    layer('added', '-middle', {'line-color': paper, 'line-width': 1.75}),
    ...cased('closed', closed, 5, [1, 0.8]),
    ...cased('before', ink, 3, [2, 1.4]),
    ...cased('after', accent, 4.5),
    layer('past', '', {'line-color': ink, 'line-width': 1.25, 'line-opacity': 0.8}),
    layer('walk', '', {'line-color': ink, 'line-width': 2.5, 'line-dasharray': [0.8, 1]}),
  ];
}
