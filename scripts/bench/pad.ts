/**
 * `npm run bench:pad`: how many times a second the stages follow while someone draws a digit on the pad, and the longest task
 * of the page meanwhile. `-- --check` exits with 1 when they are fewer than 30 a second. Nothing else should run on the
 * machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';
import { measureDrawing } from './measure-drawing';
import { warmPage } from './measure-load';

/** Traces a second. */
const TARGET = 30;

if (!process.env.SITE_URL) await build();
const browser = await launch();
const drawing = await withSite(async (address) => measureDrawing(await warmPage(browser), address));
await browser.close();
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'pad.json'), `${JSON.stringify({ drawing, target: TARGET }, null, 2)}\n`);

const { frames, traces, perSecond, median, slowest, longestTask } = drawing;
console.log(`
Drawing a seven, with all stages shown
  traces painted               ${traces}, in ${frames} frames
  frames a second              ${perSecond.toFixed(1)} (at least ${TARGET})
  from one to the next         ${median.toFixed(0)} ms (median), ${slowest.toFixed(0)} ms (slowest)
  longest task                 ${longestTask === 0 ? 'under 50 ms' : `${longestTask.toFixed(0)} ms`}
`);
const met = perSecond >= TARGET;
console.log(met ? 'The target is met.' : 'The target is missed.');
if (!met && process.argv.includes('--check')) process.exitCode = 1;
