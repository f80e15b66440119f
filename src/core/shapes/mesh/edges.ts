import {placesOf, slotsFor} from './places.ts';
import type {Rings} from './rings.ts';

/** Nobody lives on the other side: the edge of the whole place, or of a gap. */
export const NO_AREA = 0xffffffff;

/**
 * Every stretch of border once, with the areas on both sides: edge `e` goes from point `from[e]` to point `to[e]` of area
 * `area[e]`, and `other[e]` lies beyond it. In order of the area.
 */
export interface Edges {
  from: Uint32Array;
  to: Uint32Array;
  area: Uint32Array;
  other: Uint32Array;
}

/** The edges of all rings. Two areas share one where both have its two ends one after the other. O(points). */
export function edgesOf({x, y, start, area}: Rings): Edges {
  const {place} = placesOf(x, y);
  const points = x.length;
  const edges: Edges = {
    from: new Uint32Array(points),
    to: new Uint32Array(points),
    area: new Uint32Array(points),
    other: new Uint32Array(points).fill(NO_AREA),
  };
  const slots = slotsFor(points);
  let count = 0;
  for (let ring = 0; ring < area.length; ring++) {
    const end = start[ring + 1]!;
    for (let from = start[ring]!; from < end; from++) {
      const to = from + 1 < end ? from + 1 : start[ring]!;
      const low = Math.min(place[from]!, place[to]!);
      const high = Math.max(place[from]!, place[to]!);
      const hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
      for (;;) {
        const known = slots[slot]!;
        if (known < 0) {
          slots[slot] = count;
          edges.from[count] = from;
          edges.to[count] = to;
          edges.area[count++] = area[ring]!;
          break;
        }
        const [a, b] = [place[edges.from[known]!]!, place[edges.to[known]!]!];
        if ((a === low && b === high) || (a === high && b === low)) {
          if (edges.area[known] !== area[ring]) edges.other[known] = area[ring]!;
          break;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
    }
  }
  return {
    from: edges.from.slice(0, count),
    to: edges.to.slice(0, count),
    area: edges.area.slice(0, count),
    other: edges.other.slice(0, count),
  };
}
