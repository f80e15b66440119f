/**
 * What a map needs to be recognised by, from the same file as the streets: water, coast, railways, woods and parks, and the
 * names of towns and villages. Nothing is computed from it.
 *
 * Small things are left out (a pond, a copse), so that a county stays a few hundred kilobytes. Of multipolygons only those
 * of water are taken, their outer ways joined end to end; holes (islands) are kept where a whole ring describes them.
 */
import {GrowingFloat64} from '../graph/growing.ts';
import {OsmNodeIds} from './osm-node-ids.ts';
import {joinedRings} from './osm-rings.ts';
import type {Member, OsmSink, Tags} from './osm-source.ts';

export type LandscapeKind = 'water' | 'river' | 'coast' | 'rail' | 'green' | 'place';

export interface LandscapeFeature {
  kind: LandscapeKind;
  name: string;
  /** Of places: 1 city … 5 hamlet. Of all else 0. */
  rank: number;
  /** `Point` of a place, `LineString` or `Polygon` (rings) otherwise; degrees. */
  points: [number, number][][];
}

const PLACE_RANK: Record<string, number> = {city: 1, town: 2, suburb: 3, village: 4, hamlet: 5};
const LEAST_SQUARE_METRES = {water: 4_000, green: 40_000};

/** Ways that a further pass should bring, and who takes them. */
export interface MissingWays {
  ids: ReadonlySet<number>;
  take: (id: number, refs: readonly number[]) => void;
}

/** A sink that takes nothing but the ways named. */
export function onlyThese({ids, take}: MissingWays): OsmSink {
  const nothing = () => {};
  return {
    node: nothing,
    nodeTags: nothing,
    relation: nothing,
    wantsWay: (id) => ids.has(id),
    way: (id, _tags, refs) => {
      if (ids.has(id)) take(id, refs);
    },
  };
}

interface Outline {
  kind: LandscapeKind;
  name: string;
  from: number;
  to: number;
}

export class LandscapeCollector implements OsmSink {
  readonly #refs = new GrowingFloat64();
  readonly #outlines: Outline[] = [];
  /** Where the nodes of each way that could be part of a multipolygon of water stand. */
  readonly #waterWays = new Map<number, [number, number]>();
  readonly #waters: {name: string; outer: number[]; inner: number[]}[] = [];
  readonly #places: LandscapeFeature[] = [];
  #nodes = new OsmNodeIds(new Float64Array(0));
  #lng = new Float64Array(0);
  #lat = new Float64Array(0);
  #last: {id: number; lng: number; lat: number} = {id: 0, lng: 0, lat: 0};

  way(id: number, tags: Tags, refs: readonly number[]): void {
    const kind = kindOf(tags, refs);
    if (kind === null && !isWater(tags)) return;
    const [from, to] = this.#keep(id, refs);
    if (kind !== null) this.#outlines.push({kind, name: tags.get('name') ?? '', from, to});
  }

  /** After the first pass: the ways that outlines of water are made of and that no tag of their own brought in. */
  missing(): MissingWays {
    const ids = this.#waters.flatMap(({outer, inner}) => [...outer, ...inner]).filter((id) => !this.#waterWays.has(id));
    return {ids: new Set(ids), take: (id, refs) => this.#keep(id, refs)};
  }

  #keep(id: number, refs: readonly number[]): [number, number] {
    const from = this.#refs.length;
    for (let i = 0; i < refs.length; i++) this.#refs.push(refs[i]!);
    const span: [number, number] = [from, this.#refs.length];
    this.#waterWays.set(id, span);
    return span;
  }

  relation(_id: number, tags: Tags, members: readonly Member[]): void {
    if (tags.get('type') !== 'multipolygon' || !isWater(tags)) return;
    const of = (role: string) =>
      members.filter((each) => each.kind === 'way' && each.role === role).map((each) => each.id);
    this.#waters.push({name: tags.get('name') ?? '', outer: of('outer'), inner: of('inner')});
  }

  /** After the first pass. */
  wantNodes(): void {
    this.#nodes = new OsmNodeIds(this.#refs.view().slice());
    this.#lng = new Float64Array(this.#nodes.ids.length).fill(Number.NaN);
    this.#lat = new Float64Array(this.#nodes.ids.length);
  }

  node(id: number, lng: number, lat: number): void {
    this.#last = {id, lng, lat};
    const at = this.#nodes.indexOf(id);
    if (at < 0) return;
    this.#lng[at] = lng;
    this.#lat[at] = lat;
  }

  nodeTags(id: number, tags: () => Tags, isPlace: boolean): void {
    if (!isPlace) return;
    const all = tags();
    const rank = PLACE_RANK[all.get('place') ?? ''];
    const name = all.get('name');
    if (rank === undefined || !name || this.#last.id !== id) return;
    this.#places.push({kind: 'place', name, rank, points: [[rounded(this.#last.lng, this.#last.lat)]]});
  }

  /** After the second pass. */
  features(): LandscapeFeature[] {
    const lines = this.#outlines.flatMap(({kind, name, from, to}) => {
      const points = this.#points(from, to);
      if (points.length < 2 || isTooSmall(kind, points)) return [];
      return [{kind, name, rank: 0, points: [points]}];
    });
    const waters = this.#waters.flatMap(({name, outer, inner}) => {
      const rings = (ids: number[]) => joinedRings(ids.flatMap((id) => this.#lineOf(id)));
      return rings(outer)
        .filter((ring) => !isTooSmall('water', ring))
        .map((ring) => ({
          kind: 'water' as const,
          name,
          rank: 0,
          points: [ring, ...rings(inner).filter((hole) => isWithin(hole, ring))],
        }));
    });
    return [...waters, ...lines, ...this.#places];
  }

  #lineOf(way: number): [number, number][][] {
    const span = this.#waterWays.get(way);
    return span ? [this.#points(...span)] : [];
  }

  /** Points that the file does not hold are passed over: the outline is cut short there. */
  #points(from: number, to: number): [number, number][] {
    const points: [number, number][] = [];
    const refs = this.#refs.view();
    for (let i = from; i < to; i++) {
      const at = this.#nodes.indexOf(refs[i]!);
      if (at >= 0 && !Number.isNaN(this.#lng[at]!)) points.push(rounded(this.#lng[at]!, this.#lat[at]!));
    }
    return points;
  }
}

/** A metre is enough for a drawing. */
function rounded(lng: number, lat: number): [number, number] {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

function isWater(tags: Tags): boolean {
  return tags.get('natural') === 'water' || tags.get('waterway') === 'riverbank';
}

function kindOf(tags: Tags, refs: readonly number[]): LandscapeKind | null {
  const closed = refs.length > 3 && refs[0] === refs.at(-1);
  if (isWater(tags)) return closed ? 'water' : null;
  const waterway = tags.get('waterway');
  if ((waterway === 'river' || waterway === 'canal') && tags.get('tunnel') !== 'yes') return 'river';
  if (tags.get('natural') === 'coastline') return 'coast';
  if (tags.get('railway') === 'rail' && !tags.has('service')) return 'rail';
  const green = tags.get('natural') === 'wood' || tags.get('landuse') === 'forest' || tags.get('leisure') === 'park';
  return green && closed ? 'green' : null;
}

function isTooSmall(kind: LandscapeKind, ring: readonly [number, number][]): boolean {
  if (kind !== 'water' && kind !== 'green') return false;
  return squareMetres(ring) < LEAST_SQUARE_METRES[kind];
}

/** The size of a ring on a flat sheet at its own latitude: good to a percent, which is plenty for "too small to draw". */
function squareMetres(ring: readonly [number, number][]): number {
  const metresPerDegree = 111_195;
  const narrowing = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return (Math.abs(twice) / 2) * metresPerDegree ** 2 * narrowing;
}

/** Whether a ring's first point lies inside another ring (even-odd). */
function isWithin(inner: readonly [number, number][], outer: readonly [number, number][]): boolean {
  const [x, y] = inner[0]!;
  let inside = false;
  for (let i = 0, j = outer.length - 1; i < outer.length; j = i++) {
    const [xi, yi] = outer[i]!;
    const [xj, yj] = outer[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
