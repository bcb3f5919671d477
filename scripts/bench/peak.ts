/**
 * `npm run bench:peak`: how many GFLOP/s the machine's threads multiply and add at most in WebAssembly, with plain and with
 * relaxed SIMD, in headless Chromium; and how much of that our forward pass and training step reach. Nothing else should run
 * on the machine meanwhile.
 */
import { makeParts } from '../build/build';
import { withLab } from '../lab';
import type { Timed } from '../lab/bench-train';
import { measurePeaks, peakLine, reachedLine } from './peak/measure';

const BATCH = 32;
const STEPS = 15;

await makeParts(['images']);
for (const peak of await measurePeaks()) {
  const timed = await withLab('scripts/lab/bench-train.ts', (ask) =>
    ask<Timed>('time', {
      library: 'ours',
      backend: 'wasm',
      threads: peak.threads > 1,
      steps: STEPS,
      warmUp: BATCH,
    }),
  );
  console.log(peakLine(peak));
  // On more than two cores ours uses more threads than were measured here.
  if (timed.threads === peak.threads)
    console.log(reachedLine(peak, { forward: timed.forward / BATCH, step: timed.step / BATCH }));
}
