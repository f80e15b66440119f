// npm run package: installers for this kind of computer, into out/. Words go to electron-builder: `-- --dir`, `-- --win`.
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {bundle} from './bundle.mjs';
import {fail, projectNode, ready, root, run} from './ready.mjs';

await ready();
await bundle();

const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const {config, electron} = process.env.ELECTRON_OVERRIDE_DIST_PATH
  ? tried()
  : {config: 'electron-builder.yml', electron: []};
const words = ['--config', config, '--publish', 'never', ...electron, ...process.argv.slice(2)];
const {code} = await run(projectNode, [builder, ...words], {cwd: root});
if (code !== 0) fail('The package could not be made. What electron-builder said stands above.');

for (const path of asars(join(root, 'out'))) {
  console.log(`${(statSync(path).size / 1e6).toFixed(1)} MB  ${relative(root, path)}`);
}

/** To try packing where Electron can't be downloaded, with one that is there: fuses are only for Electron as published. */
function tried() {
  const config = join(root, 'dist', 'electron-builder.yml');
  const whole = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  writeFileSync(config, whole.replace(/^electronFuses:\n(?: .*\n)+/m, ''));
  return {config, electron: [`-c.electronDist=${process.env.ELECTRON_OVERRIDE_DIST_PATH}`]};
}

/** What was packed, to be looked at: the program's own files, without Electron. */
function asars(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('app.asar') || path.endsWith('.node'));
}
