import react from '@vitejs/plugin-react';
import { isBuiltin } from 'node:module';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

// One config, three environments; `vite build --app` builds them all.
export default defineConfig({
  root: 'renderer',
  // Both window shells put a fresh nonce in the place of this text at every load.
  html: { cspNonce: '__CSP_NONCE__' },
  cacheDir: '../node_modules/.vite',
  plugins: [react()],
  server: { port: 5178, strictPort: true, host: '127.0.0.1' },
  build: { target: 'chrome148', emptyOutDir: true, reportCompressedSize: false, assetsInlineLimit: 0 },
  builder: {},
  environments: {
    client: { build: { outDir: `${root}/out/renderer` } },
    node: nodeSide(`${root}/out/node`, 'es', '[name].js', 'node24', {
      main: `${root}/electron/main/main.ts`,
      core: `${root}/electron/hosts/utility-process.ts`,
      cli: `${root}/electron/cli/rung.ts`,
      // The thread for copies of the whole journal.
      'copy-worker': `${root}/electron/core/copy-worker.ts`,
      // The command as the packaged app runs it (`--rung-cli`).
      'run-cli': `${root}/electron/cli/run-cli.ts`,
    }),
    preload: nodeSide(`${root}/out/preload`, 'cjs', '[name].cjs', 'chrome148', {
      preload: `${root}/electron/preload/preload.ts`,
    }),
  },
});

function nodeSide(
  outDir: string,
  format: 'es' | 'cjs',
  entryFileNames: string,
  target: string,
  input: Record<string, string>,
) {
  return {
    consumer: 'server' as const,
    resolve: { noExternal: true as const },
    build: {
      outDir,
      target,
      minify: false,
      rolldownOptions: {
        input,
        external: (id: string) => id === 'electron' || id === 'better-sqlite3' || isBuiltin(id),
        output: { format, entryFileNames, chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}
