// npm start: Closer in Electron, or, where that can't be, on a loopback address. npm run dev: loopback, rebuilt on change.
import {join} from 'node:path';
import {bundleIfStale, rendererOutput} from './bundle.mjs';
import {electronBinary, electronEnvironment} from './electron.mjs';
import {ready, root, run} from './ready.mjs';

/** An Electron that ends with an error sooner than this never showed a window. */
const NEVER_OPENED_MS = 10_000;

await ready();
const words = process.argv.slice(2);
if (words.includes('--dev')) await develop();
else await open();

async function open() {
  await bundleIfStale();
  const {DISPLAY, WAYLAND_DISPLAY} = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return serve('There is no screen here, so Closer is served to a browser instead.');
  }
  const electron = await electronBinary();
  if (electron === null) return serve('Electron can’t be had here, so Closer is served to a browser instead.');
  // As root Chromium refuses to start with its own sandbox; nobody but a container should be root here.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const {code, ms} = await run(electron, [...asRoot, root, ...words], {env: await electronEnvironment(electron)});
  if (code !== 0 && ms < NEVER_OPENED_MS) {
    return serve('Electron did not start (what it said stands above), so Closer is served to a browser instead.');
  }
  process.exitCode = code;
}

async function serve(why) {
  console.log(why);
  const {serveHere} = await import('../src/host/serve.ts');
  await serveHere({folder: process.env.INIT_CWD ?? process.cwd()});
}

async function develop() {
  const {build} = await import('vite');
  const config = {configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), mode: 'development'};
  const watcher = await build({...config, build: {...rendererOutput.build, watch: {}, minify: false, sourcemap: true}});
  await new Promise((built) => watcher.on('event', ({code}) => (code === 'END' || code === 'ERROR') && built()));
  const {serveHere} = await import('../src/host/serve.ts');
  await serveHere({folder: process.env.INIT_CWD ?? process.cwd()});
  await watcher.close();
}
