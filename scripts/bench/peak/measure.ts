import { sum } from 'd3-array';
import { referencePipeline } from '@/lib/course/reference';
import { withLab } from '../../lab';
import { FLOPS_A_ROUND, peakModules } from './module';

/** What the machine multiplies and adds at most, in GFLOP/s; null where the browser refuses the instructions. */
export interface Peak {
  readonly threads: number;
  readonly plain: number | null;
  readonly relaxed: number | null;
}

/** With one thread and with two. */
export async function measurePeaks(): Promise<readonly Peak[]> {
  const { plain, relaxed } = await peakModules();
  return withLab('scripts/lab/peak.ts', async (ask) => {
    const peaks: Peak[] = [];
    for (const threads of [1, 2])
      peaks.push({
        threads,
        plain: await ask<number | null>('peak', plain, threads, FLOPS_A_ROUND),
        relaxed: await ask<number | null>('peak', relaxed, threads, FLOPS_A_ROUND),
      });
    return peaks;
  });
}

const stages = referencePipeline.stages.filter(({ weights }) => weights !== null);
const forward = 2 * sum(stages, ({ multiplyAdds }) => multiplyAdds);

/**
 * Multiplications and additions for one image, every convolution counted as written. A step has those of the forward pass,
 * of the gradients to the weights and of the gradients to each layer's input; nobody asks for the one to the image.
 */
const FLOPS = { forward, step: 3 * forward - 2 * stages[0].multiplyAdds };

/** What is reached of the peak of as many threads, as a share. `milliseconds`: for one image. */
export function shareOf(peak: Peak, flops: number, milliseconds: number): number {
  return flops / milliseconds / 1e6 / Math.max(peak.plain ?? 0, peak.relaxed ?? 0);
}

const written = (rate: number | null) => (rate === null ? 'refused' : `${rate.toFixed(1)} GFLOP/s`);

export const peakLine = ({ threads, plain, relaxed }: Peak): string =>
  `${threads === 1 ? 'one thread' : `${threads} threads`} at most: plain SIMD ${written(plain)}, relaxed SIMD ${written(relaxed)}`;

/** How much of a peak forward pass and step reach, in words. `milliseconds`: for one image. */
export function reachedLine(peak: Peak, milliseconds: { readonly forward: number; readonly step: number }) {
  const parts = (['forward', 'step'] as const).map((what) => {
    const rate = FLOPS[what] / milliseconds[what] / 1e6;
    const share = shareOf(peak, FLOPS[what], milliseconds[what]);
    return `${what} ${rate.toFixed(1)} GFLOP/s, ${Math.round(100 * share)} %`;
  });
  return `  reached of it: ${parts.join('; ')}`;
}
