import type { TaskWriter } from '@/lib/questions/task';
import { bend } from '../activation/questions/task';
import { average } from '../average-pool/questions/task';
import { line } from '../batch-normalization/questions/task';
import { heaviest } from '../conv2d/questions/task';
import { strongestInput } from '../dense/questions/task';
import { decidingPixel } from '../dense/questions/task-output';
import { pass } from '../dropout/questions/task';
import { unrolled } from '../flatten/questions/task';
import { means } from '../global-average-pool/questions/task';
import { brightest } from '../input/questions/task';
import { winner } from '../max-pool/questions/task';
import { divided } from '../normalize/questions/task';
import type { LayerKind } from '../types';
import { padding } from '../zero-padding/questions/task';

/** What to trace in a stage of each kind. */
export const TASKS: Readonly<Record<LayerKind, TaskWriter>> = {
  input: brightest,
  normalize: divided,
  conv2d: heaviest,
  maxPool: winner,
  averagePool: average,
  globalAveragePool: means,
  activation: bend,
  batchNormalization: line,
  dropout: pass,
  zeroPadding: padding,
  flatten: unrolled,
  dense: strongestInput,
};

/** What to trace in the last stage, whose units are the classes. */
export const LAST_TASK: TaskWriter = decidingPixel;
