/** The memory that training a network takes, and its limit. */
import { formatBytes } from '@/lib/format/bytes';
import { type Shape, size } from '@/lib/tensor/tensor';
import words from '@/words/architecture';

const FLOAT = Float32Array.BYTES_PER_ELEMENT;
/** Each parameter has its value, its gradient and, with Adam, two running means. */
const PER_PARAMETER = 4;
/** Each activation of a batch is kept for the backward pass, and gets a gradient there. */
const PER_ACTIVATION = 2;
/** The batch size of the budget; the training page's default. */
export const USUAL_BATCH = 32;

/**
 * Bytes that an architecture may take while it is trained with Adam on batches of 32: parameters, gradients,
 * the optimizer's means and activations. A tab on a phone gets about 1 GB in all, and kernels need working
 * memory besides.
 */
export const MEMORY_BUDGET = 512e6;

/** The numbers of a stage that determine its memory. */
interface Costs {
  readonly parameters: number;
  readonly output: Shape;
}

/** Bytes that one stage takes in training. */
export const trainingBytes = (stage: Costs): number =>
  FLOAT * (stage.parameters * PER_PARAMETER + size(stage.output) * USUAL_BATCH * PER_ACTIVATION);

/**
 * One sentence naming the stage that takes most, if all stages together exceed the budget; otherwise null.
 */
export function memoryProblem(stages: readonly (Costs & { readonly id: string })[]): string | null {
  const total = stages.reduce((sum, stage) => sum + trainingBytes(stage), 0);
  if (total <= MEMORY_BUDGET) return null;
  const largest = stages.reduce((most, stage) => (trainingBytes(stage) > trainingBytes(most) ? stage : most));
  return words.memory({
    bytes: formatBytes(total),
    budget: formatBytes(MEMORY_BUDGET),
    id: largest.id,
  });
}
