// npm run build: every bundle, into dist/. `bundleIfStale` builds only when a source is newer than the last build.
import {cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ready, root} from './ready.mjs';

const dist = join(root, 'dist');
const stamp = join(dist, 'built');
const SOURCES = ['src', 'renderer', 'electron', 'resources', 'build/bundle.mjs', 'vite.config.ts', 'package-lock.json'];

/** What each bundle for Node is made of. better-sqlite3 brings a binary and stays outside. */
const NODE_BUNDLES = [
  {folder: 'electron', format: 'cjs', extension: 'cjs', entries: {main: 'electron/main.ts'}},
  {folder: 'electron', format: 'cjs', extension: 'cjs', entries: {preload: 'electron/preload.ts'}},
  {
    folder: 'engine',
    format: 'es',
    extension: 'mjs',
    entries: {
      'engine-process': 'src/host/engine-process.ts',
      'compute-thread': 'src/host/compute-thread.ts',
      'search-thread': 'src/host/search-thread.ts',
      cli: 'src/host/cli.ts',
    },
  },
];

export async function bundle() {
  const {build} = await import('vite');
  rmSync(dist, {recursive: true, force: true});
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
    ...rendererOutput,
  });
  for (const each of NODE_BUNDLES) await build(nodeBundle(each));
  // HiGHS looks for its binary beside whatever calls it.
  cpSync(join(root, 'node_modules/highs/build/highs.wasm'), join(dist, 'engine/highs.wasm'));
  writeFileSync(stamp, new Date().toISOString());
}

/** Where the hosts look for the page, whatever vite.config.ts says besides; and what is not worth a warning. */
export const rendererOutput = {
  build: {
    outDir: join(dist, 'renderer'),
    emptyOutDir: true,
    rolldownOptions: {
      onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
    },
  },
};

function nodeBundle({folder, format, extension, entries}) {
  const input = Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)]));
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: {noExternal: true, external: ['electron', 'better-sqlite3']},
    build: {
      ssr: true,
      outDir: join(dist, folder),
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rollupOptions: {
        input,
        external: ['electron', 'better-sqlite3'],
        output: {format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}`},
      },
    },
  };
}

export async function bundleIfStale() {
  if (existsSync(stamp) && newest(SOURCES.map((each) => join(root, each))) <= statSync(stamp).mtimeMs) return;
  console.error('Building…');
  await bundle();
}

/** When the newest of these files, or of the files in these folders, was changed. */
function newest(paths) {
  let time = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const {mtimeMs} = statSync(path);
    const inside = statSync(path).isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : 0;
    time = Math.max(time, mtimeMs, inside);
  }
  return time;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ready();
  await bundle();
}
