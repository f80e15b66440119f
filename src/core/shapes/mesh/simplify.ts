import {placesOf} from './places.ts';
import type {Rings} from './rings.ts';

/**
 * Rings with fewer points, none further from where it was than the tolerance (in Mercator's units), and borders that are
 * shared before shared after: whether a point stays is decided once for its place, from the stretch of border between two
 * places where borders meet, and so alike for all areas that it belongs to. Douglas and Peucker's rule (1973). No ring
 * falls below three points, so no area is lost. About O(points × log points).
 */
export function simplified(rings: Rings, tolerance: number): Rings {
  const {x, y, start} = rings;
  const {place, count} = placesOf(x, y);
  const keeps = meetings(rings, place, count);
  const many = start.length - 1;
  for (let ring = 0; ring < many; ring++) {
    const [from, end] = [start[ring]!, start[ring + 1]!];
    const fixed = fixedPoints(rings, place, keeps, from, end);
    fixed.forEach((one, index) => {
      const next = fixed[index + 1] ?? fixed[0]! + (end - from);
      thin(rings, place, keeps, from, end, one, next, tolerance * tolerance);
    });
  }
  for (let ring = 0; ring < many; ring++) atLeastThree(place, keeps, start[ring]!, start[ring + 1]!);
  return keptOf(rings, (point) => keeps[place[point]!] === 1);
}

/** Places where borders meet or end: those with other than two neighbours. */
function meetings({start}: Rings, place: Uint32Array, count: number): Uint8Array {
  const one = new Int32Array(count).fill(-1);
  const other = new Int32Array(count).fill(-1);
  const keeps = new Uint8Array(count);
  const meet = (at: number, neighbour: number) => {
    if (one[at] === neighbour || other[at] === neighbour) return;
    if (one[at] === -1) one[at] = neighbour;
    else if (other[at] === -1) other[at] = neighbour;
    else keeps[at] = 1;
  };
  for (let ring = 0; ring + 1 < start.length; ring++) {
    const end = start[ring + 1]!;
    for (let from = start[ring]!; from < end; from++) {
      const to = from + 1 < end ? from + 1 : start[ring]!;
      meet(place[from]!, place[to]!);
      meet(place[to]!, place[from]!);
    }
  }
  return keeps;
}

/** The points of a ring that stay anyway. One on its own is joined by the lowest place, so that all rings through it agree. */
function fixedPoints({x, y}: Rings, place: Uint32Array, keeps: Uint8Array, from: number, end: number): number[] {
  const fixed: number[] = [];
  let lowest = from;
  for (let point = from; point < end; point++) {
    if (keeps[place[point]!]) fixed.push(point);
    if (place[point]! < place[lowest]!) lowest = point;
  }
  if (fixed.length > 1) return fixed;
  const first = fixed[0] ?? lowest;
  let furthest = first;
  let most = -1;
  for (let point = from; point < end; point++) {
    const away = (x[point]! - x[first]!) ** 2 + (y[point]! - y[first]!) ** 2;
    if (away > most || (away === most && place[point]! < place[furthest]!)) {
      most = away;
      furthest = point;
    }
  }
  for (const point of [first, furthest]) keeps[place[point]!] = 1;
  return [first, furthest].sort((a, b) => a - b);
}

/** Keeps, between two points that stay, what lies further than the tolerance from the line; `last` may pass the ring’s end. */
function thin(
  {x, y}: Rings,
  place: Uint32Array,
  keeps: Uint8Array,
  from: number,
  end: number,
  first: number,
  last: number,
  square: number,
): void {
  const length = end - from;
  const at = (step: number) => (step >= end ? step - length : step);
  const open: [number, number][] = [[first, last]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [low, high] = stretch;
    let [furthest, most] = [-1, square];
    for (let step = low + 1; step < high; step++) {
      const away = squareToLine(x, y, at(step), at(low), at(high));
      // The lower place of two that are as far, whichever way round the ring goes.
      if (away > most || (away === most && furthest >= 0 && place[at(step)]! < place[at(furthest)]!)) {
        most = away;
        furthest = step;
      }
    }
    if (furthest < 0) continue;
    keeps[place[at(furthest)]!] = 1;
    open.push([low, furthest], [furthest, high]);
  }
}

/** The square of how far a point is from the stretch between two others, the same from either end. */
function squareToLine(x: Float64Array, y: Float64Array, point: number, from: number, to: number): number {
  const [a, b] = x[from]! < x[to]! || (x[from] === x[to] && y[from]! < y[to]!) ? [from, to] : [to, from];
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x[point]! - x[a]!) * dx + (y[point]! - y[a]!) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return (x[point]! - x[a]! - share * dx) ** 2 + (y[point]! - y[a]! - share * dy) ** 2;
}

function atLeastThree(place: Uint32Array, keeps: Uint8Array, from: number, end: number): void {
  let kept = 0;
  for (let point = from; point < end; point++) kept += keeps[place[point]!]!;
  const step = Math.max(1, Math.floor((end - from) / 3));
  for (let point = from; kept < 3 && point < end; point += step) {
    if (keeps[place[point]!]) continue;
    keeps[place[point]!] = 1;
    kept++;
  }
  for (let point = from; kept < 3 && point < end; point++) {
    if (keeps[place[point]!]) continue;
    keeps[place[point]!] = 1;
    kept++;
  }
}

function keptOf(rings: Rings, isKept: (point: number) => boolean): Rings {
  const x = new Float64Array(rings.x.length);
  const y = new Float64Array(rings.y.length);
  const start = new Uint32Array(rings.start.length);
  let at = 0;
  for (let ring = 0; ring + 1 < rings.start.length; ring++) {
    for (let point = rings.start[ring]!; point < rings.start[ring + 1]!; point++) {
      if (!isKept(point)) continue;
      x[at] = rings.x[point]!;
      y[at] = rings.y[point]!;
      at++;
    }
    start[ring + 1] = at;
  }
  return {...rings, x: x.slice(0, at), y: y.slice(0, at), start};
}
