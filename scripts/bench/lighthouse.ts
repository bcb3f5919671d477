/**
 * `npm run lighthouse`: Lighthouse's scores for six pages, as on a mid-range phone. Of five runs the median in performance,
 * as its authors advise (https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md), and the worst in what
 * does not depend on the machine. `-- --check` exits with 1 when one falls short. Nothing else should run meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { median, min } from 'd3-array';
import lighthouse from 'lighthouse';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';

const RUNS = 5;
const PAGES = ['/', '/stages/conv1/', '/trace/', '/train/', '/epochs/', '/quiz/'];
/** The lowest score allowed in each category, out of 100. */
const TARGETS = { performance: 90, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof TARGETS;
const CATEGORIES = Object.keys(TARGETS) as Category[];

/** One run of one page. */
interface Marks {
  readonly marks: Readonly<Record<Category, number>>;
  /** The audits that cost points where a target was missed. */
  readonly lost: readonly string[];
}

/** A free port for controlling the browser. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** One page in a browser of its own. */
async function markPage(address: string, page: string): Promise<Marks> {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const run = await lighthouse(`${address}${page}`, {
      port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
    });
    if (!run) throw new Error(`Lighthouse returned nothing for ${page}`);
    const { categories, audits } = run.lhr;
    const marks = Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round((categories[name].score ?? 0) * 100)]),
    ) as Record<Category, number>;
    const lost = CATEGORIES.filter((name) => marks[name] < TARGETS[name]).flatMap((name) =>
      categories[name].auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9)
        .map(({ id }) => id),
    );
    return { marks, lost };
  } finally {
    await browser.close();
  }
}

if (!process.env.SITE_URL) await build();
// Round by round, so that a slow moment of the machine does not affect one page alone.
const runs = await withSite(async (address) => {
  const runs = PAGES.map((): Marks[] => []);
  for (let round = 0; round < RUNS; round++)
    for (const [at, page] of PAGES.entries()) runs[at].push(await markPage(address, page));
  return runs;
});
function markOf(name: Category, of: readonly Marks[]): number {
  const marks = of.map(({ marks }) => marks[name]);
  return (name === 'performance' ? median(marks) : min(marks)) ?? 0;
}
const all = PAGES.map((page, at) => ({
  page,
  marks: Object.fromEntries(CATEGORIES.map((name) => [name, markOf(name, runs[at])])) as Record<
    Category,
    number
  >,
  runs: runs[at],
}));
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'lighthouse.json'), `${JSON.stringify({ targets: TARGETS, all }, null, 2)}\n`);

console.log(
  `\n${'page'.padEnd(16)}${CATEGORIES.map((name) => name.padStart(16)).join('')}   performance of each run`,
);
for (const { page, marks, runs } of all) {
  const each = runs.map(({ marks }) => marks.performance).join(' ');
  console.log(
    `${page.padEnd(16)}${CATEGORIES.map((name) => String(marks[name]).padStart(16)).join('')}   ${each}`,
  );
  for (const audit of new Set(runs.flatMap(({ lost }) => lost))) console.log(`  ${audit}`);
}
const met = all.every(({ marks }) => CATEGORIES.every((name) => marks[name] >= TARGETS[name]));
console.log(met ? '\nEvery target is met.' : '\nA target is missed.');
if (!met && process.argv.includes('--check')) process.exitCode = 1;
