import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ErrorKind} from '../domain/errors.ts';
import {PlanError} from '../domain/errors.ts';
import type {News} from '../domain/news.ts';
import {createEngine} from '../engine/engine.ts';
import {COMMANDS, type Command} from './cli/commands.ts';
import {helpOf, helpOfAll} from './cli/help.ts';
import {progressLine} from './cli/progress-line.ts';
import {sessionWith} from './cli/session.ts';
import {refuse, wordsOf} from './cli/words.ts';
import {computePool} from './compute-pool.ts';
import {appFolder, PREPARED} from './engine-settings.ts';
import {program, versionOfProgram} from './program.ts';

type Hear = (news: News) => void;

/** What a command ends with, by what went wrong. */
const STATUS: Record<ErrorKind, number> = {invalid: 2, missing: 2, file: 2, cancelled: 130, bug: 1};

/** The command line: the third host. The same calls as a screen's, with the engine in this process. */
async function main(given: string[]): Promise<number> {
  const progress = progressLine(process.stderr);
  try {
    const output = await run(given, progress.hear);
    progress.clear();
    if (output !== '') process.stdout.write(`${output}\n`);
    return 0;
  } catch (error) {
    progress.clear();
    if (error instanceof PlanError && error.kind !== 'bug') {
      process.stderr.write(`${error.message.replace(/\s*\n\s*/g, ' ')}\n`);
      return STATUS[error.kind];
    }
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `Something went wrong in Closer. This is a fault of its own; please report it with these lines:\n${details}\n`,
    );
    return STATUS.bug;
  }
}

async function run(given: string[], hear: Hear): Promise<string> {
  const [name, ...rest] = given;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return helpOfAll(COMMANDS);
  if (name === '--version') return versionOfProgram();
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) refuse(`closer has no command “${name}”. It has: ${Object.keys(COMMANDS).join(', ')}.`);
  if (rest.includes('--help') || rest.includes('-h')) return helpOf(name, command);
  return runCommand(name, command, rest, hear);
}

async function runCommand(name: string, command: Command, rest: string[], hear: Hear): Promise<string> {
  const words = wordsOf(name, command.settings, rest);
  const count = words.alone().length;
  const [least, most] = command.alone;
  if (count < least || count > most) refuse(`That is not how it goes. It is: closer ${name} ${command.usage}`);

  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stopped = (): void => stop.abort();
  for (const signal of signals) process.on(signal, stopped);
  // Working copies of a command are its own: the app's list of recent projects is not touched. What took long to prepare is
  // shared with the app.
  const folder = mkdtempSync(join(tmpdir(), 'closer-'));
  const engine = createEngine({
    folder,
    town: join(program, 'seeds', 'town'),
    version: versionOfProgram(),
    tell: hear,
    now: () => new Date().toISOString(),
    compute: computePool(join(appFolder(process.env, process.platform), PREPARED)),
  });
  try {
    return await command.run(sessionWith(engine, stop.signal), words);
  } finally {
    engine.close();
    rmSync(folder, {recursive: true, force: true});
    for (const signal of signals) process.off(signal, stopped);
  }
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
