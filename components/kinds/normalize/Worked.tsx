import { pixelWords } from '@/components/figures/source';
import { placeWords } from '@/components/mdx/place-words';
import { WorkedLine } from '@/components/mdx/WorkedLine';
import type { WorkedProps } from '@/components/mdx/worked-props';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/worked';

/** A raw value over the divisor. */
export function NormalizeWorked({ stage: { id, layer }, explanation: { cell, terms, value } }: WorkedProps) {
  if (layer.kind !== 'normalize') return null;
  return (
    <WorkedLine
      name={`${id}, ${placeWords(cell)}`}
      parts={[
        { text: formatNumber(terms[0].value), note: words.pixelNote() },
        '÷',
        { text: formatNumber(layer.divisor), note: words.divisor() },
        '=',
        { text: formatNumber(value, 5), note: pixelWords(cell), followed: true },
      ]}
    />
  );
}
