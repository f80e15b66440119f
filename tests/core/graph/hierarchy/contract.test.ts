import {describe, expect, it} from 'vitest';
import {type ArcBlocks, DOUBLES, WORDS} from '../../../../src/core/graph/hierarchy/blocks.ts';
import {contracted} from '../../../../src/core/graph/hierarchy/contract.ts';
import {Contraction} from '../../../../src/core/graph/hierarchy/contraction.ts';
import {KernelContraction} from '../../../../src/core/graph/hierarchy/kernel-contraction.ts';
import type {Rows} from '../../../../src/core/graph/rows.ts';
import {drain} from '../../../../src/core/job.ts';
import {randomRows} from './all-pairs.ts';

/** Every arc of every node in order: the other end, streets and weight. */
function arcsOf({at, count, words, doubles}: ArcBlocks): number[][] {
  return Array.from(at, (from, node) =>
    Array.from({length: count[node]!}, (_, i) => {
      const arc = from + i;
      return [words[WORDS * arc]!, words[WORDS * arc + 1]!, doubles[DOUBLES * arc + 1]!];
    }).flat(),
  );
}

function everything(rows: Rows, way: typeof Contraction | typeof KernelContraction, order?: Uint32Array) {
  const {rank, out, into} = drain(contracted(rows, way, order))!;
  return {rank, out: arcsOf(out), into: arcsOf(into)};
}

/** A square of streets, long enough for searches that are given up. */
function square(side: number): Rows {
  const tail: number[] = [];
  const node: number[] = [];
  for (let n = 0; n < side * side; n++) {
    for (const to of [n % side < side - 1 ? n + 1 : -1, n % side > 0 ? n - 1 : -1, n + side, n - side]) {
      if (to < 0 || to >= side * side) continue;
      tail.push(n);
      node.push(to);
    }
  }
  const first = Uint32Array.from({length: side * side + 1}, (_, n) => tail.filter((from) => from < n).length);
  const deciseconds = Uint32Array.from(node, (to, i) => 10 + ((7 * to + 13 * tail[i]!) % 90));
  const decimetres = deciseconds.map((time) => 90 * time);
  return {first, node: Uint32Array.from(node), deciseconds, decimetres, arc: new Uint32Array(node.length)};
}

describe('contraction', () => {
  it('takes out the same nodes in the same order by both kernels, and leaves the same arcs', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const rows = randomRows(seed);
      expect(everything(rows, KernelContraction), `seed ${seed}`).toEqual(everything(rows, Contraction));
    }
    expect(everything(square(40), KernelContraction)).toEqual(everything(square(40), Contraction));
  });

  it('keeps an order it is given, by both kernels', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rows = randomRows(seed);
      const order = Uint32Array.from({length: rows.first.length - 1}, (_, node) => node).reverse();
      const found = everything(rows, KernelContraction, order);
      expect(found, `seed ${seed}`).toEqual(everything(rows, Contraction, order));
      expect(found.rank).toEqual(order);
    }
  });

  it('ranks every node once', () => {
    const {rank} = everything(square(12), KernelContraction);
    expect([...rank].sort((a, b) => a - b)).toEqual([...rank.keys()]);
  });
});
