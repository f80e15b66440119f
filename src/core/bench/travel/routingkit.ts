/** RoutingKit, by the small program beside this file. It knows one weight, so it gets tenths of a second alone. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Rows} from '../../graph/rows.ts';
import {inFolder, printed, put, succeeds} from './peer-folder.ts';

const PROGRAM = 'routingkit-bench';

export function hasRoutingKit(): boolean {
  return succeeds(PROGRAM, '--version');
}

export interface RoutingKitTimes {
  prepareSeconds: number;
  seconds: number;
  arcs: number;
  deciseconds: Uint32Array;
}

export function routingKitMatrix(reverse: Rows, starts: readonly number[], ends: readonly number[]): RoutingKitTimes {
  return inFolder((folder) => {
    const {first, node, deciseconds} = reverse;
    put(folder, {first, node, deciseconds, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends)});
    const [prepareSeconds, seconds, arcs] = printed(PROGRAM, folder).split(' ').map(Number) as [number, number, number];
    const matrix = new Uint32Array(new Uint8Array(readFileSync(join(folder, 'matrix'))).buffer);
    return {prepareSeconds, seconds, arcs, deciseconds: matrix};
  });
}

/** Its own reader of OpenStreetMap, for cars alone: the quickest of three. */
export function routingKitReads(path: string): number {
  return Number(printed(PROGRAM, '--read', path).split(' ')[0]);
}
