import { isBuiltin } from 'node:module';
import { defineConfig, mergeConfig } from 'vite';
import app from '../../vite.config.ts';

const root = `${import.meta.dirname}/../..`;

/** The programs that the suites start, each from the sources as they are. */
const programs = {
  faults: `${root}/tests/faults/faults.ts`,
  'record-work': `${root}/tests/faults/power/record-work.ts`,
  'copy-worker': `${root}/electron/core/copy-worker.ts`,
  sweep: `${root}/tests/faults/disk/sweep.ts`,
  'full-disk': `${root}/tests/faults/disk/full-disk.ts`,
  'open-logs': `${root}/tests/faults/disk/open-logs.ts`,
  'salvage-damaged': `${root}/tests/faults/disk/salvage-damaged.ts`,
  'open-damaged': `${root}/tests/faults/disk/open-damaged.ts`,
  'add-forever': `${root}/tests/helpers/add-forever.ts`,
  'save-many': `${root}/tests/faults/disk/save-many.ts`,
  'record-migration': `${root}/tests/faults/power/record-migration.ts`,
  'check-migration': `${root}/tests/faults/power/check-migration.ts`,
  'recover-badly': `${root}/tests/faults/power/recover-badly.ts`,
  'check-images': `${root}/tests/faults/power/check-images.ts`,
};

// Built like the app's own Node side and beside it, so that what is tried is what ships.
export default mergeConfig(
  app,
  defineConfig({
    environments: {
      node: {
        build: {
          outDir: process.env['RUNG_FAULTS_OUT'] ?? `${root}/out/node/faults`,
          rolldownOptions: {
            input: programs,
            external: (id: string) => /^(?:electron|better-sqlite3|@playwright\/test)$/.test(id) || isBuiltin(id),
          },
        },
      },
    },
  }),
);
