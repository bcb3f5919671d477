/**
 * `npm run bench:space`: how many frames a second the network in space keeps up while flying once around it, at
 * 1280 x 720, with the graphics card imitated by the processor. `-- --check` exits with 1 when they are fewer than 30, or a
 * task of the page takes too long. Nothing else should run on the machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';
import { measureFlying } from './measure-flying';

/** Frames a second. */
const TARGET = 30;
/** Of a single task, in milliseconds. */
const LONGEST = 100;

if (!process.env.SITE_URL) await build();
const browser = await launch();
const flying = await withSite(async (address) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  return measureFlying(page, address);
});
await browser.close();
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(
  join(results, 'space.json'),
  `${JSON.stringify({ flying, target: TARGET, longest: LONGEST }, null, 2)}\n`,
);

const { frames, perSecond, median, slowest, longestTask } = flying;
console.log(`
Flying once around the network in space
  frames drawn                 ${frames}
  frames a second              ${perSecond.toFixed(1)} (at least ${TARGET})
  from one to the next         ${median.toFixed(0)} ms (median), ${slowest.toFixed(0)} ms (slowest)
  longest task                 ${longestTask.toFixed(0)} ms (at most ${LONGEST})
`);
const met = perSecond >= TARGET && longestTask <= LONGEST;
console.log(met ? 'The target is met.' : 'A target is missed.');
if (!met && process.argv.includes('--check')) process.exitCode = 1;
