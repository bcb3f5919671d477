import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium';
import { mdxTexts } from './tests/components/support/mdx';
import { imageFile } from './tests/engine/support/image-command';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A real Chromium, the one that is on this machine. Anew for each project: vitest writes the project's name into it. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  commands: { imageFile },
  provider: playwright({ launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_ARGS] } }),
  instances: [{ browser: 'chromium' as const }],
});

/** Tests that train for minutes what others train for seconds: `npm run check:thorough` runs them. */
const THOROUGH = 'tests/engine/thorough/**';
const ALL = process.env.THOROUGH === 'all';

const PATIENCE_MS = 60_000;

/** Files that run at a time: one computes while the other is fetched, or waits. */
const WORKERS = 2;

/** Tests of what keeps state in its module, or that replace a module: each file has modules of its own. */
const APART = ['tests/unit/{engine,store}/**/*.test.ts', 'tests/unit/run/typed-numbers.test.ts'];
const unit = { environment: 'node', pool: 'threads', setupFiles: 'tests/unit-setup.ts' } as const;

const setupFiles = ['tests/browser-setup.ts'];

/** As the site is served: threads need a page that is isolated from other origins. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** One project for each place where tests run; `extends: true` gives all of them the alias. */
export default defineConfig({
  resolve: { alias: { '@/words': here('lib/words/en'), '@': here('.').replace(/\/$/, '') } },
  server: { headers },
  test: {
    // No test asserts a time: these limits end one that hangs, on a machine however busy.
    testTimeout: PATIENCE_MS,
    maxWorkers: WORKERS,
    expect: { poll: { timeout: PATIENCE_MS / 4 } },
    projects: [
      {
        extends: true,
        test: { ...unit, name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: APART, isolate: false },
      },
      { extends: true, test: { ...unit, name: 'unit-apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'engine',
          sequence: { groupOrder: 1 },
          // Its threads take all cores.
          maxWorkers: 1,
          browser: inChromium(),
          globalSetup: 'tests/engine-setup.ts',
          setupFiles,
          include: ['tests/engine/**/*.test.{ts,tsx}'],
          exclude: ALL ? [] : [THOROUGH],
        },
      },
      {
        extends: true,
        plugins: [mdxTexts()],
        test: {
          name: 'components',
          sequence: { groupOrder: 2 },
          browser: inChromium(),
          setupFiles: [...setupFiles, 'tests/components-setup.ts'],
          include: ['tests/components/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
