import type {LngLat} from './evidence.ts';
import {AS_NOW} from './option.ts';
import type {Plan} from './plan.ts';

/**
 * A street that an option closes, adds, or limits to another speed. What `as-now` changes is changed in every option, as a
 * correction of the streets that were read.
 */
export interface StreetChange {
  id: string;
  option: string;
  kind: 'closed' | 'added' | 'speed';
  /** The street's name, or what a planner calls it. */
  name: string;
  /** Where it runs: `MULTILINESTRING((…))` in longitude and latitude, which any map program reads. */
  line: string;
  /** OpenStreetMap's ways that it is part of, divided by commas: by them it is found in another edition. */
  ways: string;
  /** Whom it is closed to. */
  closedTo: '' | 'everyone' | 'cars';
  /** What sort of street is added. */
  sort: '' | StreetSort;
  /** The speed limit in miles an hour; null where none is said. */
  mph: number | null;
  reason: string;
  /** An added street that vehicles pass as it is drawn, from its first point to its last. */
  oneWay: 0 | 1;
}

/** The sorts of street that a planner adds, in their words. */
export type StreetSort = 'main' | 'secondary' | 'through' | 'residential' | 'cycleway' | 'footway';

export const STREET_SORTS: readonly {sort: StreetSort; label: string}[] = [
  {sort: 'residential', label: 'Residential street'},
  {sort: 'through', label: 'Through road'},
  {sort: 'secondary', label: 'B road'},
  {sort: 'main', label: 'A road'},
  {sort: 'cycleway', label: 'Cycleway, also on foot'},
  {sort: 'footway', label: 'Footpath or footbridge'},
];

/** What an option changes in the streets: its own changes after those of as now, each in the order in which they were made. */
export function streetChangesIn(plan: Plan, option: string): StreetChange[] {
  const rows = [...plan.street_change.values()];
  const now = rows.filter((row) => row.option === AS_NOW);
  return option === AS_NOW ? now : [...now, ...rows.filter((row) => row.option === option)];
}

/** Lines as text, with a hand's breadth of precision. */
export function linesText(lines: readonly (readonly LngLat[])[]): string {
  const of = (value: number) => String(Number(value.toFixed(7)));
  const parts = lines.map((line) => `(${line.map(([lng, lat]) => `${of(lng)} ${of(lat)}`).join(', ')})`);
  return `MULTILINESTRING(${parts.join(', ')})`;
}

/** The lines that were written as text; null where it is none, or a line has no length. */
export function linesOf(text: string): LngLat[][] | null {
  const inside = /^\s*MULTILINESTRING\s*\(\s*\((.+)\)\s*\)\s*$/is.exec(text)?.[1];
  if (inside === undefined) return null;
  const lines = inside.split(/\)\s*,\s*\(/).map((line) =>
    line.split(',').map((pair): LngLat => {
      const [lng, lat, ...more] = pair.trim().split(/\s+/).map(Number);
      return more.length === 0 ? [lng ?? Number.NaN, lat ?? Number.NaN] : [Number.NaN, Number.NaN];
    }),
  );
  const isPlace = ([lng, lat]: LngLat) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  return lines.every((line) => line.length > 1 && line.every(isPlace)) ? lines : null;
}

/** The numbers of ways, as they are kept. */
export function waysOf(text: string): number[] {
  return text
    .split(',')
    .filter((each) => each.trim() !== '')
    .map(Number);
}

/** Is the whole of a street, as its lines run, within what the change is of? It may run either way along it. */
export function isOf({line}: StreetChange, lines: readonly (readonly LngLat[])[]): boolean {
  const of = segmentsOf(linesOf(line) ?? []);
  const own = segmentsOf(lines);
  return own.size > 0 && [...own].every((segment) => of.has(segment));
}

function segmentsOf(lines: readonly (readonly LngLat[])[]): Set<string> {
  const at = ([lng, lat]: LngLat) => `${lng.toFixed(6)} ${lat.toFixed(6)}`;
  return new Set(lines.flatMap((line) => line.slice(1).map((to, before) => [at(line[before]!), at(to)].sort().join())));
}
