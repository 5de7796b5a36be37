import { createBuilder } from 'vite';

const root = `${import.meta.dirname}/../..`;

/** Where the tests' own build of the command and of the programs they start lies. Built before the first test, from the sources as they are. */
export const builtFolder = `${root}/node_modules/.cache/rung-test`;

/** Vitest's global setup: bundles what tests start as processes of their own. */
export async function setup(): Promise<void> {
  const builder = await createBuilder({
    configFile: `${root}/vite.config.ts`,
    logLevel: 'error',
    environments: {
      node: {
        build: {
          outDir: builtFolder,
          // Another run of the tests may be using what is there.
          emptyOutDir: false,
          rolldownOptions: { input: { 'add-forever': `${root}/tests/helpers/add-forever.ts` } },
        },
      },
    },
  });
  await builder.build(builder.environments['node']!);
}
