/** Things that may be taken, side by side: what taking each saves, and the room that it fills. */
export interface Items {
  count: number;
  saves: Float64Array;
  people: Float64Array;
}

/** Space for so many things, none of them there yet. */
export function itemsFor(most: number): Items {
  return {count: 0, saves: new Float64Array(most), people: new Float64Array(most)};
}

/** Room up to which it is filled exactly, whole person by whole person. */
const MOST_ROOM = 5000;

/** Whether room is filled exactly: by whole people, and not too many of them. */
export function isExact(people: Float64Array, room: number): boolean {
  return room <= MOST_ROOM && people.every((each) => Number.isInteger(each));
}

/** The most that things of whole people save within whole room; with `taken`, 1 for each thing taken. O(things × room). */
export function filledWhole({count, saves, people}: Items, room: number, taken: Uint8Array | null): number {
  const width = room + 1;
  const best = scratch(width);
  const took = taken ? new Uint8Array(count * width) : null;
  for (let at = 0; at < count; at++) {
    const each = saves[at]!;
    const size = people[at]!;
    for (let left = room; left >= size; left--) {
      const value = best[left - size]! + each;
      if (value <= best[left]!) continue;
      best[left] = value;
      if (took) took[at * width + left] = 1;
    }
  }
  if (taken && took) {
    let left = room;
    for (let at = count - 1; at >= 0; at--) {
      taken[at] = took[at * width + left]!;
      if (taken[at]) left -= people[at]!;
    }
  }
  return best[room]!;
}

/** At least the most that things save within the room: they are taken by shares. With `taken`, 1 for each taken whole. */
export function filledByShares({count, saves, people}: Items, room: number, taken: Uint8Array | null): number {
  const order = Array.from({length: count}, (_, at) => at);
  order.sort((a, b) => saves[b]! / people[b]! - saves[a]! / people[a]! || a - b);
  taken?.fill(0, 0, count);
  let left = room;
  let sum = 0;
  for (const at of order) {
    if (left <= 0) break;
    const size = people[at]!;
    sum += saves[at]! * Math.min(1, left / size);
    if (taken && size <= left) taken[at] = 1;
    left -= size;
  }
  return sum;
}

/**
 * For each thing what the others save at most in the room that is left once it is taken: from the best of the things before
 * it and of those behind it. Only for whole people and room. O(things × room).
 */
export function besideEach({count, saves, people}: Items, room: number): Float64Array {
  const width = room + 1;
  const before = new Float64Array(count * width);
  for (let at = 1; at < count; at++) {
    const here = at * width;
    const size = people[at - 1]!;
    before.copyWithin(here, here - width, here);
    for (let left = room; left >= size; left--)
      before[here + left] = Math.max(before[here + left]!, before[here - width + left - size]! + saves[at - 1]!);
  }
  const answer = new Float64Array(count);
  const behind = scratch(width);
  for (let at = count - 1; at >= 0; at--) {
    const rest = room - people[at]!;
    let best = -Infinity;
    for (let left = 0; left <= rest; left++) best = Math.max(best, before[at * width + left]! + behind[rest - left]!);
    answer[at] = best;
    for (let left = room; left >= people[at]!; left--)
      behind[left] = Math.max(behind[left]!, behind[left - people[at]!]! + saves[at]!);
  }
  return answer;
}

let kept = new Float64Array(0);

/** Zeros that the next call gets too: filling room is the innermost loop of all. */
function scratch(size: number): Float64Array {
  if (kept.length < size) kept = new Float64Array(size);
  return kept.fill(0, 0, size);
}
