/**
 * `npm run bench:paint`: how many frames a second all nine stages keep up while painting on the image. `-- --check`
 * exits with 1 when they are fewer than 30. Nothing else should run on the machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';
import { warmPage } from './measure-load';
import { measurePainting } from './measure-painting';

/** Frames a second. */
const TARGET = 30;

if (!process.env.SITE_URL) await build();
const browser = await launch();
const painting = await withSite(async (address) => measurePainting(await warmPage(browser), address));
await browser.close();
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'paint.json'), `${JSON.stringify({ painting, target: TARGET }, null, 2)}\n`);

const { frames, perSecond, median, slowest } = painting;
console.log(`
Painting, with all nine stages shown
  frames painted               ${frames}
  frames a second              ${perSecond.toFixed(1)} (at least ${TARGET})
  from one to the next         ${median.toFixed(0)} ms (median), ${slowest.toFixed(0)} ms (slowest)
`);
const met = perSecond >= TARGET;
console.log(met ? 'The target is met.' : 'The target is missed.');
if (!met && process.argv.includes('--check')) process.exitCode = 1;
