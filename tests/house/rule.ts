/**
 * The dependency rule as data: what each folder may import. The most exact folder that holds a file decides.
 * `docs/architecture.md` prints this table; a test keeps the two alike.
 */
export interface Rule {
  folder: string;
  /** Our own folders or files. */
  own: string[];
  /** Our own folders or files of which only types may be imported. */
  types: string[];
  /** Packages, by name or by the start of it. */
  packages: string[];
}

export const RULES: Rule[] = [
  {folder: 'src/domain', own: ['src/domain'], types: [], packages: []},
  {folder: 'src/core', own: ['src/core'], types: [], packages: []},
  {folder: 'src/core/graph', own: ['src/core'], types: [], packages: ['flatbush', 'flatqueue']},
  {
    folder: 'src/core/shapes',
    own: ['src/core'],
    types: ['geojson'],
    packages: ['@turf/turf', 'earcut', 'geojson'],
  },
  {
    folder: 'src/core/read',
    own: ['src/core'],
    types: [],
    packages: ['node:zlib', 'fflate', 'pbf', 'papaparse', 'topojson-client'],
  },
  {folder: 'src/core/search', own: ['src/core'], types: [], packages: ['highs']},
  {folder: 'src/core/bench', own: ['src/core'], types: [], packages: ['node:']},
  {
    folder: 'src/core/bench/map',
    own: ['src/core', 'src/domain'],
    types: [],
    packages: ['node:', 'vite', 'playwright-core', '@maplibre/geojson-vt', '@maplibre/vt-pbf'],
  },
  {folder: 'src/store', own: ['src/store', 'src/domain'], types: [], packages: ['better-sqlite3', 'node:']},
  {folder: 'src/engine', own: ['src/engine', 'src/store', 'src/core', 'src/domain'], types: [], packages: ['node:']},
  {folder: 'src/host', own: ['src/host', 'src/domain'], types: ['src/engine'], packages: ['node:']},
  {folder: 'src/host/engine-process.ts', own: ['src/host', 'src/domain', 'src/engine'], types: [], packages: ['node:']},
  {folder: 'src/host/cli', own: ['src/host', 'src/domain', 'src/engine'], types: [], packages: ['node:']},
  {folder: 'src/host/cli.ts', own: ['src/host', 'src/domain', 'src/engine'], types: [], packages: ['node:']},
  {
    folder: 'src/host/compute-pool.ts',
    own: ['src/host', 'src/domain', 'src/core'],
    types: ['src/engine'],
    packages: ['node:'],
  },
  {
    folder: 'src/host/search-thread.ts',
    own: ['src/host', 'src/domain', 'src/core'],
    types: ['src/engine'],
    packages: ['node:'],
  },
  {
    folder: 'src/host/compute-team.ts',
    own: ['src/host', 'src/domain'],
    types: ['src/core', 'src/engine'],
    packages: ['node:'],
  },
  {folder: 'src/host/kept-hierarchy.ts', own: ['src/host', 'src/domain', 'src/core'], types: [], packages: ['node:']},
  {
    folder: 'src/host/compute-thread.ts',
    own: ['src/host', 'src/domain', 'src/core'],
    types: ['src/engine'],
    packages: ['node:'],
  },
  {folder: 'electron', own: ['electron', 'src/host', 'src/domain'], types: [], packages: ['electron', 'node:']},
  {
    folder: 'renderer',
    own: ['renderer', 'src/domain'],
    types: ['src/engine/api.ts', 'src/engine/kinds.ts', 'src/host/messages.ts'],
    packages: [
      'geojson',
      'react',
      'react-dom',
      'maplibre-gl',
      'zustand',
      'react-aria-components',
      'lucide-react',
      '@fontsource-variable/inter',
    ],
  },
  {
    folder: 'renderer/parts',
    own: ['renderer/parts'],
    types: [],
    packages: ['react', 'react-aria-components', 'lucide-react'],
  },
];
