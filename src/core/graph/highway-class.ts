/**
 * The kinds of street that Closer tells apart: OpenStreetMap's `highway` values that someone can travel on, and ferries.
 *
 * A street keeps its class as its place in this list, and projects keep networks, so the list is only ever added to at
 * its end.
 */
export const HIGHWAY_CLASSES = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
  'pedestrian',
  'footway',
  'path',
  'bridleway',
  'cycleway',
  'steps',
  'ferry',
] as const;

export type HighwayClass = (typeof HIGHWAY_CLASSES)[number];

/** The code of a class, or -1 for a `highway` value that is not a street one can travel on. */
export function classCode(value: string): number {
  return HIGHWAY_CLASSES.indexOf(value as HighwayClass);
}
