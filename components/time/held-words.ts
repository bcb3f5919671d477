import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { changeOf, difference } from '@/lib/tensor/difference';
import { isMap } from '@/lib/tensor/tensor';
import type { Held } from './use-held';

/** What changed from the held epoch to the one shown, in one sentence. The values are the stage's output at both. */
export function changeSentence(
  { name, shownName }: Pick<Held, 'name' | 'shownName'>,
  { id, layer, input, output }: Stage,
  classes: readonly string[],
  before: Float32Array,
  now: Float32Array,
): string {
  const span = `From ${name.toLowerCase()} to ${shownName.toLowerCase()}`;
  const shape = layer.kind === 'flatten' ? input : output;
  const depth = isMap(shape) ? shape[2] : shape[0];
  const { mean, most, largest } = changeOf(difference(now, before), depth);
  if (largest === 0) return `${span} nothing changed in ${id}.`;
  if (layer.kind === 'dense' && layer.activation === 'softmax')
    return `${span} the probability of ${classes[most]} changed most, from ${formatPercent(before[most])} to ${formatPercent(now[most])}.`;
  const part = isMap(shape) ? 'map' : 'unit';
  return `${span} a value of ${id} changed by ${formatNumber(mean, 3)} on average; ${part} ${most} changed most, by ${formatNumber(largest, 3)}.`;
}
