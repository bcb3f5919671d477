import { convolution } from './convolution';
import { convolutionBack } from './convolution-back';
import { denseBack, reluBack } from './dense-back';
import { crossEntropy, softmax } from './output';
import { poolBack } from './pool-back';
import type { Read } from './reading';

/** The formulas that are computed from an image's trace. */
export const READS = {
  convolution,
  softmax,
  crossEntropy,
  denseBack,
  reluBack,
  poolBack,
  convolutionBack,
} satisfies Record<string, Read>;
export type ReadName = keyof typeof READS;
