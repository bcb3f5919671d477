/**
 * `npm run check:provenance [seed]`: explanations, bills, gradients and receptive fields of random values, on images
 * through the trained reference network and through random networks, next to what the engine computes. Exits with 1 where
 * something differs by more than 1e-4 of the value and 1e-5.
 */
import { sum } from 'd3-array';
import { makeParts } from '../../build/build';
import { withLab } from '../../lab';
import type { Tally } from '../../lab/provenance-tally';
import { stop } from '../../project';

const NETWORKS = 60;
const LEAST = 2000;
const seed = Number(process.argv[2] ?? 1);

await makeParts(['images', 'engine']);
const tallies: Tally[] = [];
for (const backend of ['wasm', 'cpu']) {
  console.log(`\n${backend}`);
  const found = await withLab('scripts/lab/provenance.ts', (ask) =>
    ask<readonly Tally[]>('check', seed, NETWORKS, backend),
  );
  for (const { what, tried, worst, where } of found) {
    const share = Number.isFinite(worst) ? `${(100 * worst).toFixed(1)} % of the tolerance` : 'FAILS';
    console.log(`  ${what.padEnd(44)} ${String(tried).padStart(6)} tried, worst ${share}`);
    if (!(worst <= 1)) console.log(`    ${where}`);
  }
  tallies.push(...found);
}
const values = sum(
  tallies.filter(({ what }) => what.startsWith('terms')),
  ({ tried }) => tried,
);
console.log(`\n${values} values explained; ${sum(tallies, ({ tried }) => tried)} comparisons in all.`);
if (values < LEAST) stop(`Only ${values} values were tried, not ${LEAST}.`);
const wrong = tallies.filter(({ worst }) => !(worst <= 1));
if (wrong.length > 0)
  stop(`${wrong.length} kinds of explanations are further off than 1e-4 of the value and 1e-5.`);
