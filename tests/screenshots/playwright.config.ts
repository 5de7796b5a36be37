import { defineConfig } from '@playwright/test';

// Pictures of the real app with the demo journal, for the README: `npm run screenshots`.
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  workers: 1,
  timeout: 120_000,
  reporter: [['list']],
});
