/**
 * `npm run bench:load`: what opening a page costs a first-time visitor.
 * `-- --check` exits with 1 when a target is missed. Nothing else should run on the machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { greatest, median } from 'd3-array';
import { referencePipeline } from '@/lib/course/reference';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';
import { type Load, measureLoad } from './measure-load';

const PAGES = { home: '/', lesson: '/stages/conv1/', trace: '/trace/' } as const;
type PageName = keyof typeof PAGES;
const RUNS = 5;

/** The script that a lesson loads, in bytes, and the lesson's address. */
interface Weight {
  readonly lesson: string;
  readonly scriptBytes: number;
}

/** The limit for each figure, for every page. */
const TARGETS: { readonly figure: keyof Load; readonly most: number; readonly pages: readonly PageName[] }[] =
  [
    { figure: 'firstLiveMap', most: 1200, pages: ['home', 'lesson', 'trace'] },
    { figure: 'blocked', most: 100, pages: ['home', 'lesson', 'trace'] },
    { figure: 'longestTask', most: 80, pages: ['home', 'lesson', 'trace'] },
  ];
/** Of script, for each of the lessons. */
const MOST_SCRIPT = 200 * 1024;

const ms = (value: number) => `${Math.round(value)} ms`;
const kilobytes = (value: number) => `${(value / 1024).toFixed(1)} KB`;
const COLUMNS: { readonly figure: keyof Load; readonly head: string; write(value: number): string }[] = [
  { figure: 'transferred', head: 'transferred', write: kilobytes },
  { figure: 'scriptBytes', head: 'main-thread JS, gzipped', write: kilobytes },
  { figure: 'largestPaint', head: 'largest contentful paint', write: ms },
  { figure: 'blocked', head: 'total blocking time', write: ms },
  {
    figure: 'longestTask',
    head: 'longest task',
    write: (value) => (value === 0 ? 'under 50 ms' : ms(value)),
  },
  { figure: 'firstLiveMap', head: 'first live map', write: ms },
];

/** Of each lesson in both languages, the heaviest last. How much a page fetches doesn't vary, so one load says it. */
async function weighLessons(address: string): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (const { id } of referencePipeline.stages)
    for (const lesson of [`/stages/${id}/`, `/de/stages/${id}/`]) {
      const browser = await launch();
      const { scriptBytes } = await measureLoad(browser, address + lesson);
      weights.push({ lesson, scriptBytes });
      await browser.close();
    }
  return weights.sort((a, b) => a.scriptBytes - b.scriptBytes);
}

interface Measured {
  readonly medians: Record<PageName, Load>;
  readonly weights: readonly Weight[];
}

async function measureAll(): Promise<Measured> {
  const runs: Record<PageName, Load[]> = { home: [], lesson: [], trace: [] };
  let version = '';
  let weights: Weight[] = [];
  await withSite(async (address) => {
    // Round by round, so that a slow moment of the machine does not affect one page alone. A browser of its own for each:
    // otherwise the late work of one page, probing the backends, would keep the graphics process busy for the next.
    for (let run = 0; run < RUNS; run++) {
      for (const name of ['home', 'lesson', 'trace'] as const) {
        const browser = await launch();
        version = browser.version();
        runs[name].push(await measureLoad(browser, `${address}${PAGES[name]}`));
        await browser.close();
      }
    }
    weights = await weighLessons(address);
  });
  const middle = (loads: Load[]): Load => {
    const of = (figure: keyof Load) => median(loads, (load) => load[figure]) ?? 0;
    return {
      transferred: of('transferred'),
      scriptBytes: of('scriptBytes'),
      largestPaint: of('largestPaint'),
      blocked: of('blocked'),
      longestTask: of('longestTask'),
      firstLiveMap: of('firstLiveMap'),
    };
  };
  const medians = { home: middle(runs.home), lesson: middle(runs.lesson), trace: middle(runs.trace) };
  const results = join(ROOT, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  const machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model,
    chromium: version,
    node: process.version,
  };
  writeFileSync(
    join(results, 'load.json'),
    `${JSON.stringify({ machine, runs: RUNS, medians, weights, targets: TARGETS, all: runs }, null, 2)}\n`,
  );
  return { medians, weights };
}

function print({ medians, weights }: Measured): void {
  const names = Object.keys(PAGES);
  const width = Math.max(...COLUMNS.map(({ head }) => head.length));
  console.log(
    `\nMedians of ${RUNS} cold loads\n${' '.repeat(width)}${names.map((name) => name.padStart(14)).join('')}`,
  );
  for (const { figure, head, write } of COLUMNS) {
    const cells = [medians.home, medians.lesson, medians.trace].map((load) =>
      write(load[figure]).padStart(14),
    );
    console.log(`${head.padEnd(width)}${cells.join('')}`);
  }
  console.log('\nMain-thread JS of each lesson, gzipped');
  for (const { lesson, scriptBytes } of weights)
    console.log(`${lesson.padEnd(width)}${kilobytes(scriptBytes).padStart(14)}`);
}

function missedTargets({ medians, weights }: Measured): string[] {
  const heaviest = greatest(weights, ({ scriptBytes }) => scriptBytes);
  const tooHeavy =
    heaviest && heaviest.scriptBytes > MOST_SCRIPT
      ? [
          `${heaviest.lesson}: its script is ${kilobytes(heaviest.scriptBytes)}, the target is ${kilobytes(MOST_SCRIPT)}`,
        ]
      : [];
  const slow = TARGETS.flatMap(({ figure, most, pages }) => {
    const column = COLUMNS.find((candidate) => candidate.figure === figure);
    if (!column) return [];
    return pages
      .filter((page) => medians[page][figure] > most)
      .map(
        (page) =>
          `${page}: ${column.head} is ${column.write(medians[page][figure])}, the target is ${column.write(most)}`,
      );
  });
  return [...tooHeavy, ...slow];
}

if (!process.env.SITE_URL) await build();
const measured = await measureAll();
print(measured);
const missed = missedTargets(measured);
console.log(missed.length === 0 ? '\nEvery target is met.' : `\nMissed:\n  ${missed.join('\n  ')}`);
if (process.argv.includes('--check') && missed.length > 0) process.exitCode = 1;
