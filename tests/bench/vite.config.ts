import { isBuiltin } from 'node:module';
import { defineConfig, mergeConfig } from 'vite';
import app from '../../vite.config.ts';

const root = `${import.meta.dirname}/../..`;

// The bench is bundled like the app's own Node side, and beside it, so that it measures what ships.
export default mergeConfig(
  app,
  defineConfig({
    environments: {
      node: {
        build: {
          outDir: `${root}/out/node/bench`,
          rolldownOptions: {
            input: { bench: `${root}/tests/bench/bench.ts` },
            external: (id: string) => /^(?:electron|better-sqlite3|@playwright\/test)$/.test(id) || isBuiltin(id),
          },
        },
      },
    },
  }),
);
