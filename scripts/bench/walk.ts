/**
 * `npm run bench:walk`: the waiting time of the whole walk in one table: the first live map, the first step after Start, an
 * epoch and ten, what was promised for them, another epoch's maps, and 50,000 photographs (PIPELINE_DATA names the folder
 * that holds `cifar10/train.zip`). `-- --check` exits with 1 when a target is missed. Nothing else should run meanwhile.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from 'd3-array';
import { launch, withProfile, withSite } from '../browser';
import { build } from '../build/build';
import { DATA_FOLDER } from '../data/folder';
import { withLab } from '../lab';
import type { Timed } from '../lab/bench-train';
import { ROOT } from '../project';
import { measureLoad, warmPage, warmPageIn } from './measure-load';
import { measurePhotographs } from './measure-photographs';
import { type MeasuredRun, measureRun } from './measure-run';
import { measureScrubbing } from './measure-scrubbing';

const PAGES = { home: '/', lesson: '/stages/conv1/', trace: '/trace/' } as const;
const LOADS = 3;
const EPOCHS = 10;
/** Of the reference run: 1,000 images in batches of 32. */
const STEPS_AN_EPOCH = 32;
const BATCH = 32;
const PHOTOGRAPHS = join(DATA_FOLDER, 'cifar10', 'train.zip');

interface Row {
  readonly what: string;
  readonly reached: number | null;
  readonly unit: 'ms' | 's' | 'times';
  readonly least?: number;
  readonly most?: number;
}

const WRITTEN: Readonly<Record<Row['unit'], (value: number) => string>> = {
  ms: (value) => `${Math.round(value)} ms`,
  s: (value) => `${(value / 1000).toFixed(1)} s`,
  times: (value) => value.toFixed(2),
};

async function loads(address: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const times: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const browser = await launch();
      times.push((await measureLoad(browser, `${address}${path}`)).firstLiveMap);
      await browser.close();
    }
    rows.push({ what: `first live map, ${name}`, reached: median(times) ?? null, unit: 'ms', most: 600 });
  }
  return rows;
}

/** What the run took, and what it was said to take. `alone`: of its steps without anything else, in milliseconds. */
function runRows({ promised, firstStep, epochs, left }: MeasuredRun, alone: number): readonly Row[] {
  const all = epochs[epochs.length - 1];
  const shares = left.map(({ at, said }) => said / (all - at));
  return [
    { what: 'from Start to the first step', reached: firstStep, unit: 'ms', most: 1500 },
    { what: 'the first epoch', reached: epochs[0], unit: 's' },
    { what: `${EPOCHS} epochs`, reached: all, unit: 's' },
    { what: `${EPOCHS} epochs / their steps alone`, reached: all / alone, unit: 'times', most: 1.25 },
    {
      what: 'time promised at the start / taken',
      reached: promised && promised / (firstStep + all),
      unit: 'times',
      least: 0.8,
      most: 1.2,
    },
    {
      what: 'time said to be left / left, median',
      reached: median(shares) ?? null,
      unit: 'times',
      least: 0.8,
      most: 1.2,
    },
  ];
}

/** Milliseconds of the reference run's steps with nothing between them. */
async function stepsAlone(): Promise<number> {
  const way = { library: 'ours', backend: 'wasm', threads: true, steps: 25, warmUp: BATCH };
  const { step } = await withLab('scripts/lab/bench-train.ts', (ask) => ask<Timed>('time', way));
  return step * STEPS_AN_EPOCH * EPOCHS;
}

async function measureAll(address: string): Promise<readonly Row[]> {
  const rows = [...(await loads(address))];
  // The steps alone are timed before and after: a machine's pace changes.
  const before = await stepsAlone();
  const run = await withProfile(async (context) => measureRun(await warmPageIn(context), address, EPOCHS));
  rows.push(...runRows(run, (before + (await stepsAlone())) / 2));
  const other = await launch();
  const { first } = await measureScrubbing(await warmPage(other), address);
  rows.push({ what: 'another epoch’s maps, median', reached: median(first) ?? null, unit: 'ms', most: 16 });
  const photographs = existsSync(PHOTOGRAPHS)
    ? await measurePhotographs(await warmPage(other), address, PHOTOGRAPHS)
    : null;
  if (photographs === null) console.log(`Without the photographs: there is no ${PHOTOGRAPHS}.`);
  rows.push({ what: '50,000 photographs read', reached: photographs, unit: 's', most: 40_000 });
  await other.close();
  return rows;
}

const isMet = ({ reached, least = 0, most = Number.POSITIVE_INFINITY }: Row) =>
  reached === null || (reached >= least && reached <= most);

/** "at most 1.5 s", "0.80 to 1.20"; empty where nothing is asked for. */
function targetWords({ unit, least, most }: Row): string {
  if (most === undefined) return '';
  const write = WRITTEN[unit];
  return least === undefined ? `at most ${write(most)}` : `${write(least)} to ${write(most)}`;
}

if (!process.env.SITE_URL) await build();
const rows = await withSite(measureAll);
const width = Math.max(...rows.map(({ what }) => what.length));
console.log();
for (const row of rows) {
  const reached = row.reached === null ? 'not known' : WRITTEN[row.unit](row.reached);
  const mark = targetWords(row) === '' ? '' : isMet(row) ? 'met' : 'MISSED';
  console.log(
    `${row.what.padEnd(width)}  ${reached.padStart(9)}  ${targetWords(row).padEnd(16)} ${mark}`.trimEnd(),
  );
}
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'walk.json'), `${JSON.stringify(rows, null, 2)}\n`);
if (process.argv.includes('--check') && !rows.every(isMet)) process.exitCode = 1;
