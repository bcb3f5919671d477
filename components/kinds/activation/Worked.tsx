import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import words from '@/words/activation';

/** The activation of one value. */
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
