import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {LAYOUTS} from '../../../../src/core/read/layouts/all.ts';

const tests = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((name) => name.endsWith('.test.ts') && name !== 'all.test.ts')
  .map((name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'))
  .join('\n');

describe('layouts', () => {
  it('are more than forty, each under a name of its own', () => {
    expect(LAYOUTS.length).toBeGreaterThan(40);
    expect(new Set(LAYOUTS.map(({id}) => id)).size).toBe(LAYOUTS.length);
  });

  it('each have a test on an invented file of their shape', () => {
    expect(LAYOUTS.filter(({id}) => !tests.includes(`'${id}'`)).map(({id}) => id)).toEqual([]);
  });

  it('each require something, and say who publishes it under which licence', () => {
    for (const layout of LAYOUTS) {
      expect(
        layout.columns.some(({must}) => must),
        layout.id,
      ).toBe(true);
      expect(
        layout.publisher.name && layout.publisher.licence && layout.title && layout.edition,
        layout.id,
      ).toBeTruthy();
      if (layout.headless) expect(layout.headless.at, layout.id).toHaveLength(layout.columns.length);
    }
  });
});
