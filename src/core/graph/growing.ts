/** Typed arrays that grow by half as they fill, for readers that cannot know the count beforehand. */

export class GrowingFloat64 {
  #array = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#array.length) {
      const bigger = new Float64Array(this.length + (this.length >> 1));
      bigger.set(this.#array);
      this.#array = bigger;
    }
    this.#array[this.length++] = value;
  }

  /** A view of what was pushed; the array must not grow while it is used. */
  view(): Float64Array {
    return this.#array.subarray(0, this.length);
  }
}

/** Whole numbers; anything outside 32 bits wraps, as in the typed arrays they end in. */
export class GrowingInt32 {
  #array = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#array.length) {
      const bigger = new Int32Array(this.length + (this.length >> 1));
      bigger.set(this.#array);
      this.#array = bigger;
    }
    this.#array[this.length++] = value;
  }

  at(index: number): number {
    return this.#array[index]!;
  }

  view(): Int32Array {
    return this.#array.subarray(0, this.length);
  }
}
