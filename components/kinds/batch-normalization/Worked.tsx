import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import common from '@/words/activation';
import words from '@/words/batch-normalization';

/** A value scaled and shifted by its channel's parameters. */
export const BatchNormalizationWorked = ({ stage, explanation }: WorkedProps) => {
  const { cell, terms, value, bias = 0 } = explanation;
  const [term] = terms;
  return (
    <WorkedLine
      name={`${stage.id}, ${placeWords(cell)}`}
      parts={[
        { text: formatNumber(term.value), note: common.argument() },
        '×',
        { text: formatNumber(term.weight ?? 1), note: words.times() },
        bias < 0 ? '−' : '+',
        { text: formatNumber(Math.abs(bias)), note: words.plus() },
        '=',
        { text: formatNumber(value), note: placeWords(cell), followed: true, veil: 'value' },
      ]}
    />
  );
};
