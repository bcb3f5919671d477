/**
 * `npm run check:gradients [seed]`: the gradients of 250 random operations on the WASM backend, with its training
 * kernels, next to those of the CPU backend; with threads and without. Exits with 1 where one differs.
 */
import { groups, max } from 'd3-array';
import { withLab } from '../../lab';
import type { Checked } from '../../lab/gradients';
import { stop } from '../../project';

const COUNT = 250;
const MOST = 1e-4;
const seed = Number(process.argv[2] ?? 1);

const check = (threads: boolean) =>
  withLab('scripts/lab/gradients.ts', (ask) => ask<readonly Checked[]>('check', seed, COUNT, threads));

for (const threads of [false, true]) {
  const checked = await check(threads);
  for (const [kind, cases] of groups(checked, ({ name }) => name.split(' ')[0])) {
    const worst = max(cases, ({ error }) => error) ?? 0;
    console.log(
      `${kind.padEnd(8)} ${String(cases.length).padStart(4)} cases, furthest apart ${worst.toExponential(1)}`,
    );
  }
  const wrong = checked.filter(({ error }) => !(error <= MOST));
  for (const { name, error } of wrong) console.log(`DIFFERS by ${error.toExponential(1)}: ${name}`);
  if (wrong.length > 0) stop(`${wrong.length} of ${COUNT} gradients differ by more than ${MOST}.`);
  console.log(`${COUNT} gradients agree within ${MOST}, ${threads ? 'with threads' : 'in one thread'}.\n`);
}
