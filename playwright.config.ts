import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium';
import { readVisit } from './tests/e2e/support/kept-site';
import type { Options } from './tests/e2e/support/site';

/** SITE_URL names a running site; without it the built export is served for the tests, on TEST_PORT. */
const PORT = Number(process.env.TEST_PORT ?? 3217);
const base = process.env.SITE_URL ?? `http://localhost:${PORT}`;

/** Tests with the tag `@thorough` repeat what others test, on more pages: the check commands run them. */
const ALL = process.env.THOROUGH === 'all' || process.env.VISIT !== undefined;

const launchOptions = { executablePath: findChromium(), args: [...CHROMIUM_ARGS] };

export default defineConfig<Options>({
  testDir: 'tests/e2e',
  outputDir: '.cache/e2e',
  forbidOnly: true,
  // Two at a time: one waits while the other computes. The limits below leave room for one that trains beside it.
  workers: 2,
  timeout: 120_000,
  // What never ends is reported with what ran before it.
  globalTimeout: ALL || process.env.PHONE ? undefined : 3_600_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: base,
    launchOptions,
    screenshot: 'only-on-failure',
    reducedMotion: 'reduce',
    // Requests are to meet the routes that tests set up; offline.spec.ts and returning visits allow them.
    serviceWorkers: 'block',
    visit: readVisit(process.env.VISIT),
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
      grepInvert: ALL ? /@phone-only/ : /@phone-only|@thorough/,
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
      grep: process.env.PHONE === 'all' ? /@phone/ : /@phone(?!-check)/,
      grepInvert: /@again/,
    },
  ],
  webServer: process.env.SITE_URL
    ? undefined
    : {
        command: 'npx tsx scripts/serve.ts',
        // Some shells have a HOST of their own.
        env: { PORT: String(PORT), HOST: 'localhost' },
        url: base,
        reuseExistingServer: false,
      },
});
