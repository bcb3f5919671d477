'use client';

import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import type { Source } from '@/components/figures/source';
import { sumParts } from '@/components/figures/sum';
import { byChannel, FEW } from '@/components/figures/terms';
import { Pending } from '@/components/state/Pending';
import type { Conv2dLayer } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import figure from '@/words/figure';
import conv from '@/words/figure-conv';
import words from '@/words/sum';

interface Props {
  readonly layer: Conv2dLayer;
  readonly source: Source;
  readonly explanation: TracedExplanation | null;
  /** Why there is no arithmetic. */
  readonly sentence: string | null;
}

/** The sum of the products, with the bias and the activation, in the engine's own numbers. */
export function ConvSum({ layer, source, explanation, sentence }: Props) {
  if (!explanation) return <p>{sentence ?? <Pending>{figure.waiting()}</Pending>}</p>;
  const { terms, bias } = explanation;
  const added = bias === undefined ? [] : [{ value: bias, note: words.bias() }];
  const channels = source.shape[2];
  const products =
    channels > FEW
      ? [{ value: sumOf(terms), note: words.products({ count: terms.length }) }]
      : byChannel(terms, channels).map((own, channel) => ({
          value: sumOf(own),
          note: source.nameOf(channel),
        }));
  return (
    <Arithmetic label={conv.sum()} parts={sumParts([...products, ...added], explanation, layer.activation)} />
  );
}
