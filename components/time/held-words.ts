import { formatNumber, formatPercent } from '@/lib/format/format';
import { isSoftmax } from '@/lib/kinds/activation';
import { rulesOf } from '@/lib/kinds/registry';
import { classWord } from '@/lib/network/class-words';
import type { Stage } from '@/lib/network/pipeline';
import { changeOf, difference } from '@/lib/tensor/difference';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/held';
import type { Held } from './use-held';

/** What changed from the held epoch to the one shown, in one sentence. The values are the stage's output at both. */
export function changeSentence(
  { epoch, shown }: Pick<Held, 'epoch' | 'shown'>,
  { id, layer, input, output }: Stage,
  classes: readonly string[],
  before: Float32Array,
  now: Float32Array,
): string {
  const span = { epoch, shown, stage: id };
  const shape = rulesOf(layer).unrolls ? input : output;
  const depth = isMap(shape) ? shape[2] : shape[0];
  const { mean, most, largest } = changeOf(difference(now, before), depth);
  if (largest === 0) return words.nothing(span);
  if (isSoftmax(layer))
    return words.class({
      epoch,
      shown,
      name: classWord(classes[most]),
      before: formatPercent(before[most]),
      after: formatPercent(now[most]),
    });
  return words.changed({
    ...span,
    mean: formatNumber(mean, 3),
    part: isMap(shape) ? 'map' : 'unit',
    most,
    largest: formatNumber(largest, 3),
  });
}
