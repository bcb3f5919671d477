/**
 * `npm run bench:data`: reads the 50,000 images of CIFAR-10's train.zip on the page (PIPELINE_DATA names the folder that holds
 * cifar10/train.zip), and scrolls through them: how long it takes, the page's longest task, frames a second. `-- --check` exits
 * with 1 when a target is missed. Nothing else should run on the machine meanwhile.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { DATA_FOLDER } from '../data/folder';
import { ROOT, stop } from '../project';
import { type Frames, measureLargeSet } from './measure-data';

/** In milliseconds, but for the frames a second. */
const TARGETS = { reading: 40_000, longestTask: 50, framesPerSecond: 50, longestFrame: 50 } as const;

const archive = join(DATA_FOLDER, 'cifar10', 'train.zip');
if (!existsSync(archive)) stop(`There is no ${archive}; PIPELINE_DATA can name the folder that holds it.`);
if (!process.env.SITE_URL) await build();
const browser = await launch();
const measured = await withSite(async (address) =>
  measureLargeSet(await browser.newPage({ viewport: { width: 1440, height: 900 } }), address, archive),
);
await browser.close();
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'data.json'), `${JSON.stringify({ measured, targets: TARGETS }, null, 2)}\n`);

const { reading, tasks, scrolling, dragging } = measured;
const longest = Math.max(0, ...tasks);
const frames = ({ perSecond, longest }: Frames) =>
  `${perSecond.toFixed(1)} frames a second, the longest ${longest.toFixed(0)} ms`;
console.log(`
50,000 images of an archive
  read in                      ${(reading / 1000).toFixed(1)} s (at most ${TARGETS.reading / 1000} s)
  longest task of the page     ${longest === 0 ? 'under 50 ms' : `${longest.toFixed(0)} ms`}
  scrolling                    ${frames(scrolling)}
  from first to last in 5 s    ${frames(dragging)}
`);
const smooth = ({ perSecond, longest }: Frames) =>
  perSecond >= TARGETS.framesPerSecond && longest <= TARGETS.longestFrame;
const met =
  reading <= TARGETS.reading && longest < TARGETS.longestTask && smooth(scrolling) && smooth(dragging);
console.log(met ? 'Every target is met.' : 'A target is missed.');
if (!met && process.argv.includes('--check')) process.exitCode = 1;
