import type {AreaMesh} from '../../../src/domain/area-mesh.ts';

/** Areas drawn together: those next to each other in code order mostly lie near each other. */
export interface Stretch {
  /** Areas from the first to before the last. */
  from: number;
  to: number;
  /** West, north, east, south in the mesh’s own coordinates. */
  box: readonly [number, number, number, number];
}

const AREAS_TOGETHER = 256;

/** The areas in stretches, each with the box that holds it, so that what is off the screen need not be drawn. */
export function stretchesOf({areas}: AreaMesh, boxes: Float32Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < areas; from += AREAS_TOGETHER) {
    const to = Math.min(areas, from + AREAS_TOGETHER);
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let area = from; area < to; area++) {
      box[0] = Math.min(box[0], boxes[area * 4]!);
      box[1] = Math.min(box[1], boxes[area * 4 + 1]!);
      box[2] = Math.max(box[2], boxes[area * 4 + 2]!);
      box[3] = Math.max(box[3], boxes[area * 4 + 3]!);
    }
    stretches.push({from, to, box});
  }
  return stretches;
}

/** Whether any of a box is on the screen, for a matrix without a tilt or turn, with a margin for lines. */
export function isSeen({box}: Stretch, matrix: Float32Array): boolean {
  const at = (x: number, axis: 0 | 1) => (matrix[axis * 5]! * x + matrix[12 + axis]!) / matrix[15]!;
  const [left, right] = [at(box[0], 0), at(box[2], 0)];
  const [top, bottom] = [at(box[1], 1), at(box[3], 1)];
  const margin = 1.05;
  return (
    Math.min(left, right) < margin &&
    Math.max(left, right) > -margin &&
    Math.min(top, bottom) < margin &&
    Math.max(top, bottom) > -margin
  );
}
