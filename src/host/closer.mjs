#!/usr/bin/env node
// The `closer` command. It runs under any Node from 20 on, and hands over to the one that the project brings.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const root = resolve(folder, '..', '..');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(node)) {
  console.error(`Closer is not installed yet: run “npm ci” in ${root} first.`);
  process.exit(2);
}

// `npm run closer` goes to the project's folder first; what a person typed is meant from where they stood.
const {npm_lifecycle_event: script, INIT_CWD: stood} = process.env;
const cwd = script === 'closer' && stood && resolve(process.cwd()) === root ? stood : process.cwd();

// Compiled code is kept beside the packages, so that the next command starts in half the time.
const env = {NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'closer'), ...process.env};
const child = spawn(node, [join(folder, 'cli.ts'), ...process.argv.slice(2)], {cwd, env, stdio: 'inherit'});
// A terminal sends Ctrl C to both; other senders may mean only this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Closer could not start: ${error.message}`);
  process.exit(1);
});
child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)));
