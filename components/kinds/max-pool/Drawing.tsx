import type { DrawingProps } from '@/components/kinds/drawing-props';
import { NumberGrid } from '@/components/kinds/shared/NumberGrid';
import words from '@/words/inspector';

/** The values under the window, with the largest one marked. */
export function PoolDrawing({ explanation, range, pointed, onPoint, onFollow }: DrawingProps) {
  const { terms, winner } = explanation;
  return (
    <NumberGrid
      title={words.underWindow()}
      values={terms.map(({ value }) => value)}
      columns={new Set(terms.map(({ source }) => source[1])).size}
      range={range}
      pointed={pointed ? terms.indexOf(pointed) : -1}
      winner={winner}
      onPoint={(at) => onPoint(at === null ? null : terms[at])}
      onOpen={(at) => onFollow(terms[at])}
    />
  );
}
