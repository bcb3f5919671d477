import { factOfKind } from '@/lib/kinds/facts';
import type { LayerKind } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import words from '@/words/stage-alike';

/** What a stage's kind adds to a comparison with an earlier stage of the same kind. */
type Alike = (stage: Stage, before: Stage) => readonly string[];

const productsOf = ({ layer, input }: Stage): string => factOfKind('products', layer, input) ?? '—';
const channelsOf = ({ input }: Stage): number => input[input.length - 1];
const nothing: Alike = () => [];

/** What is particular about a later stage of a kind, in sentences computed from the two stages. */
export const ALIKE: Readonly<Record<LayerKind, Alike>> = {
  input: nothing,
  normalize: nothing,
  conv2d: (stage, before) => [
    words.convolution({
      before: before.id,
      channels: channelsOf(stage),
      otherChannels: channelsOf(before),
      products: productsOf(stage),
      otherProducts: productsOf(before),
    }),
  ],
  maxPool: nothing,
  averagePool: nothing,
  globalAveragePool: nothing,
  activation: nothing,
  batchNormalization: nothing,
  dropout: nothing,
  zeroPadding: nothing,
  flatten: nothing,
  dense: nothing,
};
