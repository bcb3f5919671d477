/**
 * `npm run bench:page`: whether the page stays responsive while the network trains, and how long the maps of another epoch
 * take to be painted. `-- --check` exits with 1 when a target is missed. Nothing else should run on the machine meanwhile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { launch, withSite } from '../browser';
import { build } from '../build/build';
import { ROOT } from '../project';
import { warmPage } from './measure-load';
import { measureScrubbing } from './measure-scrubbing';
import { measureTraining } from './measure-training';

/** In milliseconds. */
const TARGETS = { longestTask: 50, scrub: 100 } as const;

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value: number) => `${Math.round(value)} ms`;

async function measureAll(browser: Browser, address: string) {
  const training = await measureTraining(await warmPage(browser), address);
  const scrubbing = await measureScrubbing(await warmPage(browser), address);
  return { training, scrubbing };
}

if (!process.env.SITE_URL) await build();
const browser = await launch();
const { training, scrubbing } = await withSite((address) => measureAll(browser, address));
await browser.close();
const results = join(ROOT, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(
  join(results, 'page.json'),
  `${JSON.stringify({ training, scrubbing, targets: TARGETS }, null, 2)}\n`,
);

const longest = Math.max(0, ...training.tasks);
console.log(`
Training two epochs
  tasks of 50 ms or more       ${training.tasks.length}
  longest task                 ${longest === 0 ? 'under 50 ms' : ms(longest)}
  the two epochs took          ${ms(training.milliseconds)}

From moving the scrubber to the new maps painted
  an epoch for the first time  ${ms(middle(scrubbing.first))} (worst ${ms(Math.max(...scrubbing.first))})
  once more                    ${ms(middle(scrubbing.again))} (worst ${ms(Math.max(...scrubbing.again))})
`);
const missed = [
  ...(longest > TARGETS.longestTask
    ? [`the longest task is ${ms(longest)}, the target is ${ms(TARGETS.longestTask)}`]
    : []),
  ...(['first', 'again'] as const).flatMap((which) => {
    const found = middle(scrubbing[which]);
    return found > TARGETS.scrub
      ? [`scrubbing (${which}) takes ${ms(found)}, the target is ${ms(TARGETS.scrub)}`]
      : [];
  }),
];
console.log(missed.length > 0 ? `Missed:\n  ${missed.join('\n  ')}` : 'Every target is met.');
if (missed.length > 0 && process.argv.includes('--check')) process.exitCode = 1;
