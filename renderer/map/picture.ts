import type {Feature, FeatureCollection, Geometry, Point} from 'geojson';
import type {AreaLine} from '../contract.ts';
import type {Colouring} from '../state/view.ts';
import type {BasemapPicture} from './basemap-style.ts';
import type {ThemeName} from './colours.ts';
import {type Classes, paletteFor} from './legend-classes.ts';
import {importance, type SiteMark} from './site-marks.ts';
import type {Ways} from './ways.ts';

/** Everything the map shows, as plain values. Parts that did not change keep their identity, so that little is redrawn. */
export interface Picture {
  theme: ThemeName;
  /** Addresses of the shapes; null while there are none. */
  areas: string | null;
  streets: string | null;
  /** Water, coast, railways and place names, from the same file as the streets. */
  landscape: string | null;
  /** What the map is drawn over, from a file; null while there is none. */
  basemap: BasemapPicture | null;
  /** How far the colours of areas cover what is below them, from 0 to 1. */
  opacity: number;
  classes: Classes;
  palette: readonly string[];
  /** Colours are washed out: isochrone bands are drawn over them, or the answer is being renewed. */
  faded: boolean;
  selectedArea: number | null;
  sites: FeatureCollection<Point, SiteProperties>;
  /** The chosen site with its halo, drawn in place of its mark among the others. */
  chosen: FeatureCollection<Point, SiteProperties>;
  places: FeatureCollection<Point, {name: string}>;
  catchment: Geometry | null;
  bands: FeatureCollection | null;
  /** Lines over the streets. */
  ways: Ways;
  /** Pixels at the left that the panel lies over. */
  covered: number;
  /** West, south, east, north of the place: where the map looks first. */
  bounds: [number, number, number, number] | null;
}

export interface SiteProperties {
  id: string;
  name: string;
  icon: string;
  sort: number;
  /** Whether it has its name at every zoom. */
  named: boolean;
  chosen: boolean;
}

/** The picture of a mark is named by all it depends on, and drawn when the map first asks for it. */
export function iconName({shape, offers, chosen, services}: SiteMark, theme: ThemeName, glyph: string | null): string {
  const several = services > 1 ? 'several' : 'one';
  return ['site', theme, shape, offers ? 'offers' : 'idle', chosen ? 'chosen' : 'plain', several, glyph ?? ''].join(
    '|',
  );
}

/** With more sites than this, those that only stand there are named when one looks closer; so are as many that offer the service. */
const ALL_NAMED = 150;

export function siteFeatures(marks: readonly SiteMark[], service: string | null, theme: ThemeName): Picture['sites'] {
  const all = marks.length <= ALL_NAMED;
  const offering = marks.filter((mark) => mark.offers).length <= ALL_NAMED;
  return {
    type: 'FeatureCollection',
    features: marks.map((mark) => ({
      type: 'Feature',
      geometry: {type: 'Point', coordinates: mark.at},
      properties: {
        id: mark.id,
        name: mark.name,
        icon: iconName(mark, theme, mark.offers ? service : null),
        sort: importance(mark),
        named: all || mark.chosen || (offering && mark.offers) || mark.shape === 'candidate',
        chosen: mark.chosen,
      },
    })),
  };
}

/** Names of wards where their people are; a place of one ward, or without wards, has none. */
export function placeNames(areas: readonly AreaLine[]): Picture['places'] {
  const wards = new Map<string, {lng: number; lat: number; people: number}>();
  for (const {ward, lng, lat, residents} of areas) {
    if (ward === '') continue;
    const of = wards.get(ward) ?? {lng: 0, lat: 0, people: 0};
    const weight = (residents ?? 0) + 1;
    wards.set(ward, {lng: of.lng + lng * weight, lat: of.lat + lat * weight, people: of.people + weight});
  }
  const features: Feature<Point, {name: string}>[] = [...wards].map(([name, {lng, lat, people}]) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [lng / people, lat / people]},
    properties: {name},
  }));
  return {type: 'FeatureCollection', features};
}

/** A box around the places where people live, with a margin, since areas reach further than their centres. */
export function boundsOf(areas: readonly AreaLine[]): Picture['bounds'] {
  if (areas.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {lng, lat} of areas) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const margin = 0.06;
  const wide = Math.max(east - west, 0.01) * margin;
  const high = Math.max(north - south, 0.006) * margin;
  return [west - wide, south - high, east + wide, north + high];
}

export function picture(parts: Omit<Picture, 'palette'> & {colouring: Colouring}): Picture {
  const {colouring, ...rest} = parts;
  return {...rest, palette: paletteFor(colouring, parts.theme)};
}
