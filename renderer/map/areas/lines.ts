import {type AreaMesh, NO_AREA} from '../../../src/domain/area-mesh.ts';

/** Numbers of one line as it goes to the card: its two ends, and the size of the smaller of the areas beside it. */
export const LINE_NUMBERS = 5;

/** How wide each area is: the side of a square as large as its box. */
function sizesOf(boxes: Float32Array): Float32Array {
  const size = (_: unknown, area: number) =>
    Math.sqrt((boxes[area * 4 + 2]! - boxes[area * 4]!) * (boxes[area * 4 + 3]! - boxes[area * 4 + 1]!));
  return Float32Array.from({length: boxes.length / 4}, size);
}

/** Every border once, and apart from them those of the place’s own outline. */
export function linesOf(mesh: AreaMesh, boxes: Float32Array): {borders: Float32Array; outline: Float32Array} {
  const {points, edges, firstEdge} = mesh;
  const sizes = sizesOf(boxes);
  const borders = new Float32Array((edges.length / 3) * LINE_NUMBERS);
  const outer: number[] = [];
  for (let area = 0; area < mesh.areas; area++) {
    for (let edge = firstEdge[area]!; edge < firstEdge[area + 1]!; edge++) {
      const other = edges[edge * 3 + 2]!;
      const at = edge * LINE_NUMBERS;
      lineInto(borders, at, points, edges[edge * 3]!, edges[edge * 3 + 1]!);
      borders[at + 4] = other === NO_AREA ? sizes[area]! : Math.min(sizes[area]!, sizes[other]!);
      if (other === NO_AREA) outer.push(...borders.subarray(at, at + LINE_NUMBERS));
    }
  }
  return {borders, outline: Float32Array.from(outer)};
}

/** The borders of one area, its own and those that its neighbours hold. */
export function linesAround({points, edges, firstEdge}: AreaMesh, area: number): Float32Array {
  const found: number[] = [];
  for (let edge = 0; edge * 3 < edges.length; edge++) {
    const isOwn = edge >= firstEdge[area]! && edge < firstEdge[area + 1]!;
    if (isOwn || edges[edge * 3 + 2] === area) found.push(edge);
  }
  const lines = new Float32Array(found.length * LINE_NUMBERS);
  found.forEach((edge, index) => {
    lineInto(lines, index * LINE_NUMBERS, points, edges[edge * 3]!, edges[edge * 3 + 1]!);
  });
  return lines;
}

function lineInto(lines: Float32Array, at: number, points: Float32Array, from: number, to: number): void {
  lines[at] = points[from * 2]!;
  lines[at + 1] = points[from * 2 + 1]!;
  lines[at + 2] = points[to * 2]!;
  lines[at + 3] = points[to * 2 + 1]!;
}
