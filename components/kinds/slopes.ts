import type { LayerKind } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import words from '@/words/backward';

/** What a stage of each kind does to the gradient that goes through it. */
export const SLOPES: Readonly<Record<LayerKind, (stage: Stage) => string>> = {
  input: () => '',
  normalize: ({ layer }) => (layer.kind === 'normalize' ? words.ofNormalize({ divisor: layer.divisor }) : ''),
  conv2d: ({ id }) => words.ofConv({ stage: id }),
  maxPool: ({ id }) => words.ofPool({ stage: id }),
  flatten: () => words.ofFlatten(),
  dense: ({ id, output }) => words.ofDense({ units: output[0], stage: id }),
};
