/**
 * For each node of a hierarchy, the arcs that come up to it from lower ends, gathered one by one and taken all at once.
 *
 * Lists in a few arrays: what is taken leaves room for what is gathered next, so they stay as small as what waits.
 */
export class Gathered {
  /** What `take` gave last: the lower ends, each once, and the least weight from each. */
  lows = new Uint32Array(64);
  weights = new Float64Array(64);
  readonly #last: Int32Array;
  /** Where a lower end may stand in `lows`; true only if it does stand there. */
  readonly #placeOf: Uint32Array;
  #before = new Int32Array(1024);
  #low = new Uint32Array(1024);
  #weight = new Float64Array(1024);
  #free = -1;
  #used = 0;

  constructor(nodes: number, lowerEnds: number) {
    this.#last = new Int32Array(nodes).fill(-1);
    this.#placeOf = new Uint32Array(lowerEnds);
  }

  add(node: number, low: number, weight: number): void {
    let at = this.#free;
    if (at >= 0) this.#free = this.#before[at]!;
    else {
      at = this.#used++;
      if (at === this.#low.length) this.#grow();
    }
    this.#low[at] = low;
    this.#weight[at] = weight;
    this.#before[at] = this.#last[node]!;
    this.#last[node] = at;
  }

  /** Takes what waits at a node into `lows` and `weights`; gives how many lower ends there are. */
  take(node: number): number {
    const placeOf = this.#placeOf;
    let count = 0;
    for (let at = this.#last[node]!; at >= 0; ) {
      const low = this.#low[at]!;
      const weight = this.#weight[at]!;
      const place = placeOf[low]!;
      if (place < count && this.lows[place] === low) {
        if (weight < this.weights[place]!) this.weights[place] = weight;
      } else {
        if (count === this.lows.length) this.#growTaken();
        placeOf[low] = count;
        this.lows[count] = low;
        this.weights[count++] = weight;
      }
      const next = this.#before[at]!;
      this.#before[at] = this.#free;
      this.#free = at;
      at = next;
    }
    this.#last[node] = -1;
    return count;
  }

  #grow(): void {
    const before = new Int32Array(2 * this.#before.length);
    const low = new Uint32Array(before.length);
    const weight = new Float64Array(before.length);
    before.set(this.#before);
    low.set(this.#low);
    weight.set(this.#weight);
    this.#before = before;
    this.#low = low;
    this.#weight = weight;
  }

  #growTaken(): void {
    const lows = new Uint32Array(2 * this.lows.length);
    const weights = new Float64Array(lows.length);
    lows.set(this.lows);
    weights.set(this.weights);
    this.lows = lows;
    this.weights = weights;
  }
}
