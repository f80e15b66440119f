/** One thing that may be taken: whose it is, what taking it saves, and the room that it fills. */
export interface Item {
  area: number;
  saves: number;
  people: number;
}

/** Sums of people up to which room is filled exactly, whole person by whole person. */
const MOST_ROOM = 5000;

/** Whether room is filled exactly: by whole people, and not too many of them. */
export function isExact(items: readonly Item[], room: number): boolean {
  return room <= MOST_ROOM && items.every((item) => Number.isInteger(item.people));
}

/**
 * The most that things taken within the room save; with `taken`, counts the areas taken. Whole people are filled exactly;
 * others by shares, which saves at least as much.
 */
export function filled(items: readonly Item[], room: number, taken: Int32Array | null): number {
  return isExact(items, room) ? filledWhole(items, Math.floor(room), taken) : filledByShares(items, room, taken);
}

function filledWhole(items: readonly Item[], room: number, taken: Int32Array | null): number {
  const best = new Float64Array(room + 1);
  const took = taken ? new Uint8Array(items.length * (room + 1)) : null;
  items.forEach(({saves, people}, at) => {
    for (let left = room; left >= people; left--) {
      const value = best[left - people]! + saves;
      if (value <= best[left]!) continue;
      best[left] = value;
      if (took) took[at * (room + 1) + left] = 1;
    }
  });
  if (taken && took) {
    let left = room;
    for (let at = items.length - 1; at >= 0; at--) {
      if (took[at * (room + 1) + left] === 0) continue;
      taken[items[at]!.area]!++;
      left -= items[at]!.people;
    }
  }
  return best[room]!;
}

function filledByShares(items: readonly Item[], room: number, taken: Int32Array | null): number {
  const sorted = [...items].sort((a, b) => b.saves / b.people - a.saves / a.people || a.area - b.area);
  let left = room;
  let sum = 0;
  for (const {area, saves, people} of sorted) {
    if (left <= 0) break;
    sum += saves * Math.min(1, left / people);
    if (taken && people <= left) taken[area]!++;
    left -= people;
  }
  return sum;
}

/**
 * For each thing what the others save at most in the room that is left once it is taken: from the best of the things before
 * it and of those behind it. Only for exact room. O(things × room).
 */
export function besideEach(items: readonly Item[], wholeRoom: number): Float64Array {
  const room = Math.floor(wholeRoom);
  const before = [new Float64Array(room + 1)];
  items.forEach(({saves, people}, at) => {
    const next = before[at]!.slice();
    for (let left = room; left >= people; left--)
      next[left] = Math.max(next[left]!, before[at]![left - people]! + saves);
    before.push(next);
  });
  const answer = new Float64Array(items.length);
  const behind = new Float64Array(room + 1);
  for (let at = items.length - 1; at >= 0; at--) {
    const {saves, people} = items[at]!;
    const rest = room - people;
    let best = -Infinity;
    for (let left = 0; left <= rest; left++) best = Math.max(best, before[at]![left]! + behind[rest - left]!);
    answer[at] = best;
    for (let left = room; left >= people; left--)
      behind[left] = Math.max(behind[left]!, behind[left - people]! + saves);
  }
  return answer;
}
