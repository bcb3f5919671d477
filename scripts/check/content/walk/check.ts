/**
 * `npm run check:walk`: counts the words and tasks of each page and of the walk, in both languages, and what that takes:
 * 200 words a minute, and the time of what is done. Exits with 1 where the walk takes less than 10 or more than 14
 * minutes, where a text states minutes by hand, and where a built page states others than are counted, or none. `-- --write` writes the counted minutes into the lessons on kinds of layers, which the browser loads.
 */

import { allPageWorks } from '@/lib/shelf/page-works';
import { LANGUAGES } from '@/lib/site/languages';
import { durationOf, sumOf, type Work } from '@/lib/site/walk/count';
import { walkWork } from '@/lib/site/walk/reading';
import { kindFaults, writeKinds } from './kinds';
import { isBuilt, statedFaults } from './stated';

/** The walk's promise, in minutes. */
const [LEAST, MOST] = [10, 14];

const columns = ({ words, tasks, seconds }: Work): string =>
  `${String(words).padStart(6)} words ${String(tasks).padStart(3)} tasks ${seconds.toFixed(0).padStart(5)} s`;
const line = (href: string, work: Work): string =>
  `  ${href.padEnd(22)}${columns(work)}  ${durationOf(work).toFixed(1).padStart(5)} min`;

if (process.argv.includes('--write')) await writeKinds();

const faults: string[] = [];
for (const locale of LANGUAGES) {
  const steps = await walkWork(locale);
  const walk = sumOf(steps.map((step) => step.walk));
  console.log(`\n${locale}: the walk`);
  for (const step of steps) console.log(line(step.href, step.walk));
  console.log(line('all of it', walk));
  console.log(`${locale}: each page as a whole`);
  for (const { href, whole } of await allPageWorks(locale)) console.log(line(href, whole));
  const minutes = durationOf(walk);
  if (minutes < LEAST || minutes > MOST)
    faults.push(`${locale}: the walk takes ${minutes.toFixed(1)} minutes, not ${LEAST} to ${MOST}.`);
}
faults.push(...(await kindFaults()), ...(await statedFaults()));
if (!isBuilt())
  console.log('\nThe site is not built: what its pages state was not compared. npm run build makes it.');
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
if (faults.length > 0) process.exitCode = 1;
