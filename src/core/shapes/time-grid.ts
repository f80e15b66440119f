/**
 * Travel times along streets, spread over a grid.
 *
 * A cell's time is the least of: the time of a street point in it; and a neighbour's time plus the way across, at a slow
 * stated speed. Beside it stands how far the nearest street is. Cells are square on the ground at the middle of the grid.
 */
import {METRES_PER_DEGREE} from '../graph/metres.ts';

export interface TimeGrid {
  columns: number;
  rows: number;
  /** Of the middle of cell (0, 0). */
  west: number;
  south: number;
  /** Cell size in degrees and in metres. */
  lngStep: number;
  latStep: number;
  cellMetres: number;
  cellsPerLng: number;
  cellsPerLat: number;
  /** Minutes; Infinity where no street is near. */
  minutes: Float32Array;
  /** Metres off the street; Infinity as well. */
  off: Float32Array;
}

/** Empty cells around the outermost street, so that contours close. */
const MARGIN = 6;

/** A grid over an extent in degrees, of about `cells` cells, none smaller than `leastMetres`. */
export function emptyGrid(
  [west, south, east, north]: readonly [number, number, number, number],
  cells: number,
  leastMetres: number,
  margin: number,
): TimeGrid {
  const lngMetres = METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const width = (east - west) * lngMetres + 2 * margin;
  const height = (north - south) * METRES_PER_DEGREE + 2 * margin;
  const cellMetres = Math.max(leastMetres, Math.sqrt((width * height) / cells));
  const columns = Math.ceil(width / cellMetres) + 2 * MARGIN;
  const rows = Math.ceil(height / cellMetres) + 2 * MARGIN;
  const lngStep = cellMetres / lngMetres;
  const latStep = cellMetres / METRES_PER_DEGREE;
  return {
    columns,
    rows,
    west: (west + east) / 2 - ((columns - 1) / 2) * lngStep,
    south: (south + north) / 2 - ((rows - 1) / 2) * latStep,
    lngStep,
    latStep,
    cellMetres,
    cellsPerLng: 1 / lngStep,
    cellsPerLat: 1 / latStep,
    minutes: new Float32Array(columns * rows).fill(Number.POSITIVE_INFINITY),
    off: new Float32Array(columns * rows).fill(Number.POSITIVE_INFINITY),
  };
}

/** Notes the time of a street point in its cell. */
export function mark(grid: TimeGrid, lng: number, lat: number, minutes: number): void {
  const column = Math.floor((lng - grid.west) * grid.cellsPerLng + 0.5);
  const row = Math.floor((lat - grid.south) * grid.cellsPerLat + 0.5);
  if (column < MARGIN || row < MARGIN || column >= grid.columns - MARGIN || row >= grid.rows - MARGIN) return;
  const at = column + row * grid.columns;
  if (minutes < grid.minutes[at]!) grid.minutes[at] = minutes;
  grid.off[at] = 0;
}

/**
 * Spreads street times off the streets: a pass down and a pass up, each looking at the neighbours already passed. Along
 * rows, columns and diagonals that finds the least way across exactly.
 */
export function spreadOver({columns, rows, minutes, off, cellMetres}: TimeGrid, metresPerMinute: number): void {
  for (const [values, straight] of [
    [minutes, cellMetres / metresPerMinute],
    [off, cellMetres],
  ] as const) {
    for (let row = 1; row < rows - 1; row++) pass(values, columns, row, 1, straight);
    for (let row = rows - 2; row > 0; row--) pass(values, columns, row, -1, straight);
  }
}

/** One row, from the side and the row that were passed before. */
function pass(values: Float32Array, columns: number, row: number, onward: 1 | -1, straight: number): void {
  const diagonal = straight * Math.SQRT2;
  const from = row * columns + (onward === 1 ? 1 : columns - 2);
  const back = onward * columns;
  for (let i = 0, at = from; i < columns - 2; i++, at += onward) {
    const before = Math.min(values[at - onward]!, values[at - back]!) + straight;
    const aslant = Math.min(values[at - back - 1]!, values[at - back + 1]!) + diagonal;
    const least = Math.min(before, aslant);
    if (least < values[at]!) values[at] = least;
  }
}

/** Values smoothed over each cell's eight neighbours; none counts for more than `most`, which is also the rim's. */
export function softened({columns, rows}: TimeGrid, values: Float32Array, most: number): Float32Array {
  const plain = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) plain[i] = Math.min(values[i]!, most);
  const soft = new Float32Array(plain.length).fill(most);
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const i = column + row * columns;
      const cross = plain[i - 1]! + plain[i + 1]! + plain[i - columns]! + plain[i + columns]!;
      const above = i + columns;
      const below = i - columns;
      const corners = plain[below - 1]! + plain[below + 1]! + plain[above - 1]! + plain[above + 1]!;
      soft[i] = (4 * plain[i]! + 2 * cross + corners) / 16;
    }
  }
  return soft;
}
