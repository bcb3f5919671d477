import { max, sum } from 'd3-array';
import { formatNumber } from '@/lib/format/format';
import type { SoftmaxTerm } from '@/lib/layers/types';
import { Arithmetic } from './Arithmetic';

interface Props {
  readonly steps: readonly SoftmaxTerm[] | null;
  readonly unit: number;
  readonly name: string;
  /** The engine's own answer. */
  readonly probability: number | null;
}

/** One class's softmax, written out. */
export function SoftmaxSteps({ steps, unit, name, probability }: Props) {
  if (!steps || probability === null) return null;
  const { logit, shifted } = steps[unit];
  const largest = max(steps, (step) => step.logit) ?? 0;
  return (
    <Arithmetic
      label={`The softmax of ${name}`}
      parts={[
        {
          text: `exp(${formatNumber(logit)} − ${formatNumber(largest).replace(/^−(.*)$/, '(−$1)')})`,
          note: `${name}’s logit less the largest`,
        },
        '=',
        { text: formatNumber(shifted), note: 'exponential' },
        '÷',
        { text: formatNumber(sum(steps, (step) => step.shifted)), note: 'sum of all' },
        '=',
        { text: formatNumber(probability), note: `probability of ${name}`, followed: true, veil: 'value' },
      ]}
    />
  );
}
