/** The priority queue of `queue.ts` for keys that need more than 32 bits, with a look at the least. */
export class WeightQueue {
  #keys = new Float64Array(1024);
  #values = new Uint32Array(1024);
  length = 0;

  /** The least key. The queue must not be empty. */
  least(): number {
    return this.#keys[0]!;
  }

  clear(): void {
    this.length = 0;
  }

  push(key: number, value: number): void {
    if (this.length === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const values = this.#values;
    let at = this.length++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (keys[parent]! <= key) break;
      keys[at] = keys[parent]!;
      values[at] = values[parent]!;
      at = parent;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Takes a value with the least key. The queue must not be empty. */
  take(): number {
    const keys = this.#keys;
    const values = this.#values;
    const taken = values[0]!;
    const length = --this.length;
    const key = keys[length]!;
    const value = values[length]!;
    let at = 0;
    for (;;) {
      let least = 4 * at + 1;
      if (least >= length) break;
      const end = Math.min(least + 4, length);
      for (let child = least + 1; child < end; child++) if (keys[child]! < keys[least]!) least = child;
      if (keys[least]! >= key) break;
      keys[at] = keys[least]!;
      values[at] = values[least]!;
      at = least;
    }
    keys[at] = key;
    values[at] = value;
    return taken;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const values = new Uint32Array(this.#values.length * 2);
    keys.set(this.#keys);
    values.set(this.#values);
    this.#keys = keys;
    this.#values = values;
  }
}
