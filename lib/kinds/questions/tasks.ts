import type { TaskWriter } from '@/lib/questions/task';
import { heaviest } from '../conv2d/questions/task';
import { strongestInput } from '../dense/questions/task';
import { decidingPixel } from '../dense/questions/task-output';
import { unrolled } from '../flatten/questions/task';
import { brightest } from '../input/questions/task';
import { winner } from '../max-pool/questions/task';
import { divided } from '../normalize/questions/task';
import type { LayerKind } from '../types';

/** What is to be traced in a stage of each kind. */
export const TASKS: Readonly<Record<LayerKind, TaskWriter>> = {
  input: brightest,
  normalize: divided,
  conv2d: heaviest,
  maxPool: winner,
  flatten: unrolled,
  dense: strongestInput,
};

/** The same for the last stage, whose units are the classes. */
export const LAST_TASK: TaskWriter = decidingPixel;
