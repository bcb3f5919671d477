'use client';

import { useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import type { Source } from '@/components/figures/source';
import { byChannel, FEW } from '@/components/figures/terms';
import type { OnOpen } from '@/components/values/opening';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import type { Conv2dLayer, Explanation, Term, Weights } from '@/lib/kinds/types';
import words from '@/words/figure-conv';
import styles from './Figure.module.css';
import { KernelSlice } from './KernelSlice';
import { filterOf } from './kernel';
import { ProductBlock } from './ProductBlock';
import { SliceGrid } from './SliceGrid';

interface Props {
  readonly layer: Conv2dLayer;
  readonly source: Source;
  readonly weights: Weights | null;
  readonly filter: number;
  readonly explanation: Explanation | null;
  /** Input channels in display order, and the one that is enlarged. */
  readonly order: readonly number[];
  readonly slice: number;
  readonly tap: number | null;
  onSlice(channel: number): void;
  onTap(tap: number | null): void;
  readonly onOpen: OnOpen;
}

const NOTHING = new Float32Array(0);

/** The chosen filter: its weights in colours, and their products with the values under the kernel. */
export function ConvProducts(props: Props) {
  const { layer, source, weights, filter, explanation, order, slice, tap, onSlice, onTap, onOpen } = props;
  const channels = source.shape[2];
  const many = channels > FEW;
  const groups = useMemo(
    () => (explanation ? byChannel(explanation.terms, channels) : null),
    [explanation, channels],
  );
  const products: ColourRange = useMemo(
    () => rangeOf(explanation ? productsOf(explanation.terms) : NOTHING, 'diverging'),
    [explanation],
  );
  const range = useMemo(
    () => rangeOf(weights?.kernel ? filterOf(weights.kernel, filter) : NOTHING, 'diverging'),
    [weights, filter],
  );
  const shown = many ? [slice] : Array.from({ length: channels }).map((_, channel) => channel);
  return (
    <div className={styles.products}>
      <p>{words.filter({ filter })}</p>
      {shown.map((channel) => (
        <ProductBlock
          key={channel}
          name={source.nameOf(channel)}
          sides={layer.kernel}
          terms={groups?.[channel] ?? null}
          range={products}
          tap={tap}
          summed={many}
          onTap={onTap}
          onOpen={({ source: cell }) => onOpen({ stage: source.stage, cell })}
        >
          <KernelSlice {...{ weights, filter, channel, range, tap }} sides={layer.kernel} size={3} />
        </ProductBlock>
      ))}
      <Legend range={range} of="weight" />
      {many && (
        <SliceGrid
          {...{ weights, filter, range, order, groups, onChoose: onSlice }}
          sides={layer.kernel}
          chosen={slice}
          nameOf={source.nameOf}
        />
      )}
    </div>
  );
}

const productsOf = (terms: readonly Term[]) => Float32Array.from(terms, ({ product }) => product);
