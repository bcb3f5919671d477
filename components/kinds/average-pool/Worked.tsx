import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/average-pool';
import place from '@/words/place';

/** The values under the window, and their mean. */
export const AveragePoolWorked = ({ stage, explanation: { cell, terms, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      words.meanOf(),
      ...terms.map(({ source: [row, column = 0], value: own }) => ({
        text: formatNumber(own),
        note: place.inPlane({ row, column }),
      })),
      '=',
      { text: formatNumber(value), note: placeWords(cell), followed: true, veil: 'value' as const },
    ]}
  />
);
