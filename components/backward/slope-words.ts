import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';

/** Where the gradient to what a stage answers comes from: one sentence about the stage after it. */
export function slopeWords(stage: Stage, { stages }: Pipeline): string {
  const next = stages[stage.number];
  if (!next) return 'Softmax and loss together: each class’s probability, less 1 for the right class.';
  switch (next.layer.kind) {
    case 'dense':
      return `Each value’s gradient is a sum over the ${next.output[0]} units of ${next.id}: the unit’s gradient times the weight between them.`;
    case 'flatten':
      return 'Flattening only lines the values up, so their gradients go back to where they came from, unchanged.';
    case 'maxPool':
      return `Only the winner of a window of ${next.id} gets the window’s gradient. All others get 0: a little more of them would change nothing.`;
    case 'conv2d':
      return `Each value lies under the kernels of ${next.id} at several places. Its gradient is the sum over all of them: the sum’s gradient times the weight that met the value there.`;
    case 'normalize':
      return `Dividing by ${next.layer.divisor} makes the gradient ${next.layer.divisor} times smaller.`;
    case 'input':
      return '';
  }
}

/** What a ReLU does to it on the way to the stage's own sums; empty where there is none. */
export function reluWords({ layer }: Stage, stopped: number): string {
  if (!('activation' in layer) || layer.activation !== 'relu') return '';
  return `At ${formatCount(stopped)} of these places the ReLU is closed: what reaches it there goes no further back.`;
}
