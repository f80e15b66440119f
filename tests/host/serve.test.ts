import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Reply} from '../../src/host/messages.ts';
import {ROOT, until} from './carriers.ts';

const CLI = join(ROOT, 'src', 'host', 'cli.ts');

let home: string;
let served: ChildProcess;
let said: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'closer-serve-'));
  said = '';
});
afterEach(async () => {
  served.kill('SIGKILL');
  if (served.exitCode === null && served.signalCode === null)
    await new Promise((resolve) => served.once('close', resolve));
  rmSync(home, {recursive: true, force: true, maxRetries: 5});
});

async function serve(...words: string[]): Promise<{address: string; key: string}> {
  const env = {...process.env, CLOSER_FOLDER: join(home, 'app')};
  served = spawn(process.execPath, [CLI, 'serve', ...words], {cwd: home, env});
  served.stdout!.on('data', (part: Buffer) => (said += part.toString()));
  const found = (): RegExpExecArray | null => /(http:\/\/127\.0\.0\.1:\d+)\/\?key=(\S+)/.exec(said);
  await until(() => expect(found()).not.toBeNull());
  const [, address, key] = found()!;
  return {address: address!, key: key!};
}

async function ask({address, key}: {address: string; key: string}, name: string): Promise<Reply> {
  const headers = {'content-type': 'application/json', 'x-closer-key': key};
  const response = await fetch(`${address}/call`, {
    method: 'POST',
    headers,
    body: JSON.stringify({id: 1, name, input: {}}),
  });
  return (await response.json()) as Reply;
}

/** The engine's process below the one that serves. */
function enginePid(): number {
  const isChild = (pid: string): boolean => {
    const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
    return stat.includes(`) S ${served.pid} `) || stat.includes(`) R ${served.pid} `);
  };
  return Number(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .find(isChild),
  );
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

describe('closer serve', () => {
  it('opens the project that is named, at an address that it prints, until it is stopped', async () => {
    spawnSync(process.execPath, [CLI, 'new', 'town.gpkg', '--name', 'Eastmoor'], {cwd: home});
    const at = await serve('town.gpkg');
    expect(await ask(at, 'project.state')).toMatchObject({
      ok: true,
      value: {open: {name: 'Eastmoor', fileName: 'town.gpkg'}},
    });
    served.kill('SIGINT');
    expect(await new Promise((resolve) => served.once('close', resolve))).toBe(0);
  });

  it.runIf(process.platform === 'linux')(
    'leaves no engine behind when it is killed itself (skipped where there is no /proc)',
    async () => {
      const at = await serve();
      expect((await ask(at, 'project.state')).ok).toBe(true);
      const engine = enginePid();
      expect(lives(engine)).toBe(true);
      served.kill('SIGKILL');
      await until(() => expect(lives(engine)).toBe(false));
    },
  );
});
