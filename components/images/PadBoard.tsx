'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { type Place, walk } from '@/components/canvas/walk';
import type { Drawing } from '@/lib/data/drawing/drawing';
import { PAD_SIDE, PEN_RADIUS, type Point } from '@/lib/data/drawing/ink';
import words from '@/words/drawing-pad';
import styles from './DrawingPad.module.css';

interface Props {
  /** What is drawn; null where nothing is. */
  readonly board: ImageData | null;
  /** Changes the drawing. */
  change(make: (drawing: Drawing) => void): void;
}

/** The keyboard moves the pen in steps of a part of the pad. */
const STEPS = 28;
const STEP = PAD_SIDE / STEPS;
const pointOf = ({ row, column }: Place): Point => ({ x: (column + 0.5) * STEP, y: (row + 0.5) * STEP });

/** The pad itself, to draw on with a pointer or the keys. */
export function PadBoard({ board, change }: Props) {
  const [cursor, setCursor] = useState<Place>({ row: STEPS >> 1, column: STEPS >> 1 });
  /** Whether the keyboard's pen touches the pad. */
  const [down, setDown] = useState(false);
  /** The finger, pen or mouse that draws. */
  const pointer = useRef<number | null>(null);
  const begin = (at: Point) => change((drawing) => drawing.begin(at));
  const extend = (points: readonly Point[]) => change((drawing) => drawing.extend(points));

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointer.current = event.pointerId;
    setDown(false);
    begin(placesOf(event)[0]);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (pointer.current === event.pointerId) extend(placesOf(event));
  };
  const lift = () => {
    pointer.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const to = walk(event.key, command, cursor, STEPS, STEPS);
    if (to) {
      setCursor(to);
      if (down) extend([pointOf(to)]);
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (event.repeat) return event.preventDefault();
      if (!down) begin(pointOf(cursor));
      setDown(!down);
    } else if (command && event.key.toLowerCase() === 'z') {
      setDown(false);
      change((drawing) => drawing.undo());
    } else return;
    event.preventDefault();
  };
  const at = { row: cursor.row, column: cursor.column };
  const { x, y } = pointOf(cursor);
  return (
    <div
      className={`stacked ${styles.board}`}
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
      <PixelCanvas image={board} height={PAD_SIDE} width={PAD_SIDE} className={styles.ink} />
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
