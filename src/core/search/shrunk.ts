import type {Near} from './near.ts';

/**
 * The same lists once sites are decided (1 open, −1 closed): closed ones are gone, nothing is kept beyond the first open
 * one, and rows that have nothing left to choose become part of the constant. What each of those rows costs is its price,
 * written into `prices` by its row of the first lists.
 */
export function shrunk(near: Near, decided: Int8Array, prices: Float64Array): Near {
  let {constant} = near;
  const kept = new Int32Array(near.rows);
  const isServed = new Uint8Array(near.rows);
  let rows = 0;
  let entries = 0;
  for (let row = 0; row < near.rows; row++) {
    const end = near.start[row + 1]!;
    let count = 0;
    let last = -1;
    for (let k = near.start[row]!; k < end && !isServed[row]; k++) {
      const state = decided[near.site[k]!]!;
      if (state < 0) continue;
      last = k;
      count++;
      if (state > 0) isServed[row] = 1;
    }
    const isAlone = isServed[row] && count === 1;
    if (isAlone || (count === 0 && near.tail[row] === Infinity)) {
      const left = isAlone ? near.cost[last]! : near.fallback[row]!;
      constant += left;
      prices[near.origin[row]!] = left;
      kept[row] = -1;
      continue;
    }
    kept[row] = count;
    rows++;
    entries += count;
  }
  const start = new Int32Array(rows + 1);
  const site = new Uint16Array(entries);
  const cost = new Float64Array(entries);
  const origin = new Int32Array(rows);
  const tail = new Float64Array(rows);
  const fallback = new Float64Array(rows);
  const ceiling = new Float64Array(rows);
  for (let row = 0, to = 0, at = 0; row < near.rows; row++) {
    const count = kept[row]!;
    if (count < 0) continue;
    const until = at + count;
    for (let k = near.start[row]!; at < until; k++) {
      if (decided[near.site[k]!]! < 0) continue;
      site[at] = near.site[k]!;
      cost[at++] = near.cost[k]!;
    }
    origin[to] = near.origin[row]!;
    tail[to] = isServed[row] ? Infinity : near.tail[row]!;
    fallback[to] = near.fallback[row]!;
    ceiling[to] = isServed[row] ? Math.min(near.ceiling[row]!, cost[at - 1]!) : near.ceiling[row]!;
    start[++to] = at;
  }
  return {...near, rows, start, site, cost, tail, fallback, ceiling, constant, origin};
}

/**
 * Lists for a few steps, before which shortening them would not pay: nobody pays for more than `site` where it now is open,
 * and rows with nothing left to choose have what that costs as their price. O(rows).
 */
export function pinned(near: Near, decided: Int8Array, site: number, prices: Float64Array): Near {
  const ceiling = near.ceiling.slice();
  for (let row = 0; row < near.rows; row++) {
    const origin = near.origin[row]!;
    if (decided[site]! > 0) ceiling[row] = Math.min(ceiling[row]!, near.costOf(origin, site));
    const end = near.start[row + 1]!;
    let k = near.start[row]!;
    while (k < end && decided[near.site[k]!]! < 0) k++;
    if (k < end && decided[near.site[k]!]! > 0) prices[origin] = near.cost[k]!;
    else if (k === end && near.tail[row] === Infinity) prices[origin] = near.fallback[row]!;
  }
  return {...near, ceiling};
}
