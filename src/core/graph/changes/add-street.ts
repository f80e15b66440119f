/**
 * New streets in a network. A drawn point that lies on a street joins it there; one that does not is a bend. Where a new
 * street crosses another without a point on it, it passes over or under.
 */
import {HIGHWAY_CLASSES, type HighwayClass} from '../highway-class.ts';
import {metresBetween} from '../metres.ts';
import {DEGREE, STREET_MODES, type StreetMode, type StreetNetwork, USE, usage, withUse} from '../street-network.ts';
import type {Changed} from './change-streets.ts';
import {GrownStreets} from './grown-streets.ts';
import type {Line, StreetChange} from './street-change.ts';

/** A drawn point this close to a street is meant to be on it. */
export const JOIN_METRES = 20;
/** This close to a junction or an end it is meant to be that. */
const SAME_PLACE_METRES = 6;

const ON_FOOT = STREET_MODES.indexOf('walk');

const NOT_BY_CAR: readonly HighwayClass[] = ['pedestrian', 'footway', 'path', 'bridleway', 'cycleway', 'steps'];
const NOT_BY_CYCLE: readonly HighwayClass[] = ['motorway', 'motorway_link', 'footway', 'steps'];
const NOT_ON_FOOT: readonly HighwayClass[] = ['motorway', 'motorway_link'];

/** Who may use a new street of this class, by the customs of Great Britain. */
export function usersOfClass(of: HighwayClass): StreetMode[] {
  const barred = {drive: NOT_BY_CAR, walk: NOT_ON_FOOT, cycle: NOT_BY_CYCLE};
  return STREET_MODES.filter((mode) => !barred[mode].includes(of));
}

export class StreetAdder {
  readonly #streets: GrownStreets;

  constructor(network: StreetNetwork) {
    this.#streets = new GrownStreets(network);
  }

  add({line, class: of, kmh, name, oneWay = false}: Extract<StreetChange, {kind: 'added'}>): Changed {
    const streets = this.#streets;
    const modes = usersOfClass(of).map((mode) => STREET_MODES.indexOf(mode));
    const mayJoin = (edge: number) => {
      const use = streets.use(edge);
      return modes.some((mode) => usage(use, mode, 0) !== USE.no || usage(use, mode, 1) !== USE.no);
    };
    // Joined before the street itself is there, or its own first stretch would be the nearest street of its next point.
    const ends = [0, line.length - 1];
    const places = line.map(([lng, lat], at) => {
      const joined = this.#join(lng, lat, mayJoin);
      return {
        lng,
        lat,
        joined: joined >= 0,
        vertex: joined >= 0 || !ends.includes(at) ? joined : streets.place(lng, lat),
      };
    });
    const back = (mode: number) => (oneWay && mode !== ON_FOOT ? USE.no : USE.yes);
    const use = modes.reduce((all, mode) => withUse(withUse(all, mode, 0, USE.yes), mode, 1, back(mode)), 0);
    const limit = Math.round(kmh * 100);
    const nameAt = streets.named(name);
    let [edges, decimetres] = [0, 0];
    let from = 0;
    for (let to = 1; to < places.length; to++) {
      if (places[to]!.vertex < 0) continue;
      const [a, b] = [places[from]!.vertex, places[to]!.vertex];
      const bends = places.slice(from + 1, to).map(({lng, lat}): [number, number] => [lng, lat]);
      from = to;
      if (a === b && bends.length === 0) continue;
      const long = Math.round(lengthOf([streets.at(a), ...bends, streets.at(b)]) * 10);
      streets.addEdge({
        from: a,
        to: b,
        bends,
        decimetres: long,
        class: HIGHWAY_CLASSES.indexOf(of),
        use,
        limit,
        name: nameAt,
      });
      edges++;
      decimetres += long;
    }
    return {edges, metres: decimetres / 10, joins: places.filter(({joined}) => joined).length};
  }

  network(): StreetNetwork {
    return this.#streets.network();
  }

  /** The vertex where a point meets the streets, made if need be; -1 where none is near. */
  #join(lng: number, lat: number, mayJoin: (edge: number) => boolean): number {
    const streets = this.#streets;
    const near = streets.nearest(lng, lat, JOIN_METRES, mayJoin);
    if (near === null) return -1;
    for (const vertex of streets.ends(near.edge)) {
      const [x, y] = streets.at(vertex);
      if (metresBetween(x, y, near.lng, near.lat) <= SAME_PLACE_METRES) return vertex;
    }
    return streets.cut(near.edge, near.segment, Math.round(near.lng * DEGREE), Math.round(near.lat * DEGREE));
  }
}

export function lengthOf(line: Line): number {
  return line.reduce((sum, [lng, lat], at) => {
    const [x, y] = line[Math.max(0, at - 1)]!;
    return sum + metresBetween(x, y, lng, lat);
  }, 0);
}
