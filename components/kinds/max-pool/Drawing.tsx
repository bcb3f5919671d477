import styles from '@/components/values/Drawn.module.css';
import type { DrawingProps } from '@/components/values/drawing-props';
import { NumberGrid } from '@/components/values/NumberGrid';
import words from '@/words/inspector';

/** What lies under the window, and which of it is the largest. */
export function PoolDrawing({ explanation, range, pointed, onPoint, onFollow }: DrawingProps) {
  const { terms, winner } = explanation;
  return (
    <div className={styles.drawn}>
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
    </div>
  );
}
