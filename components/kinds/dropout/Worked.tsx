import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import common from '@/words/activation';
import words from '@/words/dropout';

/** A value that passes unchanged. */
export const DropoutWorked = ({ stage, explanation: { cell, terms, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      { text: formatNumber(terms[0].value), note: common.argument() },
      '=',
      { text: formatNumber(value), note: words.goesOn(), followed: true, veil: 'value' },
    ]}
  />
);
