/** `npm test`: every test there is, in a Chromium that is found or installed, over a fresh build. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { build } from './build';
import { getChromium } from './chromium';
import { CACHE, run } from './project';

const RESULTS = join(CACHE, 'test-results');
const vitestFile = join(RESULTS, 'vitest.json');
const playwrightFile = join(RESULTS, 'playwright.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});
const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function vitestCount(): Count {
  const report = v.parse(VitestReport, readJson(vitestFile));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function playwrightCount(): Count {
  const { stats } = v.parse(PlaywrightReport, readJson(playwrightFile));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** A runner that broke off without a report counts as one failure: what it would have found is not known. */
function counted(code: number, file: string, read: () => Count): Count {
  const count = existsSync(file) ? read() : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const CHROME_PATH = await getChromium();
await build();

const vitest = await run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`],
  // vite would warn that its next loader wants file extensions in imports, which tsc forbids.
  { CHROME_PATH, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
);
const playwright = await run('playwright', ['test', '--reporter=list,json'], {
  CHROME_PATH,
  PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile,
});

const counts = [
  counted(vitest, vitestFile, vitestCount),
  counted(playwright, playwrightFile, playwrightCount),
];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
