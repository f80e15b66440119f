import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {main} from 'assemblyscript/asc';
import {describe, expect, it} from 'vitest';
import {prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {kernelPass, plainPass} from '../../../../src/core/graph/hierarchy/pass.ts';
import {select} from '../../../../src/core/graph/hierarchy/selection.ts';
import {SWEEP_KERNEL} from '../../../../src/core/graph/hierarchy/sweep-kernel.ts';
import {NO_WAY} from '../../../../src/core/graph/hierarchy/weight.ts';
import {drain} from '../../../../src/core/job.ts';
import {seeded} from '../../random-town.ts';
import {randomRows} from './all-pairs.ts';

const SOURCE = join(import.meta.dirname, '../../../../src/core/graph/hierarchy/sweep.as');

describe('the kernel of the pass', () => {
  it('is what its source compiles to', async () => {
    let compiled = '';
    const {error} = await main(
      ['sweep.ts', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '-o', 'sweep.wasm'],
      {
        readFile: (name) => (name === 'sweep.ts' ? readFileSync(SOURCE, 'utf8') : null),
        writeFile: (_, contents) => {
          compiled = Buffer.from(contents as Uint8Array).toString('base64');
        },
        listFiles: () => [],
      },
    );
    expect(error).toBeNull();
    expect(compiled).toBe(SWEEP_KERNEL);
  }, 60_000);

  it('leaves the same bits as the plain pass, from any row to any row', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const hierarchy = drain(prepareHierarchy(randomRows(seed)));
      const starts = Array.from({length: hierarchy.nodes}, (_, node) => [{node, deciseconds: 1, decimetres: 2}]);
      const selection = select(hierarchy, hierarchy.up, starts);
      const [plain, kernel] = [plainPass(selection), kernelPass(selection)!];
      const next = seeded(seed);
      for (let i = 0; i < plain.labels.length; i++) {
        plain.labels[i] = kernel.labels[i] = next() < 0.5 ? NO_WAY : Math.floor(next() * 2 ** 40);
      }
      const middle = Math.floor(next() * (selection.nodes + selection.places));
      for (const pass of [plain, kernel]) {
        pass.sweep(0, middle);
        pass.sweep(middle, selection.nodes + selection.places);
      }
      expect(kernel.labels).toEqual(plain.labels);
    }
  });
});
