import type {Osm} from '../../seeds/write-pbf.ts';

/**
 * A second opinion on travel in the sample town: textbook Dijkstra over the generated ways, written for these tests
 * and nothing to do with the core's. It knows speed limits, one-ways and bollards; it ignores banned turns.
 */
export type Place = readonly [lon: number, lat: number];

export type Mode = 'drive' | 'walk';

const DRIVABLE = new Set([
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
]);
const WALK_KMH = 4.8;

export function metresBetween(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 +
    Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2;
  return 2 * 6_371_009 * Math.asin(Math.sqrt(h));
}

type Link = {to: number; metres: number; minutes: number};

export class StreetOracle {
  private readonly places = new Map<number, Place>();
  private readonly links = new Map<number, Link[]>();
  private readonly against = new Map<number, Link[]>();

  /** `pace` is the share of the speed limit that drivers manage. */
  constructor(osm: Osm, mode: Mode, pace = 1) {
    const bollards = new Set(osm.nodes.filter((n) => n.tags.barrier === 'bollard').map((n) => n.id));
    for (const n of osm.nodes) this.places.set(n.id, [n.lon, n.lat]);
    for (const way of osm.ways) {
      const kind = way.tags.highway;
      if (kind === undefined || (mode === 'drive' && !DRIVABLE.has(kind))) continue;
      const kmh = mode === 'walk' ? WALK_KMH : Number.parseInt(way.tags.maxspeed ?? '20', 10) * 1.609344 * pace;
      for (let i = 1; i < way.nodes.length; i++) {
        const [a, b] = [way.nodes[i - 1]!, way.nodes[i]!];
        if (mode === 'drive' && (bollards.has(a) || bollards.has(b))) continue;
        const metres = metresBetween(this.places.get(a)!, this.places.get(b)!);
        const minutes = (metres / 1000 / kmh) * 60;
        this.link(a, b, metres, minutes);
        if (mode === 'walk' || way.tags.oneway !== 'yes') this.link(b, a, metres, minutes);
      }
    }
  }

  private link(a: number, b: number, metres: number, minutes: number): void {
    this.links.set(a, [...(this.links.get(a) ?? []), {to: b, metres, minutes}]);
    this.against.set(b, [...(this.against.get(b) ?? []), {to: a, metres, minutes}]);
  }

  /** The nearest node that traffic can leave and reach, and the minutes it takes to walk there. */
  nearest(place: Place): {node: number; minutes: number} {
    let [node, least] = [-1, Number.POSITIVE_INFINITY];
    for (const id of this.links.keys()) {
      const away = metresBetween(this.places.get(id)!, place);
      if (away < least && this.against.has(id)) [node, least] = [id, away];
    }
    return {node, minutes: (least / 1000 / WALK_KMH) * 60};
  }

  /** Minutes (and metres by that way) from every node to a place. */
  towards(place: Place): {minutes: Map<number, number>; metres: Map<number, number>} {
    const end = this.nearest(place);
    const minutes = new Map([[end.node, end.minutes]]);
    const metres = new Map([[end.node, 0]]);
    const heap: [number, number][] = [[end.minutes, end.node]];
    const done = new Set<number>();
    for (let top = pop(heap); top; top = pop(heap)) {
      const [sum, node] = top;
      if (done.has(node)) continue;
      done.add(node);
      for (const l of this.against.get(node) ?? []) {
        if (sum + l.minutes < (minutes.get(l.to) ?? Number.POSITIVE_INFINITY)) {
          minutes.set(l.to, sum + l.minutes);
          metres.set(l.to, metres.get(node)! + l.metres);
          push(heap, [sum + l.minutes, l.to]);
        }
      }
    }
    return {minutes, metres};
  }

  /** Minutes and metres from each origin to each destination, by [destination][origin]. */
  table(origins: readonly Place[], destinations: readonly Place[]): {minutes: number[][]; metres: number[][]} {
    const starts = origins.map((p) => this.nearest(p));
    const found = destinations.map((p) => this.towards(p));
    return {
      minutes: found.map((f) => starts.map((s) => s.minutes + (f.minutes.get(s.node) ?? Number.POSITIVE_INFINITY))),
      metres: found.map((f) => starts.map((s) => f.metres.get(s.node) ?? Number.POSITIVE_INFINITY)),
    };
  }

  get nodes(): number {
    return this.links.size;
  }
}

function push(heap: [number, number][], item: [number, number]): void {
  let i = heap.push(item) - 1;
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (heap[up]![0] <= item[0]) break;
    heap[i] = heap[up]!;
    i = up;
  }
  heap[i] = item;
}

function pop(heap: [number, number][]): [number, number] | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]![0] < heap[child]![0]) child++;
    if (heap[child]![0] >= last[0]) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = last;
  return top;
}
