/**
 * `npm run check:faults [seed ...]`: for each seed trains a healthy run and one with each fault, and compares the number that
 * reveals a fault with its limit. Exits with 1 where a fault is missed, or a healthy run looks broken. `npm test` does it for one seed.
 */
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { makeParts } from '../../build/build';
import { withLab } from '../../lab';
import type { Measured } from '../../lab/faults';
import { stop } from '../../project';

const requested = process.argv.slice(2).map(Number);
const seeds = requested.length > 0 ? requested : [1, 2, 3, 4, 5];

/** A value that is not a number is beyond every limit. */
const over = (value: number | null, limit: number) => value === null || value > limit;
const written = (value: number | null) => (value === null ? 'no number' : value.toPrecision(3)).padStart(10);

await makeParts(['words', 'images', 'engine']);
let wrong = 0;
await withLab('scripts/lab/faults.ts', async (ask) => {
  for (const seed of seeds) {
    console.log(`\nseed ${seed}`.padEnd(14), '   healthy    broken     limit');
    for (const { fault, healthy, broken } of await ask<readonly Measured[]>('measure', seed)) {
      const { limit } = SIGNATURES[fault];
      const right = !over(healthy, limit) && over(broken, limit);
      if (!right) wrong += 1;
      console.log(
        `  ${fault.padEnd(11)} ${written(healthy)}${written(broken)}${written(limit)}${right ? '' : '  WRONG'}`,
      );
    }
  }
});
if (wrong > 0) stop(`${wrong} faults are missed, or detected in a healthy run.`);
console.log(`\nSeeds ${seeds.join(', ')}: every fault is detected, and no healthy run shows one.`);
