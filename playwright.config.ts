import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import type { Shell } from './tests/e2e/shells.ts';

const chromium = '/usr/bin/chromium';
const isCi = process.env['CI'] !== undefined;

// The same specs in both shells; `package` drives the finished binary that RUNG_PACKAGED points at, and `tour` is for where
// packets are counted (see .ci/run).
export default defineConfig<{ shell: Shell }>({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: isCi,
  // Real windows on a shared machine: what fails once and passes at once after is reported as flaky.
  retries: isCi ? 1 : 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  outputDir: 'test-results',
  reporter: isCi ? [['list'], ['json', { outputFile: 'test-results/playwright.json' }]] : [['list']],
  use: {
    trace: 'off',
    launchOptions: existsSync(chromium) ? { executablePath: chromium } : {},
  },
  projects: process.env['RUNG_TOUR']
    ? [{ name: 'tour', testMatch: '*.tour.ts' }]
    : process.env['RUNG_PACKAGED']
      ? [{ name: 'package', testMatch: '*.package.ts' }]
      : [
          { name: 'electron', testIgnore: '*.browser.spec.ts', use: { shell: 'electron' } },
          { name: 'browser', testIgnore: '*.electron.spec.ts', use: { shell: 'browser' } },
        ],
});
