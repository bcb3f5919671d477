'use client';

import { useMemo } from 'react';
import { type ColourRange, rangeOf } from '@/lib/colour/colour-maps';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatNumber } from '@/lib/format/format';
import type { Conv2dLayer, Explanation, Term, Weights } from '@/lib/layers/types';
import { offset } from '@/lib/tensor/tensor';
import styles from './ConvFigure.module.css';
import { decimalsThatAddUp } from './decimals';
import { filterOf } from './kernel';
import { Arithmetic, type Part } from './parts/Arithmetic';
import { ProductBlock } from './parts/ProductBlock';
import { SliceGrid } from './parts/SliceGrid';
import type { Source } from './source';

interface Props {
  readonly layer: Conv2dLayer;
  readonly source: Source;
  readonly trace: StageTrace | null;
  readonly weights: Weights | null;
  readonly filter: number;
  readonly explanation: Explanation | null;
  /** Input channels in the order they are shown, and the one looked at closely. */
  readonly order: readonly number[];
  readonly slice: number;
  onSlice(channel: number): void;
}

/** With so few input channels every product is written out at once. */
const FEW = 4;

/** The products and the sum of one value, in real numbers. */
export function ConvSum(props: Props) {
  const { layer, source, trace, weights, filter, explanation, order, slice, onSlice } = props;
  const channels = source.shape[2];
  const many = channels > FEW;
  const groups = useMemo(
    () => (explanation ? byChannel(explanation.terms, channels) : null),
    [explanation, channels],
  );
  const subtotals = useMemo(
    () => groups?.map((terms) => terms.reduce((sum, { product }) => sum + product, 0)) ?? null,
    [groups],
  );
  const products: ColourRange = useMemo(
    () =>
      rangeOf(
        Float32Array.from(explanation?.terms ?? [], ({ product }) => product),
        'diverging',
      ),
    [explanation],
  );
  const range = useMemo(
    () => rangeOf(weights ? filterOf(weights, filter) : new Float32Array(0), 'diverging'),
    [weights, filter],
  );
  const shown = many ? [slice] : Array.from({ length: channels }).map((_, channel) => channel);
  return (
    <div className={styles.sum} data-many={many}>
      {many && (
        <SliceGrid
          {...{ weights, filter, range, order, subtotals, onChoose: onSlice }}
          side={layer.kernel}
          chosen={slice}
          nameOf={source.nameOf}
        />
      )}
      <div className={styles.blocks}>
        {shown.map((channel) => (
          <ProductBlock
            key={channel}
            name={source.nameOf(channel)}
            side={layer.kernel}
            terms={groups?.[channel] ?? null}
            range={products}
          />
        ))}
      </div>
      <Arithmetic
        label="The sum of the products"
        parts={sumParts(layer, source, trace, explanation, subtotals)}
      />
    </div>
  );
}

/** The terms of each input channel; a kernel's terms come place by place, with the channels inside. */
const byChannel = (terms: readonly Term[], channels: number): Term[][] =>
  Array.from({ length: channels }, (_, channel) => terms.filter((_term, at) => at % channels === channel));

function sumParts(
  layer: Conv2dLayer,
  source: Source,
  trace: StageTrace | null,
  explanation: Explanation | null,
  subtotals: readonly number[] | null,
): Part[] {
  if (!trace || !explanation || !subtotals)
    return [{ text: '\u00a0', note: 'The numbers are on their way.' }];
  const at = offset(trace.shape, explanation.cell);
  const before = (trace.before ?? trace.values)[at];
  const bias = explanation.bias ?? 0;
  const few = subtotals.length <= FEW;
  const addends = few ? subtotals : [subtotals.reduce((sum, part) => sum + part, 0)];
  const decimals = decimalsThatAddUp([...addends, bias], before);
  const write = (value: number) => formatNumber(value, decimals);
  const notes = few ? addends.map((_, n) => source.nameOf(n)) : [`${explanation.terms.length} products`];
  const relu = layer.activation === 'relu';
  return [
    ...addends.flatMap((value, n): Part[] => [
      ...(n > 0 ? ['+'] : []),
      { text: write(value), note: notes[n] },
    ]),
    '+',
    { text: write(bias), note: 'bias' },
    '=',
    { text: write(before), note: relu ? 'before ReLU' : 'the value', followed: !relu },
    ...(relu
      ? [
          '→',
          { text: `max(0, ${write(before)})`, note: 'ReLU' },
          '=',
          { text: write(trace.values[at]), note: 'the value', followed: true },
        ]
      : []),
  ];
}
