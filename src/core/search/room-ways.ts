import type {Judge} from './evaluate.ts';
import {isExact} from './knapsack.ts';

/**
 * The ways from areas to sites that are still to choose from, site after site: which row each leads from, what it costs and
 * the room it fills. A row is an area that any allowed site reaches.
 */
export interface RoomWays {
  start: Int32Array;
  row: Int32Array;
  cost: Float64Array;
  people: Float64Array;
  /** Whole room of each site where it is filled exactly, person by person; −1 where it is filled by shares. */
  wholeRoom: Int32Array;
}

/** The areas that any allowed site reaches. */
export function rowsOf({problem, reachable}: Judge): Int32Array {
  return Int32Array.from({length: problem.areas}, (_, area) => area).filter((area) => reachable[area]);
}

/** All ways to allowed sites that have room for the area by itself. */
export function roomWays({problem, weights, allowed}: Judge, rows: Int32Array): RoomWays {
  const {areas, sites, cost, outOfReach, capacity, people} = problem;
  const start = new Int32Array(sites + 1);
  const row: number[] = [];
  const costs: number[] = [];
  for (let site = 0; site < sites; site++) {
    for (let at = 0; at < rows.length && allowed[site]; at++) {
      const area = rows[at]!;
      const each = cost[site * areas + area]!;
      if (each >= outOfReach || people[area]! > capacity![site]!) continue;
      row.push(at);
      costs.push(weights[area]! * each);
    }
    start[site + 1] = row.length;
  }
  const fills = Float64Array.from(row, (at) => people[rows[at]!]!);
  const wholeRoom = Int32Array.from({length: sites}, (_, site) => {
    const room = capacity![site]!;
    return isExact(fills.subarray(start[site], start[site + 1]), room) ? Math.floor(room) : -1;
  });
  return {start, row: Int32Array.from(row), cost: Float64Array.from(costs), people: fills, wholeRoom};
}

/** Only the ways of sites that are not closed (−1), and of those only the ones marked 1. */
export function waysLeft(ways: RoomWays, decided: Int8Array, isLeft?: Uint8Array): RoomWays {
  const sites = decided.length;
  const start = new Int32Array(sites + 1);
  const kept = new Int32Array(ways.row.length);
  let end = 0;
  for (let site = 0; site < sites; site++) {
    for (let at = ways.start[site]!; at < ways.start[site + 1]! && decided[site]! >= 0; at++)
      if (!isLeft || isLeft[at]) kept[end++] = at;
    start[site + 1] = end;
  }
  const left = kept.subarray(0, end);
  return {
    start,
    row: Int32Array.from(left, (at) => ways.row[at]!),
    cost: Float64Array.from(left, (at) => ways.cost[at]!),
    people: Float64Array.from(left, (at) => ways.people[at]!),
    wholeRoom: ways.wholeRoom,
  };
}

/** Whether every row still has a way; sites that some row alone depends on are decided open. */
export function everyRowLeads(ways: RoomWays, rows: number, decided: Int8Array): boolean {
  const only = new Int32Array(rows).fill(-1);
  for (let site = 0; site < decided.length; site++)
    for (let at = ways.start[site]!; at < ways.start[site + 1]!; at++) {
      const row = ways.row[at]!;
      only[row] = only[row] === -1 ? site : -2;
    }
  for (const site of only) {
    if (site === -1) return false;
    if (site >= 0) decided[site] = 1;
  }
  return true;
}
