/** `npm test`: every test, in a Chromium that is found or installed, over a fresh build. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { build } from './build/build';
import { getChromium } from './chromium';
import { CACHE, run } from './project';

const RESULTS = join(CACHE, 'test-results');
const vitestFile = join(RESULTS, 'vitest.json');
const playwrightFile = join(RESULTS, 'playwright.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Failures and their reasons, repeated at the end, where a reader of a long log looks. */
  readonly failures?: readonly string[];
}

const VitestReport = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});
const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Each failed test, or the file where none could be read, with the first lines of its message. */
function failuresOf(report: v.InferOutput<typeof VitestReport>): string[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${relative('.', name)}\n${message}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `${relative('.', name)}: ${fullName}\n${failureMessages.join('\n')}`,
      ),
  ]);
}

function vitestCount(): Count {
  const report = v.parse(VitestReport, readJson(vitestFile));
  return {
    failures: failuresOf(report),
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function playwrightCount(): Count {
  const { stats } = v.parse(PlaywrightReport, readJson(playwrightFile));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** A runner that stopped without a report counts as one failure: what it would have found is unknown. */
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
  // vite would warn that its next loader requires file extensions in imports, which tsc forbids.
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
const sum = (key: 'passed' | 'failed' | 'skipped') => counts.reduce((total, count) => total + count[key], 0);
for (const failure of counts.flatMap(({ failures }) => failures ?? [])) {
  console.log(`\nFailed: ${failure.slice(0, 1500)}`);
}
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
