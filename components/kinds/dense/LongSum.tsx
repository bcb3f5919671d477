import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { sumParts } from '@/components/figures/sum';
import { formatCount } from '@/lib/format/format';
import type { DenseLayer } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import contributions from '@/words/contributions';
import words from '@/words/sum';

interface Props {
  readonly layer: DenseLayer;
  readonly explanation: TracedExplanation;
}

/** A dense unit's sum, its bias and its activation, in the engine's own numbers. */
export function LongSum({ layer, explanation }: Props) {
  const { terms, bias, cell } = explanation;
  const addends = [
    {
      value: sumOf(terms),
      note: words.products({ count: formatCount(terms.length) }),
    },
    ...(bias === undefined ? [] : [{ value: bias, note: words.bias() }]),
  ];
  return (
    <Arithmetic
      label={contributions.unitSum({ unit: cell[0] })}
      parts={sumParts(addends, explanation, layer.activation)}
    />
  );
}
