import { pixelWords } from '@/components/figures/source';
import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/worked';

/** A raw value divided by the divisor. */
export function NormalizeWorked({ stage, explanation: { cell, terms, value } }: WorkedProps) {
  const { id, layer } = stage;
  if (layer.kind !== 'normalize') return null;
  return (
    <WorkedLine
      name={`${id}, ${placeWords(cell)}`}
      parts={[
        { text: formatNumber(terms[0].value), note: words.pixelNote() },
        '÷',
        { text: formatNumber(layer.divisor), note: words.divisor() },
        '=',
        { text: formatNumber(value, 5), note: pixelWords(cell, stage.output[2]), followed: true },
      ]}
    />
  );
}
