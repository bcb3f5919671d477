'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { type Place, walk } from '@/components/canvas/walk';
import { PAD_SIDE, PEN_RADIUS, type Point } from '@/lib/data/drawing/ink';
import words from '@/words/drawing-pad';
import styles from './DrawingPad.module.css';

interface Props {
  /** What is drawn; null where nothing is. */
  readonly image: ImageData | null;
  /** The pen touches the pad. */
  onBegin(at: Point): void;
  /** It goes on through these points. */
  onMove(points: readonly Point[]): void;
  onUndo(): void;
}

/** The keyboard moves the pen in steps of a part of the pad. */
const STEPS = 28;
const STEP = PAD_SIDE / STEPS;
const pointOf = ({ row, column }: Place): Point => ({ x: (column + 0.5) * STEP, y: (row + 0.5) * STEP });

/** The pad itself: reports what a pointer or the keys draw on it. */
export function PadBoard({ image, onBegin, onMove, onUndo }: Props) {
  const [cursor, setCursor] = useState<Place>({ row: STEPS >> 1, column: STEPS >> 1 });
  /** Whether the keyboard's pen touches the pad. */
  const [down, setDown] = useState(false);
  /** The finger, pen or mouse that draws. */
  const pointer = useRef<number | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointer.current = event.pointerId;
    setDown(false);
    onBegin(placesOf(event)[0]);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (pointer.current === event.pointerId) onMove(placesOf(event));
  };
  const lift = () => {
    pointer.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const to = walk(event.key, command, cursor, STEPS, STEPS);
    if (to) {
      setCursor(to);
      if (down) onMove([pointOf(to)]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (event.repeat) return event.preventDefault();
      if (!down) onBegin(pointOf(cursor));
      setDown(!down);
    } else if (command && event.key.toLowerCase() === 'z') {
      setDown(false);
      onUndo();
    } else return;
    event.preventDefault();
  };
  const at = { row: cursor.row, column: cursor.column };
  const { x, y } = pointOf(cursor);
  return (
    <div
      className={styles.board}
      role="application"
      aria-roledescription={words.role()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
      tabIndex={0}
      aria-label={words.board()}
      data-down={down}
      onKeyDown={onKeyDown}
      onBlur={() => setDown(false)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <PixelCanvas image={image} height={PAD_SIDE} width={PAD_SIDE} className={styles.ink} />
      <svg viewBox={`0 0 ${PAD_SIDE} ${PAD_SIDE}`} aria-hidden="true">
        <circle cx={x} cy={y} r={PEN_RADIUS} />
        <circle cx={x} cy={y} r={PEN_RADIUS} />
      </svg>
      <p className="visually-hidden" aria-live="polite">
        {down ? words.down(at) : words.up(at)}
      </p>
    </div>
  );
}

/** Where a pointer has been since the last event; a browser coalesces what happens between two frames. */
function placesOf({ currentTarget, nativeEvent }: PointerEvent<HTMLElement>): readonly Point[] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const passed = nativeEvent.getCoalescedEvents?.() ?? [];
  return (passed.length > 0 ? passed : [nativeEvent]).map(({ clientX, clientY }) => ({
    x: ((clientX - left) / width) * PAD_SIDE,
    y: ((clientY - top) / height) * PAD_SIDE,
  }));
}
