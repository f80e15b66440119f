// npm run check: types, lint, the rules of the house, and the ten longest files, so that nobody is surprised by one.
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {projectNode, ready, root, run} from './ready.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);

/** Each check as a name and the words that run it with the project's Node. */
export const CHECKS = [
  {name: 'types', words: [bin('typescript', 'bin', 'tsc'), '-b']},
  {name: 'lint', words: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check']},
];

export async function runCheck({words}) {
  const {code} = await run(projectNode, words, {cwd: root});
  return code === 0;
}

function longest(count) {
  return ['src', 'renderer', 'electron', 'build', 'tests', 'seeds']
    .flatMap((folder) => readdirSync(join(root, folder), {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({path: relative(root, path), lines: readFileSync(path, 'utf8').split('\n').length - 1}))
    .sort((one, other) => other.lines - one.lines)
    .slice(0, count);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ready();
  const house = {name: 'house', words: [bin('vitest', 'vitest.mjs'), 'run', 'tests/house']};
  const broken = [];
  for (const check of [...CHECKS, house]) if (!(await runCheck(check))) broken.push(check.name);
  console.log('\nThe ten longest files:');
  for (const {path, lines} of longest(10)) console.log(`${String(lines).padStart(6)}  ${path}`);
  console.log(broken.length === 0 ? '\nAll checks pass.' : `\nNot in order: ${broken.join(', ')}.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
