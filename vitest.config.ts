import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Everything here runs on what `npm ci` brings: no browser, no Electron. Those are `npm run e2e`.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{shared,electron}/**/*.test.ts'],
          environment: 'node',
          // Some start the whole command several times, on a machine that does other things too.
          testTimeout: 30_000,
          pool: 'forks',
          globalSetup: ['tests/helpers/build-node.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // A whole page over the real core: seconds on a machine that does other things too.
          testTimeout: 20_000,
          pool: 'forks',
        },
      },
    ],
  },
});
