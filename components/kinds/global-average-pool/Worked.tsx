import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatCount, formatNumber } from '@/lib/format/format';
import words from '@/words/global-average-pool';

/** The sum of a map's values divided by their number. */
export const GlobalAveragePoolWorked = ({ stage, explanation: { cell, terms, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      {
        text: formatNumber(terms.reduce((sum, term) => sum + term.value, 0)),
        note: `${words.sumOver({ count: formatCount(terms.length) })} ${words.of({ map: cell[0] })}`,
      },
      '÷',
      { text: formatCount(terms.length), note: words.count() },
      '=',
      { text: formatNumber(value), note: words.meanOfMap({ map: cell[0] }), followed: true, veil: 'value' },
    ]}
  />
);
