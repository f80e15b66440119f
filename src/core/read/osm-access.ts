/**
 * Who may use a street, from OpenStreetMap's tags: by car, on foot and by cycle, in each direction.
 *
 * The most particular tag decides (motorcar before motor_vehicle before vehicle before access), and where none speaks the
 * kind of street does, by the customs of Great Britain: a footpath is not for cycles, a bridleway is, a farm track is
 * private to cars. `private`, `destination`, `customers` and the like open a street to those who go to a place on it: its
 * use is a last leg. Conditional tags (times, weights) are not looked at.
 */
import {classCode, type HighwayClass} from '../graph/highway-class.ts';
import {USE, withUse} from '../graph/street-network.ts';
import type {Tags} from './osm-source.ts';

/** Tags that speak for a mode, most particular first; the order of `STREET_MODES`. */
export const MODE_KEYS: readonly (readonly string[])[] = [
  ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
  ['foot', 'access'],
  ['bicycle', 'vehicle', 'access'],
];

const OPEN = new Set(['yes', 'permissive', 'designated', 'official', 'public', 'dismount', 'unknown', 'allowed']);
const LAST_LEG = new Set([
  'private',
  'destination',
  'customers',
  'customer',
  'delivery',
  'permit',
  'residents',
  'resident',
  'visitors',
  'employees',
  'staff',
  'students',
  'guests',
]);

/** What one access value grants; `undefined` where it says nothing about it (`variable`, a misspelling). */
export function grantOf(value: string): number | undefined {
  if (OPEN.has(value)) return USE.yes;
  if (LAST_LEG.has(value)) return USE.lastLeg;
  if (
    value === 'no' ||
    value === 'agricultural' ||
    value === 'forestry' ||
    value === 'emergency' ||
    value === 'psv' ||
    value === 'bus' ||
    value === 'military' ||
    value === 'use_sidepath' ||
    value === 'hov' ||
    value === 'hgv'
  ) {
    return USE.no;
  }
  return undefined;
}

/** What the tags grant a mode, or `undefined` where none of them speaks. */
export function taggedUse(tags: Tags, mode: number, suffix = ''): number | undefined {
  for (const key of MODE_KEYS[mode]!) {
    const value = tags.get(key + suffix);
    if (value === undefined) continue;
    const use = grantOf(value);
    if (use !== undefined) return use;
  }
  return undefined;
}

const {no, yes, lastLeg} = USE;

/** By class: car, foot, cycle. */
const CUSTOM: Record<HighwayClass, readonly [number, number, number]> = {
  motorway: [yes, no, no],
  motorway_link: [yes, no, no],
  trunk: [yes, yes, yes],
  trunk_link: [yes, yes, yes],
  primary: [yes, yes, yes],
  primary_link: [yes, yes, yes],
  secondary: [yes, yes, yes],
  secondary_link: [yes, yes, yes],
  tertiary: [yes, yes, yes],
  tertiary_link: [yes, yes, yes],
  unclassified: [yes, yes, yes],
  residential: [yes, yes, yes],
  living_street: [yes, yes, yes],
  service: [yes, yes, yes],
  road: [yes, yes, yes],
  track: [lastLeg, yes, yes],
  pedestrian: [no, yes, yes],
  footway: [no, yes, no],
  path: [no, yes, no],
  bridleway: [no, yes, yes],
  cycleway: [no, yes, yes],
  steps: [no, yes, no],
  ferry: [yes, yes, yes],
};

/** What a right of way in England and Wales grants, whatever the land's owner says of the rest: car, foot, cycle. */
const RIGHTS_OF_WAY: Record<string, readonly [number | undefined, number, number | undefined]> = {
  public_footpath: [undefined, yes, undefined],
  public_bridleway: [undefined, yes, yes],
  restricted_byway: [undefined, yes, yes],
  byway_open_to_all_traffic: [yes, yes, yes],
};

export interface StreetUse {
  /** Packed as `StreetNetwork.edgeUse`. */
  use: number;
  /** A cycle is pushed. */
  push: boolean;
}

export function streetUse(tags: Tags, streetClass: HighwayClass): StreetUse {
  const right = RIGHTS_OF_WAY[tags.get('designation') ?? ''];
  const motorroad = tags.get('motorroad') === 'yes';
  let use = 0;
  for (let mode = 0; mode < 3; mode++) {
    const custom =
      motorroad && mode > 0 ? no : streetClass === 'ferry' ? ferryUse(tags, mode) : CUSTOM[streetClass][mode]!;
    // A right of way yields only to a tag of the mode's own: `access=private` on a footpath is about the land.
    const own = grantOf(tags.get(MODE_KEYS[mode]![0]!) ?? '');
    const either = own ?? right?.[mode] ?? taggedUse(tags, mode) ?? custom;
    for (let back = 0; back < 2; back++) {
      const way = taggedUse(tags, mode, back === 0 ? ':forward' : ':backward');
      use = withUse(use, mode, back, way ?? either);
    }
  }
  use = withoutWrongWays(use, tags, streetClass);
  const bicycle = tags.get('bicycle');
  return {use, push: bicycle === 'dismount' || (streetClass === 'pedestrian' && bicycle === undefined)};
}

/** A ferry says what it carries; one that names only people on foot or cycles carries no cars. */
function ferryUse(tags: Tags, mode: number): number {
  if (mode !== 0) return yes;
  return tags.has('foot') || tags.has('bicycle') ? no : yes;
}

function withoutWrongWays(use: number, tags: Tags, streetClass: HighwayClass): number {
  const oneWay = direction(tags.get('oneway'), impliedOneWay(tags, streetClass));
  const cars = direction(
    tags.get('oneway:motorcar') ?? tags.get('oneway:motor_vehicle') ?? tags.get('oneway:vehicle'),
    oneWay,
  );
  const cycles = direction(tags.get('oneway:bicycle') ?? tags.get('bicycle:oneway'), contraflow(tags) ? 0 : oneWay);
  const feet = direction(tags.get('oneway:foot') ?? tags.get('foot:oneway'), 0);
  const ways = [cars, feet, cycles];
  for (let mode = 0; mode < 3; mode++) {
    const way = ways[mode]!;
    if (way > 0 || way === BOTH_CLOSED) use = withUse(use, mode, 1, USE.no);
    if (way < 0 || way === BOTH_CLOSED) use = withUse(use, mode, 0, USE.no);
  }
  return use;
}

/** A lane whose direction changes with the hour cannot be counted on. */
const BOTH_CLOSED = 2;

/** 1 only with the line, -1 only against it, 0 both. */
function direction(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (value === 'yes' || value === 'true' || value === '1') return 1;
  if (value === '-1' || value === 'reverse') return -1;
  if (value === 'no' || value === 'false' || value === '0' || value === 'alternating') return 0;
  if (value === 'reversible') return BOTH_CLOSED;
  return otherwise;
}

function impliedOneWay(tags: Tags, streetClass: HighwayClass): number {
  const junction = tags.get('junction');
  if (junction === 'roundabout' || junction === 'circular') return 1;
  return streetClass === 'motorway' || streetClass === 'motorway_link' ? 1 : 0;
}

/** A lane that lets cycles ride against a one-way street. */
function contraflow(tags: Tags): boolean {
  for (const key of ['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both']) {
    if (tags.get(key)?.startsWith('opposite')) return true;
    const oneWay = tags.get(`${key}:oneway`);
    if (oneWay === '-1' || oneWay === 'no') return true;
  }
  return false;
}

/** The class of a way, or `undefined` where it is nothing to travel on. */
export function streetClass(tags: Tags): HighwayClass | undefined {
  if (tags.get('route') === 'ferry') return 'ferry';
  const highway = tags.get('highway');
  return highway === undefined || highway === 'ferry' || classCode(highway) < 0 ? undefined : (highway as HighwayClass);
}
