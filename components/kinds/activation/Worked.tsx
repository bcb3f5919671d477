import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import words from '@/words/activation';

/** What the curve makes of a value. */
export const ActivationWorked = ({ stage, explanation: { cell, terms, value } }: WorkedProps) => (
  <WorkedLine
    name={`${stage.id}, ${placeWords(cell)}`}
    parts={[
      `${words.bends({ name: rulesOf(stage.layer).operation(stage.layer) })} `,
      { text: formatNumber(terms[0].value), note: words.argument() },
      '=',
      { text: formatNumber(value), note: placeWords(cell), followed: true, veil: 'value' },
    ]}
  />
);
