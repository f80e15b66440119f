import {distance, type Point} from './plane.ts';

/** Points kept a distance apart, found again by squares of 100 m. */
export class Spaced {
  readonly all: Point[] = [];
  private readonly squares = new Map<string, Point[]>();

  /** One on either side of a line, or neither. */
  pair(at: Point, leftward: Point, off: number, gap: number, placed: (p: Point) => Point): void {
    const left = placed([at[0] + off * leftward[0], at[1] + off * leftward[1]]);
    const right = placed([at[0] - off * leftward[0], at[1] - off * leftward[1]]);
    if (!this.isFree(left, gap) || !this.isFree(right, gap)) return;
    this.add(left, 0);
    this.add(right, 0);
  }

  add(p: Point, gap: number): void {
    if (gap > 0 && !this.isFree(p, gap)) return;
    this.all.push(p);
    const key = `${Math.floor(p[0] / 100)},${Math.floor(p[1] / 100)}`;
    const square = this.squares.get(key);
    if (square) square.push(p);
    else this.squares.set(key, [p]);
  }

  isFree(p: Point, gap: number): boolean {
    const reach = Math.ceil(gap / 100);
    const [i, j] = [Math.floor(p[0] / 100), Math.floor(p[1] / 100)];
    for (let a = i - reach; a <= i + reach; a++) {
      for (let b = j - reach; b <= j + reach; b++) {
        if (this.squares.get(`${a},${b}`)?.some((q) => distance(p, q) < gap)) return false;
      }
    }
    return true;
  }
}
