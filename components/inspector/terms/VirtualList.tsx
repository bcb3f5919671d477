'use client';

import { range } from 'd3-array';
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useSize } from '@/components/charts/use-size';
import styles from './VirtualList.module.css';

/** How many rows are rendered beyond the view on each side, so that scrolling finds them there. */
const BEYOND = 8;

interface Props {
  readonly count: number;
  /** Labels the list. */
  readonly label: string;
  keyAt(at: number): string;
  /** A row's content. Its focusable elements take this `tabIndex` and have `data-row`. */
  row(at: number, tabIndex: 0 | -1): ReactNode;
  /** A row is under the pointer, or in focus; null when it is left. */
  onPoint(at: number | null): void;
  /** The row of the term under the pointer, here or elsewhere. */
  readonly pointed: number | null;
  /** A row to scroll to whenever it changes. */
  readonly reveal: number | null;
}

/**
 * A list of any length, of which only the rows in view are in the document. Arrow keys, Home and End move
 * through it.
 */
export function VirtualList({ count, label, keyAt, row, onPoint, pointed, reveal }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const { height: view } = useSize(box, { width: 0, height: 400 });
  const { height } = useSize(measure, { width: 0, height: 36 });
  const [top, setTop] = useState(0);
  const walk = useWalk(box, count, height);
  useLayoutEffect(() => {
    if (reveal !== null && reveal >= 0) scrollTo(box.current, reveal, height);
  }, [reveal, height]);
  const first = Math.max(0, Math.floor(top / height) - BEYOND);
  const last = Math.min(count, Math.ceil((top + view) / height) + BEYOND);
  // The row in focus stays rendered, wherever the list is scrolled.
  const rows = new Set([...range(first, last), ...(walk.at < count ? [walk.at] : [])]);
  return (
    <div ref={box} className={styles.box} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
      <div ref={measure} className={styles.measure} aria-hidden="true" />
      <ol
        className={styles.list}
        style={{ blockSize: count * height }}
        aria-label={label}
        onKeyDown={walk.onKeyDown}
        onPointerLeave={() => onPoint(null)}
        onBlur={() => onPoint(null)}
      >
        {[...rows]
          .sort((a, b) => a - b)
          .map((at) => (
            <li
              key={keyAt(at)}
              className={styles.row}
              style={{ insetBlockStart: at * height, blockSize: height }}
              aria-setsize={count}
              aria-posinset={at + 1}
              data-pointed={at === pointed}
              onPointerEnter={() => onPoint(at)}
              onFocus={() => {
                walk.arrive(at);
                onPoint(at);
              }}
            >
              {row(at, at === walk.at ? 0 : -1)}
            </li>
          ))}
      </ol>
    </div>
  );
}

function scrollTo(box: HTMLElement | null, at: number, height: number): void {
  if (!box) return;
  const [start, end] = [at * height, (at + 1) * height];
  if (start < box.scrollTop) box.scrollTop = start;
  else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight;
}

/** Which row the Tab key stops at, and the keys that move it. */
function useWalk(box: RefObject<HTMLDivElement | null>, count: number, height: number) {
  const [at, setAt] = useState(0);
  const [turns, setTurns] = useState(0);
  const inside = Math.min(at, Math.max(0, count - 1));
  useLayoutEffect(() => {
    if (turns === 0) return;
    box.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus({ preventScroll: true });
  }, [box, turns]);
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -count,
      End: count,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(count - 1, inside + by));
    setTurns(turns + 1);
    setAt(to);
    scrollTo(box.current, to, height);
  };
  return { at: inside, arrive: setAt, onKeyDown };
}
