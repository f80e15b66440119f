// `contract.ts`, `witness.ts`, `blocks.ts` and `weight-queue.ts` in AssemblyScript, step for step, so that both take out the
// same nodes in the same order and leave the same arcs. What this compiles to stands in `contract-kernel.ts`. Places in
// memory are counted in bytes; memory is imported, and grows at its end, where the blocks of arcs stand.

// An arc: the node at the other end, the streets it stands for, and its weight.
const ARC: usize = 16;
// What is known of a node: its weight and what it takes beyond the node around which a way is looked for; the search that
// last saw it, the one in which it needs no more looking for, the aim that it last belonged to, and its level.
const NODE: usize = 32;
const SEEN: usize = 16;
const MET: usize = 20;
const WANTED: usize = 24;
const LEVEL: usize = 28;
const BEYOND: usize = 8;
// A shortcut: from, to, streets, and weight.
const SHORTCUT: usize = 24;
// A block: its place, counted in arcs from the first, how many there are, and room for how many.
const BLOCK: usize = 12;

let nodes: u32;
let states: usize;
let outBlocks: usize;
let inBlocks: usize;
let shortcuts: usize;
let mostShortcuts: u32;
let ranks: usize;
let keys: usize;
let values: usize;
let nearKeys: usize;
let nearValues: usize;
let mostNear: u32;
let arcs: usize;

let end: u32 = 0;
let queued: u32 = 0;
let near: u32 = 0;
let search: u32 = 0;
let goal: u32 = 0;
let settled: u32 = 0;
let found: u32 = 0;
let isCut: bool = false;
let weighed: u32 = 0;
let ranked: u32 = 0;
let lacksRoom: bool = false;
let isOrdered: bool = false;

const WEIGHING: u32 = 30;
const CONTRACTING: u32 = 120;

export function begin(count: u32, room: usize, shortcutRoom: u32, nearRoom: u32): void {
  nodes = count;
  states = room;
  outBlocks = states + <usize>nodes * NODE;
  inBlocks = outBlocks + <usize>nodes * BLOCK;
  ranks = inBlocks + <usize>nodes * BLOCK;
  values = ranks + (<usize>nodes << 2);
  keys = (values + (<usize>nodes << 2) + 15) & ~15;
  nearValues = keys + (<usize>nodes << 3);
  nearKeys = (nearValues + (<usize>nearRoom << 2) + 15) & ~15;
  mostNear = nearRoom;
  shortcuts = nearKeys + (<usize>nearRoom << 3);
  mostShortcuts = shortcutRoom;
  arcs = (shortcuts + <usize>shortcutRoom * SHORTCUT + 15) & ~15;
}

export function placeOf(what: u32): usize {
  return what == 0 ? ranks : what == 1 ? outBlocks : what == 2 ? inBlocks : what == 3 ? arcs : values;
}

/** Nodes are taken out in the order that stands at `values`, and none is weighed. */
export function keepOrder(): void {
  isOrdered = true;
  weighed = nodes;
}

/** Room for the first arcs of each node, told beforehand in the blocks' rooms. False where memory ends. */
export function lay(): bool {
  for (let side: u32 = 0; side < 2; side++) {
    const blocks = side == 0 ? outBlocks : inBlocks;
    for (let node: u32 = 0; node < nodes; node++) {
      const block = blocks + <usize>node * BLOCK;
      store<u32>(block, end);
      end += load<u32>(block, 8);
    }
  }
  return reaches(end);
}

export function put(isInto: bool, node: u32, other: u32, weight: f64, streets: u32): void {
  const block = (isInto ? inBlocks : outBlocks) + <usize>node * BLOCK;
  const first = arcs + <usize>load<u32>(block) * ARC;
  const count = load<u32>(block, 4);
  const last = first + <usize>count * ARC;
  for (let arc = first; arc < last; arc += ARC) {
    if (load<u32>(arc) != other) continue;
    if (weight < load<f64>(arc, 8)) write(arc, other, weight, streets);
    return;
  }
  if (count == load<u32>(block, 8) && !move(block)) return;
  write(arcs + <usize>(load<u32>(block) + count) * ARC, other, weight, streets);
  store<u32>(block, count + 1, 4);
}

function write(arc: usize, other: u32, weight: f64, streets: u32): void {
  store<u32>(arc, other);
  store<u32>(arc, streets, 4);
  store<f64>(arc, weight, 8);
}

function move(block: usize): bool {
  const count = load<u32>(block, 4);
  const room = max<u32>(4, count * 2);
  if (!reaches(end + room)) return false;
  memory.copy(arcs + <usize>end * ARC, arcs + <usize>load<u32>(block) * ARC, <usize>count * ARC);
  store<u32>(block, end);
  store<u32>(block, room, 8);
  end += room;
  return true;
}

/** Whether memory reaches as far as so many arcs; it is made a third larger where it does not. */
function reaches(count: u32): bool {
  const bytes = <u64>arcs + <u64>count * ARC;
  const pages = <i32>((bytes + 65535) >> 16);
  const lacking = pages - memory.size();
  if (bytes <= 0xffff0000 && (lacking <= 0 || grows(lacking))) return true;
  lacksRoom = true;
  return false;
}

function grows(lacking: i32): bool {
  return memory.grow(lacking + memory.size() / 3) >= 0 || memory.grow(lacking) >= 0;
}

function drop(blocks: usize, node: u32, other: u32): void {
  const block = blocks + <usize>node * BLOCK;
  const count = load<u32>(block, 4);
  const first = arcs + <usize>load<u32>(block) * ARC;
  const last = first + <usize>count * ARC - ARC;
  for (let arc = first; arc <= last; arc += ARC) {
    if (load<u32>(arc) != other) continue;
    memory.copy(arc, last, ARC);
    store<u32>(block, count - 1, 4);
    return;
  }
}

/** Works until so many nodes were settled. Gives how many were weighed and taken out, 0 where room is lacking. */
export function work(most: u32): u32 {
  settled = 0;
  while (!lacksRoom && settled < most) {
    if (weighed < nodes) {
      push(importance(weighed), weighed);
      weighed++;
    } else if (ranked < nodes && isOrdered) {
      isCut = true;
      takeOut(load<u32>(values + (<usize>ranked << 2)));
    } else if (ranked < nodes) {
      const node = take();
      const weight = importance(node);
      if (queued > 0 && weight > load<f64>(keys)) push(weight, node);
      else takeOut(node);
    } else break;
  }
  return lacksRoom ? 0 : weighed + ranked;
}

function importance(node: u32): f64 {
  const outBlock = outBlocks + <usize>node * BLOCK;
  const inBlock = inBlocks + <usize>node * BLOCK;
  const level = load<u32>(states + <usize>node * NODE, LEVEL);
  const removed = load<u32>(outBlock, 4) + load<u32>(inBlock, 4);
  found = 0;
  isCut = false;
  if (removed == 0) return 1 + 1000 * <f64>level;
  const removedStreets = streetsOf(outBlock) + streetsOf(inBlock);
  findShortcuts(node, WEIGHING);
  let addedStreets: u32 = 0;
  for (let s: u32 = 0; s < found; s++) addedStreets += load<u32>(shortcuts + <usize>s * SHORTCUT, 8);
  return (
    1 +
    1000 * <f64>level +
    Math.floor((1000 * <f64>found) / <f64>removed) +
    Math.floor((1000 * <f64>addedStreets) / <f64>removedStreets)
  );
}

function streetsOf(block: usize): u32 {
  let streets: u32 = 0;
  let arc = arcs + <usize>load<u32>(block) * ARC;
  for (let n = load<u32>(block, 4); n > 0; n--, arc += ARC) streets += load<u32>(arc, 4);
  return streets;
}

function takeOut(node: u32): void {
  if (isCut) findShortcuts(node, CONTRACTING);
  const above = load<u32>(states + <usize>node * NODE, LEVEL) + 1;
  leave(outBlocks, inBlocks, node, above);
  leave(inBlocks, outBlocks, node, above);
  for (let s: u32 = 0; s < found; s++) {
    const shortcut = shortcuts + <usize>s * SHORTCUT;
    const from = load<u32>(shortcut);
    const to = load<u32>(shortcut, 4);
    put(false, from, to, load<f64>(shortcut, 16), load<u32>(shortcut, 8));
    put(true, to, from, load<f64>(shortcut, 16), load<u32>(shortcut, 8));
  }
  store<u32>(ranks + (<usize>node << 2), ranked++);
}

/** Takes a node out of the blocks of its neighbours on one side, and lifts them above it. */
function leave(blocks: usize, theirs: usize, node: u32, above: u32): void {
  const block = blocks + <usize>node * BLOCK;
  let arc = arcs + <usize>load<u32>(block) * ARC;
  for (let n = load<u32>(block, 4); n > 0; n--, arc += ARC) {
    const other = load<u32>(arc);
    drop(theirs, other, node);
    const state = states + <usize>other * NODE;
    if (load<u32>(state, LEVEL) < above) store<u32>(state, above, LEVEL);
  }
}

function findShortcuts(node: u32, most: u32): void {
  found = 0;
  isCut = false;
  const outBlock = outBlocks + <usize>node * BLOCK;
  const inBlock = inBlocks + <usize>node * BLOCK;
  const outCount = load<u32>(outBlock, 4);
  const inCount = load<u32>(inBlock, 4);
  if (outCount == 0 || inCount == 0) return;
  const outFirst = arcs + <usize>load<u32>(outBlock) * ARC;
  const outEnd = outFirst + <usize>outCount * ARC;
  const beyond = aim(outFirst, outEnd);
  let into = arcs + <usize>load<u32>(inBlock) * ARC;
  for (let n = inCount; n > 0; n--, into += ARC) {
    const from = load<u32>(into);
    if (outCount == 1 && load<u32>(outFirst) == from) continue;
    const inWeight = load<f64>(into, 8);
    spread(from, node, outCount, inWeight, inWeight + beyond, most);
    for (let out = outFirst; out < outEnd; out += ARC) {
      const to = load<u32>(out);
      if (to == from) continue;
      const weight = inWeight + load<f64>(out, 8);
      const state = states + <usize>to * NODE;
      if (load<u32>(state, SEEN) == search && load<f64>(state) <= weight) continue;
      if (found == mostShortcuts) {
        lacksRoom = true;
        return;
      }
      const shortcut = shortcuts + <usize>found * SHORTCUT;
      found++;
      store<u32>(shortcut, from);
      store<u32>(shortcut, to, 4);
      store<u32>(shortcut, load<u32>(into, 4) + load<u32>(out, 4), 8);
      store<f64>(shortcut, weight, 16);
    }
  }
}

function aim(first: usize, last: usize): f64 {
  goal++;
  let furthest: f64 = 0;
  for (let arc = first; arc < last; arc += ARC) {
    const state = states + <usize>load<u32>(arc) * NODE;
    const weight = load<f64>(arc, 8);
    store<u32>(state, goal, WANTED);
    store<f64>(state, weight, BEYOND);
    furthest = max(furthest, weight);
  }
  return furthest;
}

function spread(from: u32, around: u32, targets: u32, inWeight: f64, furthest: f64, most: u32): void {
  search++;
  const start = states + <usize>from * NODE;
  let wanted = targets;
  if (load<u32>(start, WANTED) == goal) wanted--;
  store<f64>(start, 0);
  store<u32>(start, search, SEEN);
  store<u32>(start, search, MET);
  near = 0;
  pushNear(0, from);
  let steps: u32 = 0;
  while (near > 0) {
    const key = load<f64>(nearKeys);
    if (key > furthest) break;
    const node = takeNear();
    const state = states + <usize>node * NODE;
    if (key > load<f64>(state)) continue;
    if (load<u32>(state, WANTED) == goal && load<u32>(state, MET) != search && --wanted == 0) break;
    if (++steps > most) {
      isCut = true;
      break;
    }
    const block = outBlocks + <usize>node * BLOCK;
    let arc = arcs + <usize>load<u32>(block) * ARC;
    for (let n = load<u32>(block, 4); n > 0; n--, arc += ARC) {
      const there = key + load<f64>(arc, 8);
      if (there > furthest) continue;
      const to = load<u32>(arc);
      if (to == around) continue;
      const other = states + <usize>to * NODE;
      if (load<u32>(other, SEEN) == search) {
        if (there >= load<f64>(other)) continue;
      } else store<u32>(other, search, SEEN);
      store<f64>(other, there);
      if (
        load<u32>(other, WANTED) == goal &&
        load<u32>(other, MET) != search &&
        there <= inWeight + load<f64>(other, BEYOND)
      ) {
        store<u32>(other, search, MET);
        if (--wanted == 0) {
          settled += steps;
          return;
        }
      }
      if (near == mostNear) {
        isCut = true;
        settled += steps;
        return;
      }
      pushNear(there, to);
    }
  }
  settled += steps;
}

function push(key: f64, value: u32): void {
  rise(keys, values, queued++, key, value);
}

function pushNear(key: f64, value: u32): void {
  rise(nearKeys, nearValues, near++, key, value);
}

function take(): u32 {
  const value = load<u32>(values);
  sink(keys, values, --queued);
  return value;
}

function takeNear(): u32 {
  const value = load<u32>(nearValues);
  sink(nearKeys, nearValues, --near);
  return value;
}

@inline
function rise(keys: usize, values: usize, length: u32, key: f64, value: u32): void {
  let at = length;
  while (at > 0) {
    const parent = (at - 1) >> 2;
    const above = load<f64>(keys + (<usize>parent << 3));
    if (above <= key) break;
    store<f64>(keys + (<usize>at << 3), above);
    store<u32>(values + (<usize>at << 2), load<u32>(values + (<usize>parent << 2)));
    at = parent;
  }
  store<f64>(keys + (<usize>at << 3), key);
  store<u32>(values + (<usize>at << 2), value);
}

@inline
function sink(keys: usize, values: usize, length: u32): void {
  const key = load<f64>(keys + (<usize>length << 3));
  const value = load<u32>(values + (<usize>length << 2));
  let at: u32 = 0;
  while (true) {
    let least: u32 = 4 * at + 1;
    if (least >= length) break;
    const last = min(least + 4, length);
    let leastKey = load<f64>(keys + (<usize>least << 3));
    for (let child = least + 1; child < last; child++) {
      const childKey = load<f64>(keys + (<usize>child << 3));
      if (childKey < leastKey) {
        least = child;
        leastKey = childKey;
      }
    }
    if (leastKey >= key) break;
    store<f64>(keys + (<usize>at << 3), leastKey);
    store<u32>(values + (<usize>at << 2), load<u32>(values + (<usize>least << 2)));
    at = least;
  }
  store<f64>(keys + (<usize>at << 3), key);
  store<u32>(values + (<usize>at << 2), value);
}
