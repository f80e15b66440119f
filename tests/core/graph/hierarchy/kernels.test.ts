import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {main} from 'assemblyscript/asc';
import {describe, expect, it} from 'vitest';
import {READ_KERNEL} from '../../../../src/core/bench/travel/reading.ts';
import {CONTRACT_KERNEL} from '../../../../src/core/graph/hierarchy/contract-kernel.ts';
import {PASS_KERNEL} from '../../../../src/core/graph/hierarchy/pass-kernel.ts';

describe('a kernel', () => {
  it.each([
    ['graph/hierarchy/pass', PASS_KERNEL],
    ['graph/hierarchy/contract', CONTRACT_KERNEL],
    ['bench/travel/read', READ_KERNEL],
  ])(
    'is what its source compiles to: %s',
    async (name, kernel) => {
      const source = join(import.meta.dirname, `../../../../src/core/${name}.as`);
      let compiled = '';
      const {error} = await main(
        ['kernel.ts', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '-o', 'k.wasm'],
        {
          readFile: (file) => (file === 'kernel.ts' ? readFileSync(source, 'utf8') : null),
          writeFile: (_, contents) => {
            compiled = Buffer.from(contents as Uint8Array).toString('base64');
          },
          listFiles: () => [],
        },
      );
      expect(error).toBeNull();
      expect(compiled).toBe(kernel);
    },
    60_000,
  );
});
