import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';

/** The renderer's build: plain files that either host serves as they are, with nothing inlined into the page. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome114',
    // The content security policy has no room for inline fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {name: 'map-library', test: /node_modules[\\/]maplibre-gl/},
            {name: 'screen-library', test: /node_modules/},
          ],
        },
      },
    },
  },
});
