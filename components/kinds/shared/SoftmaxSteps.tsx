import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { formatNumber } from '@/lib/format/format';
import type { SoftmaxTerm } from '@/lib/kinds/types';
import words from '@/words/softmax';

interface Props {
  readonly steps: readonly SoftmaxTerm[] | null;
  readonly unit: number;
  /** The class's name. */
  readonly name: string;
  /** The engine's own probability. */
  readonly probability: number | null;
}

/** One class's softmax, step by step. */
export function SoftmaxSteps({ steps, unit, name, probability }: Props) {
  if (!steps || probability === null) return null;
  const { logit, shifted } = steps[unit];
  const largest = Math.max(...steps.map((step) => step.logit));
  const all = steps.reduce((sum, step) => sum + step.shifted, 0);
  return (
    <Arithmetic
      label={words.label({ name })}
      parts={[
        {
          text: `exp(${formatNumber(logit)} − ${formatNumber(largest).replace(/^−(.*)$/, '(−$1)')})`,
          note: words.less({ name }),
        },
        '=',
        { text: formatNumber(shifted), note: words.exponential() },
        '÷',
        { text: formatNumber(all), note: words.all() },
        '=',
        { text: formatNumber(probability), note: words.probability({ name }), followed: true, veil: 'value' },
      ]}
    />
  );
}
