import type {Near} from './near.ts';

/**
 * The same lists once sites are decided (1 open, −1 closed): closed ones are gone, nothing is kept beyond the first open
 * one, and rows that have nothing left to choose become part of the constant. What each of those rows costs is its price,
 * written into `prices` by its row of the first lists.
 */
export function shrunk(near: Near, decided: Int8Array, prices: Float64Array): Near {
  const start = new Int32Array(near.rows + 1);
  const site = new Uint16Array(near.site.length);
  const cost = new Float64Array(near.site.length);
  const origin = new Int32Array(near.rows);
  const tail = new Float64Array(near.rows);
  const fallback = new Float64Array(near.rows);
  const ceiling = new Float64Array(near.rows);
  let {constant} = near;
  let rows = 0;
  let at = 0;
  for (let row = 0; row < near.rows; row++) {
    const from = at;
    let isServed = false;
    for (let k = near.start[row]!; k < near.start[row + 1]! && !isServed; k++) {
      const state = decided[near.site[k]!]!;
      if (state < 0) continue;
      isServed = state > 0;
      site[at] = near.site[k]!;
      cost[at++] = near.cost[k]!;
    }
    const isAlone = isServed && at === from + 1;
    if (isAlone || (at === from && near.tail[row] === Infinity)) {
      const left = isAlone ? cost[from]! : near.fallback[row]!;
      constant += left;
      prices[near.origin[row]!] = left;
      at = from;
      continue;
    }
    origin[rows] = near.origin[row]!;
    tail[rows] = isServed ? Infinity : near.tail[row]!;
    fallback[rows] = near.fallback[row]!;
    ceiling[rows] = isServed ? Math.min(near.ceiling[row]!, cost[at - 1]!) : near.ceiling[row]!;
    start[++rows] = at;
  }
  return {
    rows,
    sites: near.sites,
    start: start.slice(0, rows + 1),
    site: site.slice(0, at),
    cost: cost.slice(0, at),
    tail: tail.slice(0, rows),
    fallback: fallback.slice(0, rows),
    ceiling: ceiling.slice(0, rows),
    constant,
    origin: origin.slice(0, rows),
    costOf: near.costOf,
  };
}
