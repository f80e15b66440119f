/** Matrices between nodes of a graph, by the hierarchy and by the plain search, as weights. Ends in the outer order. */
import {Climb} from '../../graph/hierarchy/climb.ts';
import type {Hierarchy} from '../../graph/hierarchy/hierarchy.ts';
import {give, type Pass, passOver} from '../../graph/hierarchy/pass.ts';
import {type Selection, select} from '../../graph/hierarchy/selection.ts';
import {LANES} from '../../graph/hierarchy/sweep.ts';
import type {Walks} from '../../graph/hierarchy/take.ts';
import {decimetresOf, decisecondsOf, NO_WAY, weightOf} from '../../graph/hierarchy/weight.ts';
import type {Rows} from '../../graph/rows.ts';
import {search, UNSEEN} from '../../graph/search.ts';
import type {Snap} from '../../graph/snap.ts';
import {LONGEST_SECONDS, wholeSeconds} from '../../graph/times-to-place.ts';
import {drain} from '../../job.ts';

const at = (node: number) => [{node, deciseconds: 0, decimetres: 0}];

export function plainMatrix(reverse: Rows, starts: readonly number[], ends: readonly number[]): Float64Array {
  const matrix = new Float64Array(starts.length * ends.length);
  for (const [e, end] of ends.entries()) {
    const {deciseconds, decimetres} = drain(search(reverse, at(end), UNSEEN - 1));
    for (const [s, start] of starts.entries()) {
      const ds = deciseconds[start]!;
      matrix[e * starts.length + s] = ds === UNSEEN ? NO_WAY : weightOf(ds, decimetres[start]!);
    }
  }
  return matrix;
}

export interface Chosen {
  selection: Selection;
  pass: Pass;
}

/** The starts of a matrix, ready for any ends. */
export function chosen(hierarchy: Hierarchy, starts: readonly number[], pass = passOver): Chosen {
  const selection = select(hierarchy, hierarchy.up, starts.map(at));
  return {selection, pass: pass(selection, withoutWalks(starts.length))};
}

export function withoutWalks(count: number): Walks {
  return {deciseconds: new Float64Array(count), decimetres: new Float64Array(count)};
}

export function fastMatrix(hierarchy: Hierarchy, {selection, pass}: Chosen, ends: readonly number[]): Float64Array {
  const climb = new Climb(hierarchy, 'down');
  const {rows, rowOf, landings} = selection;
  const starts = rowOf.length;
  const matrix = new Float64Array(starts * ends.length);
  for (let e = 0; e < ends.length; e += LANES) {
    const lanes = ends.slice(e, e + LANES);
    for (const [lane, end] of lanes.entries()) {
      climb.from(at(end), (place, weight) => {
        const last = landings.first[place + 1]!;
        for (let i = landings.first[place]!; i < last; i++) {
          give(pass, landings.row[i]!, lane, weight + landings.weight[i]!);
        }
      });
    }
    pass.sweep(0, rows);
    for (const lane of lanes.keys()) {
      for (let s = 0; s < starts; s++) matrix[(e + lane) * starts + s] = pass.labels[rowOf[s]! * LANES + lane]!;
    }
  }
  return matrix;
}

/** All nodes of a hierarchy as a selection: the pass over it gives the times from everywhere. */
export function everyNode({nodes, up}: Hierarchy): Selection {
  const each = Uint32Array.from({length: nodes}, (_, place) => place);
  const landings = {first: new Uint32Array(nodes + 1), row: new Uint32Array(0), weight: new Float64Array(0)};
  return {...up, rows: nodes, rowOf: each, landings};
}

/** Whole seconds and metres from places to one, by the plain search; `undefined` where there is no way. */
export function timesToNodes(
  reverse: Rows,
  from: readonly Snap[],
  to: Snap,
): ({seconds: number; metres: number} | undefined)[] {
  const {deciseconds, decimetres} = drain(search(reverse, to.arrive, UNSEEN - 1));
  return from.map(({leave, accessDeciseconds, accessDecimetres}) => {
    let best = NO_WAY;
    for (const entry of leave) {
      if (deciseconds[entry.node] === UNSEEN) continue;
      const there = weightOf(deciseconds[entry.node]!, decimetres[entry.node]!);
      best = Math.min(best, there + weightOf(entry.deciseconds, entry.decimetres));
    }
    if (best === NO_WAY) return undefined;
    const seconds = wholeSeconds(decisecondsOf(best) + accessDeciseconds + to.accessDeciseconds);
    if (seconds > LONGEST_SECONDS) return undefined;
    return {seconds, metres: Math.floor((decimetresOf(best) + accessDecimetres + to.accessDecimetres + 5) / 10)};
  });
}
