import { pixelWords } from '@/components/figures/source';
import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { placeWords } from '@/components/values/place-words';
import { formatNumber } from '@/lib/format/format';
import { lineOf } from '@/lib/kinds/normalize/explain';
import words from '@/words/worked';

/** A raw value divided by the divisor, minus the channel's mean, divided by its deviation, if it has them. */
export function NormalizeWorked({ stage, explanation: { cell, terms, value } }: WorkedProps) {
  const { id, layer } = stage;
  if (layer.kind !== 'normalize') return null;
  const { mean, deviation } = lineOf(layer, cell[cell.length - 1]);
  const [moved, scaled] = [mean !== 0, deviation !== 1];
  return (
    <WorkedLine
      name={`${id}, ${placeWords(cell)}`}
      parts={[
        ...(moved && scaled ? ['('] : []),
        { text: formatNumber(terms[0].value), note: words.pixelNote() },
        '÷',
        { text: formatNumber(layer.divisor), note: words.divisor() },
        ...(moved ? ['−', { text: formatNumber(mean), note: words.mean() }] : []),
        ...(moved && scaled ? [')'] : []),
        ...(scaled ? ['÷', { text: formatNumber(deviation), note: words.deviation() }] : []),
        '=',
        { text: formatNumber(value, 5), note: pixelWords(cell, stage.output[2]), followed: true },
      ]}
    />
  );
}
