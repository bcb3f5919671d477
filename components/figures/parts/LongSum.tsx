import { sum } from 'd3-array';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { DenseLayer, Explanation } from '@/lib/layers/types';
import { decimalsThatAddUp } from '../decimals';
import { Arithmetic } from './Arithmetic';

interface Props {
  readonly layer: DenseLayer;
  readonly trace: StageTrace | null;
  readonly explanation: Explanation | null;
}

/** A dense unit's sum, its bias and its activation, in the engine's own numbers. */
export function LongSum({ layer, trace, explanation }: Props) {
  if (!trace || !explanation) return null;
  const [unit] = explanation.cell;
  const before = (trace.before ?? trace.values)[unit];
  const products = sum(explanation.terms, ({ product }) => product);
  const bias = explanation.bias ?? 0;
  const decimals = decimalsThatAddUp([products, bias], before);
  const write = (value: number) => formatNumber(value, decimals);
  const relu = layer.activation === 'relu';
  return (
    <Arithmetic
      label={`The sum of unit ${unit}`}
      parts={[
        { text: write(products), note: `${formatCount(explanation.terms.length)} products` },
        '+',
        { text: write(bias), note: 'bias' },
        '=',
        { text: write(before), note: relu ? 'before ReLU' : 'logit', followed: !relu },
        ...(relu
          ? [
              '→',
              { text: `max(0, ${write(before)})`, note: 'ReLU' },
              '=',
              { text: write(trace.values[unit]), note: 'the value', followed: true },
            ]
          : []),
      ]}
    />
  );
}
