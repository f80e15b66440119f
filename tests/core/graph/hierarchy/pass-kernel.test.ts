import {describe, expect, it} from 'vitest';
import {prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {give, kernelPass, plainPass} from '../../../../src/core/graph/hierarchy/pass.ts';
import {select} from '../../../../src/core/graph/hierarchy/selection.ts';
import {LANES} from '../../../../src/core/graph/hierarchy/sweep.ts';
import type {Walks} from '../../../../src/core/graph/hierarchy/take.ts';
import {drain} from '../../../../src/core/job.ts';
import {seeded} from '../../random-town.ts';
import {randomRows} from './all-pairs.ts';

describe('the kernel of the pass', () => {
  it('leaves the same bits as the plain pass, from any row to any row, and takes the same times from them', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const hierarchy = drain(prepareHierarchy(randomRows(seed)));
      const starts = Array.from({length: hierarchy.nodes}, (_, node) => [{node, deciseconds: 1, decimetres: 2}]);
      const selection = select(hierarchy, hierarchy.up, starts);
      const next = seeded(seed);
      const walks = (count: number): Walks => ({
        deciseconds: Float64Array.from({length: count}, () => Math.floor(next() * 900)),
        decimetres: Float64Array.from({length: count}, () => Math.floor(next() * 9000)),
      });
      const areas = walks(starts.length);
      const passes = [plainPass(selection, areas), kernelPass(selection, areas)!];
      for (let i = 0; i < 2 * selection.rows; i++) {
        const row = Math.floor(next() * selection.rows);
        const lane = Math.floor(next() * LANES);
        const weight = Math.floor(next() * 2 ** 46);
        for (const pass of passes) give(pass, row, lane, weight);
      }
      const middle = Math.floor(next() * selection.rows);
      const lanes = 1 + Math.floor(next() * LANES);
      const asked = {lanes, walks: walks(lanes), timeFactor: seed % 2 ? 1 : 1.37, limitSeconds: 100 * seed};
      const [plain, kernel] = passes.map((pass) => {
        pass.sweep(0, middle);
        pass.sweep(middle, selection.rows);
        const taken = {
          seconds: new Uint16Array(lanes * starts.length),
          metres: new Uint32Array(lanes * starts.length),
        };
        pass.take(asked, taken);
        return {...taken, labels: pass.labels, given: pass.given};
      });
      expect(kernel, `seed ${seed}`).toEqual(plain);
      expect(kernel!.given.every((mark) => mark === 0)).toBe(true);
    }
  });
});
