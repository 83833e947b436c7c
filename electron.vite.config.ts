import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Three bundles: main and preload for Electron, renderer for Electron and for the browser host alike. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: at('src/main/index.ts'),
        // Named by a reader of exceljs for cloud storage, which is never called; a native module, which stays a module.
        external: ['@aws-sdk/client-s3', '@resvg/resvg-js'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file without dependencies.
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      target: 'chrome120',
      // Hashed names for everything but index.html, so that the static handler may cache for ever.
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
});
