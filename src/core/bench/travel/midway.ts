/**
 * Places halfway along streets drawn by lot, joined to the nodes at both ends as a snapped place is; in the order of the
 * graph, as areas come in the order of their codes.
 */
import type {Rows} from '../../graph/rows.ts';
import type {Snap, SnapEntry} from '../../graph/snap.ts';
import {random} from './streets-of.ts';

/** For each place the ends of its street, and half of what it takes and measures. */
export interface Midway {
  tail: Uint32Array;
  head: Uint32Array;
  deciseconds: Uint32Array;
  decimetres: Uint32Array;
}

export function midway(rows: Rows, count: number): Midway {
  const next = random(33_755);
  const arcs = Uint32Array.from({length: count}, () => Math.floor(next() * rows.node.length)).sort();
  return {
    tail: arcs.map((arc) => tailOf(rows, arc)),
    head: arcs.map((arc) => rows.node[arc]!),
    deciseconds: arcs.map((arc) => rows.deciseconds[arc]! >> 1),
    decimetres: arcs.map((arc) => rows.decimetres[arc]! >> 1),
  };
}

export function placesMidway({tail, head, deciseconds, decimetres}: Midway): Snap[] {
  return Array.from(tail, (from, place) => {
    const entry = (node: number): SnapEntry => ({
      node,
      deciseconds: deciseconds[place]!,
      decimetres: decimetres[place]!,
      arc: 0,
      fraction: 0.5,
      via: [],
    });
    const ends = [entry(from), entry(head[place]!)];
    const walk = {accessMetres: 20, accessDeciseconds: 150, accessDecimetres: 200};
    const nowhere = {lng: 0, lat: 0, onLng: 0, onLat: 0};
    return {
      reason: 'snapped',
      ...nowhere,
      ...walk,
      on: [],
      leave: ends,
      arrive: ends,
      leaveLastLeg: [],
      arriveLastLeg: [],
    };
  });
}

function tailOf({first}: Rows, arc: number): number {
  let low = 0;
  let high = first.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= arc) low = middle;
    else high = middle;
  }
  return low;
}
