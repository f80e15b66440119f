import type {PlaceTimes} from './compute.ts';

/** What rows held may weigh together: those to 1,300 sites from all areas of England. */
const MOST_BYTES = 256 * 2 ** 20;

/** Travel times read from the file or just measured, by their key; beyond a weight those not used for longest are let go. */
export class HeldTimes {
  readonly #mostBytes: number;
  /** The least recently used first, as a map keeps the order of entry. */
  readonly #rows = new Map<string, PlaceTimes>();
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): PlaceTimes | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    this.#rows.delete(key);
    this.#rows.set(key, row);
    return row;
  }

  put(key: string, row: PlaceTimes): void {
    this.#remove(key);
    this.#rows.set(key, row);
    this.#bytes += weightOf(row);
    for (const oldest of this.#rows.keys()) {
      if (this.#bytes <= this.#mostBytes || oldest === key) break;
      this.#remove(oldest);
    }
  }

  clear(): void {
    this.#rows.clear();
    this.#bytes = 0;
  }

  #remove(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#bytes -= weightOf(row);
    this.#rows.delete(key);
  }
}

function weightOf({seconds, metres}: PlaceTimes): number {
  return seconds.byteLength + metres.byteLength;
}
