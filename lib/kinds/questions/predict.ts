import { bent } from '@/lib/kinds/activation/questions/task';
import { averaged } from '@/lib/kinds/average-pool/questions/task';
import { onTheLine } from '@/lib/kinds/batch-normalization/questions/task';
import { convolved, convolvedShape } from '@/lib/kinds/conv2d/questions/predict';
import { unitAnswer } from '@/lib/kinds/dense/questions/predict';
import { passed } from '@/lib/kinds/dropout/questions/task';
import { indexOfPlace, vectorLength } from '@/lib/kinds/flatten/questions/predict';
import { meansLength } from '@/lib/kinds/global-average-pool/questions/task';
import { brightness } from '@/lib/kinds/input/questions/predict';
import { pooledShape, pooledValue, pooledWinner } from '@/lib/kinds/max-pool/questions/predict';
import { division } from '@/lib/kinds/normalize/questions/task';
import { laid, paddedShape } from '@/lib/kinds/zero-padding/questions/task';
import type { Predicted } from '@/lib/questions/about';
import type { Layer, LayerKind } from '../types';
import type { ASKS, Ask } from './asks';

/** The writer of each question that the figure of a kind asks. */
const COMPLETE = {
  input: { value: brightness },
  normalize: { value: (about) => division(about, about.cell) },
  conv2d: { value: convolved, shape: convolvedShape },
  maxPool: { winner: pooledWinner, value: pooledValue, shape: pooledShape },
  averagePool: { value: averaged },
  globalAveragePool: { shape: meansLength },
  activation: { value: bent },
  batchNormalization: { value: onTheLine },
  dropout: { value: passed },
  zeroPadding: { value: laid, shape: paddedShape },
  flatten: { index: indexOfPlace, shape: vectorLength },
  dense: { value: unitAnswer },
} satisfies { readonly [K in LayerKind]: Readonly<Record<(typeof ASKS)[K][number], Predicted>> };
const WRITERS: Readonly<Record<LayerKind, Readonly<Partial<Record<Ask, Predicted>>>>> = COMPLETE;

/** The writer of this question for such a layer; undefined where its figure does not ask it. */
export const writerOf = ({ kind }: Layer, ask: Ask): Predicted | undefined => WRITERS[kind][ask];
