import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/zero-padding';

/** The input cell of a value, or that it is padding. */
export const ZeroPaddingWorked = ({ stage, explanation: { cell, terms, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      {
        text: formatNumber(terms[0]?.value ?? 0),
        note: terms[0] ? words.from({ place: placeWords(terms[0].source) }) : words.margin(),
      },
      '=',
      { text: formatNumber(value), note: placeWords(cell), followed: true, veil: 'value' },
    ]}
  />
);
