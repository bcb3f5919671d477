import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import type { Cell } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/worked';

const atPlace = ([row, column = 0]: Cell) => place.inPlane({ row, column });

/** The values under the window, and the largest of them. */
export const PoolWorked = ({ stage, explanation: { cell, terms, winner, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      words.largestOf(),
      ...terms.map((term, at) => ({
        text: formatNumber(term.value),
        note: at === winner ? words.winner() : atPlace(term.source),
      })),
      '=',
      { text: formatNumber(value), note: placeWords(cell), followed: true },
    ]}
  />
);
