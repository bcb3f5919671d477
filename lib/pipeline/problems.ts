/** What can be wrong with an architecture as a whole; what can be wrong with one layer, its kind knows. */
import { formatCount, formatShape } from '@/lib/format/format';
import { isCount } from '@/lib/layers/sliding';
import type { Layer } from '@/lib/layers/types';
import type { Architecture } from './architecture';

/** The ways a list of layers can be no pipeline, before any shape is known; one sentence, or null. */
export function orderProblem({ input, layers }: Architecture): string | null {
  const first = layers.at(0);
  if (!first) return 'This network has no layers.';
  if (first.kind !== 'input') return `The layer “${first.id}” comes first, where the input must be.`;
  if (!input.every(isCount)) {
    return `The layer “${first.id}” needs a height, a width and channels of whole numbers, 1 or more, not ${input.join(' × ')}.`;
  }
  const ids = new Set<string>();
  for (const [at, { id, kind }] of layers.entries()) {
    if (id.trim() === '') return `Layer number ${at + 1} has no name.`;
    if (ids.has(id)) return `Two layers are called “${id}”.`;
    if (at > 0 && kind === 'input') return `The layer “${id}” is a second input; there can be only one.`;
    ids.add(id);
  }
  return null;
}

/** The ways the last layer can fail to answer one probability for each class; one sentence, or null. */
export function endProblem({ classes, layers }: Architecture): string | null {
  const last: Layer | undefined = layers.at(-1);
  if (last?.kind !== 'dense' || last.activation !== 'softmax') {
    return `The last layer, “${last?.id}”, must be a dense layer with softmax, which answers probabilities.`;
  }
  if (classes.length < 2) return `The layer “${last.id}” needs two classes or more to choose from.`;
  if (last.units !== classes.length) {
    return `The layer “${last.id}” has ${formatShape([last.units])} units, but there are ${formatCount(classes.length)} classes.`;
  }
  return null;
}
