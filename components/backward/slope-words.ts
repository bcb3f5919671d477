import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import words from '@/words/backward';

/** Where the gradient to what a stage answers comes from: one sentence about the stage after it. */
export function slopeWords(stage: Stage, { stages }: Pipeline): string {
  const next = stages[stage.number];
  if (!next) return words.ofLoss();
  switch (next.layer.kind) {
    case 'dense':
      return words.ofDense({ units: next.output[0], stage: next.id });
    case 'flatten':
      return words.ofFlatten();
    case 'maxPool':
      return words.ofPool({ stage: next.id });
    case 'conv2d':
      return words.ofConv({ stage: next.id });
    case 'normalize':
      return words.ofNormalize({ divisor: next.layer.divisor });
    case 'input':
      return '';
  }
}

/** What a ReLU does to it on the way to the stage's own sums; empty where there is none. */
export function reluWords({ layer }: Stage, stopped: number): string {
  if (!('activation' in layer) || layer.activation !== 'relu') return '';
  return words.relu({ places: formatCount(stopped) });
}
