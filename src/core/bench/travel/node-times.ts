/** Matrices between nodes of a graph, by the hierarchy and by the plain search, as weights. Ends in the outer order. */
import {Climb} from '../../graph/hierarchy/climb.ts';
import type {Hierarchy} from '../../graph/hierarchy/hierarchy.ts';
import type {Pass} from '../../graph/hierarchy/pass.ts';
import {type Selection, select} from '../../graph/hierarchy/selection.ts';
import {LANES} from '../../graph/hierarchy/sweep.ts';
import {NO_WAY, weightOf} from '../../graph/hierarchy/weight.ts';
import type {Rows} from '../../graph/rows.ts';
import {search, UNSEEN} from '../../graph/search.ts';
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

export function selected(hierarchy: Hierarchy, starts: readonly number[]): Selection {
  return select(hierarchy, hierarchy.up, starts.map(at));
}

export interface Chosen {
  selection: Selection;
  pass: Pass;
}

export function fastMatrix(hierarchy: Hierarchy, {selection, pass}: Chosen, ends: readonly number[]): Float64Array {
  const climb = new Climb(hierarchy, hierarchy.down);
  const rows = selection.nodes + selection.places;
  const {labels} = pass;
  const matrix = new Float64Array(selection.places * ends.length);
  for (let e = 0; e < ends.length; e += LANES) {
    labels.fill(NO_WAY);
    const lanes = ends.slice(e, e + LANES);
    for (const [lane, end] of lanes.entries()) {
      climb.from(at(end), (place, weight) => {
        const row = selection.rowOf[place]!;
        if (row >= 0) labels[row * LANES + lane] = weight;
      });
    }
    pass.sweep(0, rows);
    for (const lane of lanes.keys()) {
      for (let s = 0; s < selection.places; s++)
        matrix[(e + lane) * selection.places + s] = labels[(selection.nodes + s) * LANES + lane]!;
    }
  }
  return matrix;
}

/** All nodes of a hierarchy as a selection: the pass over it gives the times from everywhere. */
export function everyNode({nodes, up}: Hierarchy): Selection {
  return {...up, nodes, places: 0, rowOf: Int32Array.from({length: nodes}, (_, place) => place)};
}
