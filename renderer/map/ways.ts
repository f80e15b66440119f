import type {Feature, FeatureCollection, LineString, MultiLineString} from 'geojson';
import type {LngLat} from '../../src/domain/evidence.ts';
import {linesOf, type StreetChange} from '../../src/domain/street-change.ts';
import type {CallResult} from '../contract.ts';

/** What a line over the streets is: a way people go, a street that is changed, one that is being chosen or drawn. */
export type WayKind = 'after' | 'before' | 'walk' | 'closed' | 'limited' | 'added' | 'chosen' | 'past';

export type Ways = FeatureCollection<LineString | MultiLineString, {kind: WayKind}>;

type Way = Ways['features'][number];

function line(kind: WayKind, coordinates: readonly LngLat[]): Way {
  return {
    type: 'Feature',
    properties: {kind},
    geometry: {type: 'LineString', coordinates: coordinates.map((at) => [...at])},
  };
}

function lines(kind: WayKind, coordinates: readonly (readonly LngLat[])[]): Way {
  const all = coordinates.map((each) => each.map((at) => [...at]));
  return {type: 'Feature', properties: {kind}, geometry: {type: 'MultiLineString', coordinates: all}};
}

/** A route along the streets, and the walks at its ends. */
export function routeWays(route: CallResult<'travel.route'>, kind: 'after' | 'before'): Feature[] {
  return [line(kind, route.line), ...route.walks.map((walk) => line('walk', walk))];
}

const KIND: Record<StreetChange['kind'], WayKind> = {closed: 'closed', speed: 'limited', added: 'added'};

/** The streets that an option changes, as they are kept in the plan. */
export function changedWays(changes: readonly StreetChange[]): Feature[] {
  return changes.flatMap((change) => {
    const at = linesOf(change.line);
    return at ? [lines(KIND[change.kind], at)] : [];
  });
}

/** A street that is looked at, or one that is being drawn. */
export function chosenWays(stretch: readonly (readonly LngLat[])[]): Feature[] {
  return stretch.length > 0 ? [lines('chosen', stretch)] : [];
}

/** From areas to the sites they are sent to past a closer one: straight lines, as they stand for no way along streets. */
export function pastWays(all: readonly (readonly LngLat[])[]): Feature[] {
  return all.length > 0 ? [lines('past', all)] : [];
}

export function waysFrom(features: Feature[]): Ways {
  return {type: 'FeatureCollection', features: features as Way[]};
}
