import { WorkedLine } from '@/components/kinds/WorkedLine';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { formatCount, formatNumber } from '@/lib/format/format';
import { isMap, offset } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/worked';

/** The index of a value of the maps. */
export function FlattenWorked({ stage, explanation }: WorkedProps) {
  const [{ source }] = explanation.terms;
  if (!isMap(stage.input) || source.length === 1) return null;
  const [row, column, channel] = source;
  const [, width, depth] = stage.input;
  return (
    <WorkedLine
      name={place.index({ index: explanation.cell[0] })}
      parts={[
        '(',
        { text: formatCount(row), note: words.row() },
        '×',
        { text: formatCount(width), note: words.width() },
        '+',
        { text: formatCount(column), note: words.column() },
        ') ×',
        { text: formatCount(depth), note: words.channels() },
        '+',
        { text: formatCount(channel), note: words.channel() },
        '=',
        {
          text: formatCount(offset(stage.input, source)),
          note: words.index({ value: formatNumber(explanation.value) }),
          followed: true,
        },
      ]}
    />
  );
}
