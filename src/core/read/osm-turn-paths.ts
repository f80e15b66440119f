/**
 * Turn restrictions as paths of street edges.
 *
 * OpenStreetMap names whole ways; a way may be several edges, of which the restriction means those that meet. Where the
 * ways named do not meet as they should, or meet in more than one way, the restriction is left aside and counted: a turn
 * wrongly forbidden is worse than one wrongly allowed.
 */
import {usage} from '../graph/street-network.ts';
import type {TurnRelation} from './osm-turns.ts';

export interface EdgeEnds {
  from: Uint32Array;
  to: Uint32Array;
  use: Uint16Array;
}

/** Edges of a way: `first` to `end - 1`. */
export type EdgesOfWay = (way: number) => {first: number; end: number} | undefined;

/** Paths of `2 * edge + back`, or why there is none. */
export function turnPaths(
  turn: TurnRelation,
  edges: EdgeEnds,
  edgesOf: EdgesOfWay,
  vertexOf: (node: number) => number,
): number[][] | string {
  const paths: number[][] = [];
  for (const from of turn.from) {
    for (const to of turn.to) {
      const path = turnPath(turn, from, to, edges, edgesOf, vertexOf);
      if (typeof path === 'string') return path;
      paths.push(path);
    }
  }
  return paths;
}

const OUTSIDE = 'turn restrictions of streets that are not in the file or not taken';
const APART = 'turn restrictions whose streets do not meet';
const UNCLEAR = 'turn restrictions that could mean more than one turn';

function turnPath(
  turn: TurnRelation,
  from: number,
  to: number,
  edges: EdgeEnds,
  edgesOf: EdgesOfWay,
  vertexOf: (node: number) => number,
): number[] | string {
  const fromEdges = edgesOf(from);
  const toEdges = edgesOf(to);
  if (fromEdges === undefined || toEdges === undefined) return OUTSIDE;
  if (turn.viaNode !== undefined) {
    const via = vertexOf(turn.viaNode);
    if (via < 0) return OUTSIDE;
    const into = only(endingAt(edges, fromEdges, via, turn.modes));
    const out = startingAt(edges, toEdges, via, turn.modes);
    if (into === undefined) return endingAt(edges, fromEdges, via, turn.modes).length === 0 ? APART : UNCLEAR;
    // A turn back into the same way is the turn on the spot, not on to its next piece.
    const outOf = from === to && out.includes(into ^ 1) ? into ^ 1 : only(out);
    if (outOf === undefined) return out.length === 0 ? APART : UNCLEAR;
    return [into, outOf];
  }
  const between: number[] = [];
  for (const way of turn.viaWays) {
    const range = edgesOf(way);
    if (range === undefined) return OUTSIDE;
    for (let e = range.first; e < range.end; e++) between.push(e);
  }
  return viaWays(edges, fromEdges, between, toEdges, turn.modes);
}

type Range = {first: number; end: number};

function usable(edges: EdgeEnds, edge: number, back: number, modes: number): boolean {
  for (let mode = 0; mode < 3; mode++) {
    if (((modes >> mode) & 1) === 1 && usage(edges.use[edge]!, mode, back) !== 0) return true;
  }
  return false;
}

function endingAt(edges: EdgeEnds, range: Range, vertex: number, modes: number): number[] {
  const found: number[] = [];
  for (let e = range.first; e < range.end; e++) {
    if (edges.to[e] === vertex && usable(edges, e, 0, modes)) found.push(2 * e);
    if (edges.from[e] === vertex && usable(edges, e, 1, modes)) found.push(2 * e + 1);
  }
  return found;
}

function startingAt(edges: EdgeEnds, range: Range, vertex: number, modes: number): number[] {
  const found: number[] = [];
  for (let e = range.first; e < range.end; e++) {
    if (edges.from[e] === vertex && usable(edges, e, 0, modes)) found.push(2 * e);
    if (edges.to[e] === vertex && usable(edges, e, 1, modes)) found.push(2 * e + 1);
  }
  return found;
}

function only(found: number[]): number | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** The shortest chain of via edges that joins the two ways, between exactly one edge of each. */
function viaWays(edges: EdgeEnds, from: Range, between: number[], to: Range, modes: number): number[] | string {
  const starts = new Set<number>();
  for (const e of between) starts.add(edges.from[e]!).add(edges.to[e]!);
  const reached = new Map<number, number[]>();
  let frontier: number[] = [];
  for (const vertex of starts) {
    const into = only(endingAt(edges, from, vertex, modes));
    if (into === undefined) continue;
    reached.set(vertex, [into]);
    frontier.push(vertex);
  }
  if (frontier.length === 0) return APART;
  while (frontier.length > 0) {
    const next: number[] = [];
    for (const vertex of frontier) {
      for (const e of between) {
        for (let back = 0; back < 2; back++) {
          const [tail, head] = back === 0 ? [edges.from[e]!, edges.to[e]!] : [edges.to[e]!, edges.from[e]!];
          if (tail !== vertex || reached.has(head) || !usable(edges, e, back, modes)) continue;
          const path = [...reached.get(vertex)!, 2 * e + back];
          const outOf = startingAt(edges, to, head, modes).filter((arc) => arc >> 1 !== e);
          if (outOf.length > 1) return UNCLEAR;
          if (outOf.length === 1) return [...path, outOf[0]!];
          reached.set(head, path);
          next.push(head);
        }
      }
    }
    frontier = next;
  }
  return APART;
}
