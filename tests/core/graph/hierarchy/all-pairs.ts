import {Climb} from '../../../../src/core/graph/hierarchy/climb.ts';
import type {Hierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {give, plainPass} from '../../../../src/core/graph/hierarchy/pass.ts';
import {select} from '../../../../src/core/graph/hierarchy/selection.ts';
import {LANES} from '../../../../src/core/graph/hierarchy/sweep.ts';
import type {Walks} from '../../../../src/core/graph/hierarchy/take.ts';
import {decimetresOf, decisecondsOf, NO_WAY} from '../../../../src/core/graph/hierarchy/weight.ts';
import {type Rows, toRows} from '../../../../src/core/graph/rows.ts';
import {UNSEEN} from '../../../../src/core/graph/search.ts';
import {seeded} from '../../random-town.ts';

/** `[deciseconds, decimetres]` from every node to every node by the hierarchy, ends in the outer order. */
export function pairsByHierarchy(hierarchy: Hierarchy): [number, number][][] {
  const starts = Array.from({length: hierarchy.nodes}, (_, node) => [{node, deciseconds: 0, decimetres: 0}]);
  const selection = select(hierarchy, hierarchy.up, starts);
  const {rows, rowOf, landings} = selection;
  const climb = new Climb(hierarchy, 'down');
  const pass = plainPass(selection, withoutWalks(starts.length));
  return starts.map((start, node) => {
    const lane = node % LANES;
    climb.from(start, (place, weight) => {
      for (let i = landings.first[place]!; i < landings.first[place + 1]!; i++) {
        give(pass, landings.row[i]!, lane, weight + landings.weight[i]!);
      }
    });
    pass.sweep(0, rows);
    return starts.map((_, from) => {
      const weight = pass.labels[rowOf[from]! * LANES + lane]!;
      return weight === NO_WAY ? [UNSEEN, 0] : [decisecondsOf(weight), decimetresOf(weight)];
    });
  });
}

export function withoutWalks(count: number): Walks {
  return {deciseconds: new Float64Array(count), decimetres: new Float64Array(count)};
}

/** Arcs thrown between a few nodes: parallel ones, loops, some of no time or no length, some parts unjoined. */
export function randomRows(seed: number): Rows {
  const next = seeded(seed);
  const upTo = (n: number) => Math.floor(next() * n);
  const nodes = 1 + upTo(seed % 3 === 0 ? 30 : 9);
  const count = upTo(nodes * (2 + (seed % 4)));
  // Few different times, so that many ways take the same and metres decide.
  const times = [1, 2, 4, 1000][seed % 4]!;
  const lengths = [3, 50, 20_000][seed % 3]!;
  const list = {
    tail: Int32Array.from({length: count}, () => upTo(nodes)),
    head: Int32Array.from({length: count}, () => upTo(nodes)),
    deciseconds: Int32Array.from({length: count}, () => upTo(times)),
    decimetres: Int32Array.from({length: count}, () => upTo(lengths)),
    arc: new Int32Array(count),
  };
  return toRows(nodes, list, false, () => true);
}

/** The same arcs by the node they lead to. */
export function turned(rows: Rows): Rows {
  const nodes = rows.first.length - 1;
  const tail = new Int32Array(rows.node.length);
  for (let n = 0; n < nodes; n++) tail.fill(n, rows.first[n], rows.first[n + 1]);
  const list = {
    tail,
    head: Int32Array.from(rows.node),
    deciseconds: Int32Array.from(rows.deciseconds),
    decimetres: Int32Array.from(rows.decimetres),
    arc: Int32Array.from(rows.arc),
  };
  return toRows(nodes, list, true, () => true);
}
