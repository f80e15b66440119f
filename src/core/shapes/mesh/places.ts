/**
 * Numbers for places: points at the very same coordinates have the same number, which is how the shared borders of
 * published boundaries are known. Boundaries that only nearly meet share nothing. Numbers are given in order of appearance.
 */
export function placesOf(x: Float64Array, y: Float64Array): {place: Uint32Array; count: number} {
  const bitsX = new Uint32Array(x.buffer, x.byteOffset, x.length * 2);
  const bitsY = new Uint32Array(y.buffer, y.byteOffset, y.length * 2);
  const slots = slotsFor(x.length);
  const place = new Uint32Array(x.length);
  let count = 0;
  for (let point = 0; point < x.length; point++) {
    let hash = Math.imul(bitsX[point * 2]! ^ Math.imul(bitsX[point * 2 + 1]!, 0x85ebca6b), 0x9e3779b1);
    hash = Math.imul(hash ^ bitsY[point * 2]! ^ Math.imul(bitsY[point * 2 + 1]!, 0xc2b2ae35), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    for (;;) {
      const known = slots[slot]!;
      if (known < 0) {
        slots[slot] = point;
        place[point] = count++;
        break;
      }
      if (x[known] === x[point] && y[known] === y[point]) {
        place[point] = place[known]!;
        break;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }
  return {place, count};
}

/** An open hash table's slots, all empty (−1): a power of two, at most half of them used by so many entries. */
export function slotsFor(entries: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(Math.max(entries, 8) * 2))).fill(-1);
}
