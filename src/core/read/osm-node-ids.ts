/**
 * The nodes that streets pass through, as a sorted list of their numbers.
 *
 * Node numbers are too large for arrays and a hash of tens of millions costs three times the numbers themselves. A sorted
 * list with a coarse index finds one in a few steps, and files list nodes in ascending order, so that most are found by
 * looking at the next one.
 */
export class OsmNodeIds {
  readonly ids: Float64Array;
  readonly #bucketOf: number;
  readonly #buckets: Int32Array;
  readonly #lowest: number;
  #next = 0;

  /** `refs` is sorted in place. */
  constructor(refs: Float64Array) {
    this.ids = distinct(refs.sort());
    const {ids} = this;
    this.#lowest = ids[0] ?? 0;
    const span = (ids.at(-1) ?? 0) - this.#lowest + 1;
    const buckets = Math.max(1, ids.length >> 2);
    this.#bucketOf = buckets / span;
    this.#buckets = new Int32Array(buckets + 1);
    for (let i = 0, b = 0; b <= buckets; b++) {
      while (i < ids.length && this.#bucket(ids[i]!) < b) i++;
      this.#buckets[b] = i;
    }
  }

  #bucket(id: number): number {
    return Math.floor((id - this.#lowest) * this.#bucketOf);
  }

  /** The place of a node in the list, or -1. */
  indexOf(id: number): number {
    const {ids} = this;
    const next = this.#next;
    if (ids[next] === id) {
      this.#next = next + 1;
      return next;
    }
    if (!(id >= this.#lowest && id <= ids.at(-1)!)) return -1;
    // In ascending order, a node that is not wanted lies between the last one found and the next.
    if (next > 0 && id > ids[next - 1]! && id < ids[next]!) return -1;
    const bucket = Math.min(this.#bucket(id), this.#buckets.length - 2);
    let low = this.#buckets[bucket]!;
    let high = this.#buckets[bucket + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    if (ids[low] !== id) {
      this.#next = low;
      return -1;
    }
    this.#next = low + 1;
    return low;
  }
}

function distinct(sorted: Float64Array): Float64Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  }
  return sorted.slice(0, kept);
}
