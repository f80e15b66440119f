// npm test: installs what is missing and runs everything. What could not run is named; under CI=true that is a failure.
//   --only WORD   only the parts or test files with this in their name: types, lint, e2e, core, host/cli …
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {bundle} from './bundle.mjs';
import {CHECKS, runCheck} from './check.mjs';
import {electronBinary, electronEnvironment} from './electron.mjs';
import {projectNode, ready, root, run} from './ready.mjs';

await ready();

const inCI = process.env.CI === 'true' || process.env.CI === '1';
const at = process.argv.indexOf('--only');
const only = at > 0 ? process.argv[at + 1] : undefined;
const wants = (name) => only === undefined || name.includes(only);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'closer-test-'));

const total = {passed: 0, failed: [], skipped: [], notRun: []};

for (const check of CHECKS) {
  if (!wants(check.name)) continue;
  begin(check.name);
  if (await runCheck(check)) total.passed++;
  else total.failed.push(check.name);
}

// Before everything that serves the screen, on the command line as in a browser.
const isPart = ['types', 'lint'].includes(only);
if (!isPart) {
  begin('bundles');
  await bundle();
  total.passed++;
}

if (!isPart && only !== 'e2e') {
  begin('unit, store, engine, host, shell, house');
  // Bundling leaves “production” behind, under which lists draw only the rows that a screen would show.
  const env = {...process.env, NODE_ENV: 'test'};
  await tests('tests', [], only === undefined ? [] : [only], {env});
}

if (wants('e2e')) {
  await screenInChromium();
  await screenInElectron();
}

rmSync(scratch, {recursive: true, force: true});
report();

function begin(name) {
  console.log(`\n— ${name}`);
}

/** Runs test files and adds their counts. A run that ends badly without a failed test is a failure too. */
async function tests(name, words, filters, {env = process.env, through = []} = {}) {
  const file = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const given = [
    vitest,
    'run',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ];
  const [command, ...rest] = [...through, projectNode, ...given];
  const {code} = await run(command, rest, {cwd: root, env});
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : [];
  let failed = 0;
  for (const {name: path, status, assertionResults} of results) {
    for (const {status: ended, fullName} of assertionResults) {
      if (ended === 'passed') total.passed++;
      else if (ended === 'failed') failed += total.failed.push(fullName) && 1;
      else total.skipped.push(fullName);
    }
    if (status === 'failed' && !assertionResults.some(({status: ended}) => ended === 'failed'))
      failed += total.failed.push(path) && 1;
  }
  if (code !== 0 && failed === 0) total.failed.push(`${name} (ended with ${code})`);
}

async function screenInChromium() {
  const name = 'the screen in Chromium';
  begin(name);
  const chromium = findChromium();
  if (chromium === null) return cannot(name, 'no Chromium or Chrome was found; name one in CLOSER_CHROMIUM');
  const env = {...process.env, CLOSER_SHELL: 'chromium', CLOSER_CHROMIUM: chromium};
  await tests(name, ['--config', 'tests/e2e/vitest.config.ts'], [], {env});
}

async function screenInElectron() {
  const name = 'the screen in Electron';
  begin(`${name} (what says nothing about the shell ran in Chromium alone: tests/e2e/vitest.config.ts)`);
  const electron = await electronBinary();
  if (electron === null)
    return cannot(name, 'Electron could not be downloaded; name a folder that holds it in ELECTRON_OVERRIDE_DIST_PATH');
  const blind = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (blind && find('xvfb-run') === null)
    return cannot(name, 'there is no screen here, and no Xvfb to stand in for one');
  const env = {...(await electronEnvironment(electron)), CLOSER_SHELL: 'electron'};
  const through = blind ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'] : [];
  await tests(name, ['--config', 'tests/e2e/vitest.config.ts'], [], {env, through});
}

function cannot(name, why) {
  console.log(`Not run: ${why}.`);
  total.notRun.push(`${name}: ${why}`);
}

function findChromium() {
  const named = process.env.CLOSER_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map(find).find((path) => path !== null) ?? usual.find(existsSync) ?? null;
}

function find(program) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find(existsSync) ?? null;
}

/** In CI nothing may go untested unnoticed: only tests that say in their name where they are skipped may be. */
function report() {
  const mayBe = (name) => /\bskipped\b/i.test(name);
  const list = (title, names) => {
    if (names.length > 0) console.log(`\n${title}:\n${[...new Set(names)].map((name) => `  ${name}`).join('\n')}`);
  };
  list('Failed', total.failed);
  list('Skipped', total.skipped);
  list('Could not run', total.notRun);
  const unexcused = [...total.notRun, ...total.skipped.filter((name) => !mayBe(name))];
  const counted = inCI ? unexcused : [];
  if (counted.length > 0) list('In CI these must run', counted);
  const failed = total.failed.length + counted.length;
  const skipped = total.skipped.length + total.notRun.length - counted.length;
  console.log(`\n${total.passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
