import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {isUnsaved, leftOver, recoverProject} from '../../src/store/project-file.ts';
import {readPlan} from '../../src/store/read-plan.ts';
import {inAFolder} from './in-a-folder.ts';

const {folder, held} = inAFolder();

test('two Closers never take each other’s work; when one is killed, the other can take it up', async () => {
  const app = join(folder(), 'app');
  const other = spawn(process.execPath, [join(import.meta.dirname, 'holder-child.ts'), app], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = (await once(other.stdout, 'data')) as [Buffer];
    const workingPath = said.toString().trim();
    for (let again = 0; again < 2; again++) {
      expect(leftOver(app)).toEqual([]);
      expect(() => recoverProject(app, workingPath)).toThrow(
        'another program is using it. Close it there and try again.',
      );
    }
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(leftOver(app)).toEqual([{workingPath, name: 'Held', originalPath: null, at: '2026-03-05T10:20:30.000Z'}]);
    const file = held(recoverProject(app, workingPath));
    expect(readPlan(file.db).site.size).toBe(1);
    expect(isUnsaved(file)).toBe(true);
    expect(leftOver(app)).toEqual([]);
  } finally {
    other.kill('SIGKILL');
  }
});
