import {type AreaMesh, NO_AREA} from '../../../src/domain/area-mesh.ts';
import type {Stretch} from './stretches.ts';

/** Numbers of one line as it goes to the card: its two ends, and the size of the smaller of the areas beside it. */
export const LINE_NUMBERS = 5;

/** How wide each area is: the side of a square as large as its box. */
function sizesOf(boxes: Float32Array): Float32Array {
  const size = (_: unknown, area: number) =>
    Math.sqrt((boxes[area * 4 + 2]! - boxes[area * 4]!) * (boxes[area * 4 + 3]! - boxes[area * 4 + 1]!));
  return Float32Array.from({length: boxes.length / 4}, size);
}

/** The place’s own outline: borders with nobody on the other side. */
export function outlineOf({points, edges}: AreaMesh): Float32Array {
  const outer: number[] = [];
  for (let edge = 0; edge * 3 < edges.length; edge++) if (edges[edge * 3 + 2] === NO_AREA) outer.push(edge);
  return linesThrough(outer, points, edges);
}

/** Every border once, area by area in stretches; within each, those of large areas first, so that what is seen is its start. */
export function bordersOf(
  {areas, points, edges, firstEdge}: AreaMesh,
  boxes: Float32Array,
  stretches: readonly Stretch[],
): Float32Array {
  const sizes = sizesOf(boxes);
  const sizeOf = new Float32Array(edges.length / 3);
  for (let area = 0; area < areas; area++) {
    for (let edge = firstEdge[area]!; edge < firstEdge[area + 1]!; edge++) {
      const other = edges[edge * 3 + 2]!;
      sizeOf[edge] = other === NO_AREA ? sizes[area]! : Math.min(sizes[area]!, sizes[other]!);
    }
  }
  const order = Uint32Array.from(sizeOf.keys());
  for (const {from, to} of stretches)
    order.subarray(firstEdge[from], firstEdge[to]).sort((one, another) => sizeOf[another]! - sizeOf[one]!);
  const lines = linesThrough(order, points, edges);
  order.forEach((edge, place) => {
    lines[place * LINE_NUMBERS + 4] = sizeOf[edge]!;
  });
  return lines;
}

/** How many of these lines from one to before another, the largest areas’ first, have a size of at least so much. */
export function linesFrom(lines: Float32Array, from: number, to: number, size: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle * LINE_NUMBERS + 4]! >= size) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

/** The borders of one area, its own and those that its neighbours hold. */
export function linesAround({points, edges, firstEdge}: AreaMesh, area: number): Float32Array {
  const found: number[] = [];
  for (let edge = 0; edge * 3 < edges.length; edge++) {
    const isOwn = edge >= firstEdge[area]! && edge < firstEdge[area + 1]!;
    if (isOwn || edges[edge * 3 + 2] === area) found.push(edge);
  }
  return linesThrough(found, points, edges);
}

function linesThrough(which: ArrayLike<number>, points: Float32Array, edges: Uint32Array): Float32Array {
  const lines = new Float32Array(which.length * LINE_NUMBERS);
  for (let place = 0; place < which.length; place++) {
    const edge = which[place]! * 3;
    lineInto(lines, place * LINE_NUMBERS, points, edges[edge]!, edges[edge + 1]!);
  }
  return lines;
}

function lineInto(lines: Float32Array, at: number, points: Float32Array, from: number, to: number): void {
  lines[at] = points[from * 2]!;
  lines[at + 1] = points[from * 2 + 1]!;
  lines[at + 2] = points[to * 2]!;
  lines[at + 3] = points[to * 2 + 1]!;
}
