// Makes a checkout ready to run, with nothing but Node 20 or later and npm: used by every script before anything else.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the project brings: the only one that better-sqlite3 and the tests are known to work with. */
export const projectNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const OLDEST_NODE = 20;

/**
 * Installs what is missing and runs the calling script under the project's own Node. Gives back only there; under any
 * other Node it hands the script over, waits, and ends with its status.
 */
export async function ready() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(`Closer needs Node ${OLDEST_NODE} or later; this is Node ${process.versions.node}. See https://nodejs.org.`);
  }
  const missing = missingPackage();
  if (missing !== null) {
    console.error(`Installing what is missing (${missing})…`);
    install();
  }
  if (process.version !== `v${versionOf('node')}`) process.exit(await handOver());
}

/** The first package of the lockfile that is not installed in its version, or null. */
function missingPackage() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules';
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  for (const [path, {version, optional}] of Object.entries(lock)) {
    if (path !== '' && !optional && have[path]?.version !== version) return path.replace('node_modules/', '');
  }
  return existsSync(projectNode) ? null : 'node';
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function install() {
  // npm tells its scripts where it is; a plain `node build/….mjs` has to find it.
  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const {status} = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], {cwd: root, stdio: ['ignore', 2, 2]})
    : spawnSync('npm', words, {cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32'});
  if (status !== 0) fail('npm could not install what Closer needs. What it said stands above.');
  const missing = missingPackage();
  if (missing !== null) fail(`npm ended well, but ${missing} is still missing. Delete node_modules and try again.`);
}

async function handOver() {
  const {code} = await run(projectNode, process.argv.slice(1));
  return code;
}

/** Runs a program in the project's folder and gives its exit status; what it is told to stop, it is told in turn. */
export function run(command, words, {env = process.env, cwd = process.cwd(), timeout = 0, stdio = 'inherit'} = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {env, cwd, stdio});
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const started = Date.now();
    const late = timeout && setTimeout(() => child.kill('SIGKILL'), timeout);
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    const end = (code) => {
      clearTimeout(late);
      for (const signal of signals) process.off(signal, pass);
      resolve({code, output, ms: Date.now() - started});
    };
    child.on('error', (error) => {
      console.error(error.message);
      end(1);
    });
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
