/** Errors of an architecture as a whole; each kind reports those of a single layer. */

import { formatCount, formatShape } from '@/lib/format/format';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import { isCount } from '@/lib/kinds/parts/sliding';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import words from '@/words/architecture';
import type { Architecture } from './architecture';

/** Why a list of layers can't be a pipeline, checked before any shape is known; one sentence, or null. */
export function orderProblem({ input, layers }: Architecture): string | null {
  const first = layers.at(0);
  if (!first) return words.noLayers();
  if (!rulesOf(first).isSource) return words.inputFirst({ id: first.id });
  if (!input.every(isCount)) {
    return words.inputShape({ id: first.id, shape: input.join(' × ') });
  }
  const ids = new Set<string>();
  for (const [at, layer] of layers.entries()) {
    const { id } = layer;
    if (id.trim() === '') return words.noName({ number: at + 1 });
    if (ids.has(id)) return words.twice({ id });
    if (at > 0 && rulesOf(layer).isSource) return words.secondInput({ id });
    ids.add(id);
  }
  return null;
}

/** Why the last layer can't output one probability for each class; one sentence, or null. */
export function endProblem({ classes, layers }: Architecture): string | null {
  const last: Layer | undefined = layers.at(-1);
  const units = last && isSoftmax(last) ? rulesOf(last).units?.(last) : undefined;
  if (!last || units === undefined) {
    return words.lastSoftmax({ id: last?.id ?? '' });
  }
  if (classes.length < 2) return words.twoClasses({ id: last.id });
  if (units !== classes.length) {
    return words.unitsClasses({
      id: last.id,
      units: formatShape([units]),
      classes: formatCount(classes.length),
    });
  }
  return null;
}
