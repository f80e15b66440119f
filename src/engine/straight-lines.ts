import {straightLineTimes} from '../core/graph/straight-line.ts';
import type {TravelTimes} from '../core/graph/travel-times.ts';
import {drain} from '../core/job.ts';
import type {Travel} from '../domain/mode.ts';
import {figureValue} from './assumptions.ts';
import {carryOver} from './closest-known.ts';
import type {Workspace} from './workspace.ts';

/** The figures that times along straight lines rest on: detour, speed, and the longest journey in minutes. */
export function straightFigures(mode: Travel['mode']): [string, string, string] {
  return ['detour-factor', `straight-speed-${mode}`, 'travel-limit'];
}

interface Held {
  /** Areas and figures that all rows were measured with. */
  base: string;
  ids: readonly string[];
  /** Longitude and latitude of each row's site. */
  places: readonly string[];
  times: TravelTimes;
}

const held = new WeakMap<Workspace, Held>();

/** Times along straight lines to these sites. Rows of sites that stand where they stood are taken from the last matrix. */
export function straightLines(workspace: Workspace, {mode}: Travel, ids: readonly string[]): TravelTimes {
  const {plan} = workspace;
  const people = workspace.people();
  const [detour, kmh, limit] = straightFigures(mode).map((key) => figureValue(plan, key)) as [number, number, number];
  const base = [people.key, detour, kmh, limit].join(' ');
  const sites = ids.map((id) => plan.site.get(id)!);
  const places = sites.map(({lng, lat}) => `${lng} ${lat}`);
  const last = held.get(workspace);
  const isLike = last?.base === base;
  const sameIds = isLike && sameList(last.ids, ids);
  if (sameIds && sameList(last.places, places)) return last.times;

  const rowOf = new Map(isLike ? last.places.map((place, row) => [place, row]) : []);
  const fresh = [...ids.keys()].filter((row) => !rowOf.has(places[row]!));
  const of = (axis: 'lng' | 'lat') => Float64Array.from(fresh, (row) => sites[row]![axis]);
  const measured = drain(straightLineTimes(people, {lng: of('lng'), lat: of('lat')}, detour, kmh, limit * 60));
  let times = measured;
  if (fresh.length < ids.length) {
    const areas = people.codes.length;
    const seconds = new Uint16Array(areas * ids.length);
    const metres = new Uint32Array(areas * ids.length);
    const take = (row: number, from: TravelTimes, at: number) => {
      seconds.set(from.seconds.subarray(at * areas, (at + 1) * areas), row * areas);
      metres.set(from.metres.subarray(at * areas, (at + 1) * areas), row * areas);
    };
    fresh.forEach((row, at) => {
      take(row, measured, at);
    });
    places.forEach((place, row) => {
      const at = rowOf.get(place);
      if (at !== undefined) take(row, last!.times, at);
    });
    times = {areas, sites: ids.length, seconds, metres};
    if (sameIds) carryOver(times, last.times, fresh);
  }
  held.set(workspace, {base, ids, places, times});
  return times;
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
