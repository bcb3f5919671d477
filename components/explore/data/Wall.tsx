'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import edit from '@/words/data-edit';
import words from '@/words/data-page';
import styles from './Data.module.css';
import type { Selection } from './edit/use-selection';
import { wallImage } from './wall-image';

interface Props {
  readonly set: EditedSet;
  /** The images that are shown. */
  readonly places: Uint32Array;
  /** What they were chosen by. */
  readonly view: string;
  readonly selection: Selection;
  onDelete(): void;
  onUndo(): void;
  onRedo(): void;
}

/** The narrowest cell, in CSS pixels; smaller images are enlarged. */
const CELL = 56;
/** Rows beyond the window, so that none is missing while scrolling. */
const BEYOND = 2;
/** Rows are painted anew when as many have left the window, not in each frame of scrolling. */
const STEP = 6;
/** How far the window has moved is told in steps of as many pixels, so that React renders anew only with each step. */
const LOOK = CELL;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/**
 * All images in a window to scroll, to be selected: one canvas, which holds the rows that are in sight, and above it elements
 * only for the selected ones and the one that the keyboard is at.
 */
export function Wall({ set, places, view, selection, onDelete, onUndo, onRedo }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0, top: 0 });
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = box;
      const top = Math.floor(box.scrollTop / LOOK) * LOOK;
      setFrame((now) =>
        now.width === width && now.height === height && now.top === top ? now : { width, height, top },
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a different view begins with its first image
  useEffect(() => {
    if (ref.current) ref.current.scrollTop = 0;
  }, [view]);
  const [height, width] = set.shape;
  const columns = Math.max(1, Math.floor(frame.width / Math.max(CELL, Math.min(width, CELL * 2))));
  const cell = frame.width / columns;
  const row = (cell * height) / width;
  const rows = Math.ceil(places.length / columns);
  const top = Math.floor(frame.top / (row || 1));
  const first = Math.max(0, top - (top % STEP) - BEYOND);
  const sight = Math.ceil((frame.height + LOOK) / (row || 1)) + STEP + 1;
  const count = Math.min(rows - first, sight + 2 * BEYOND);
  const { pixels, shape } = set;
  const image = useMemo(
    () =>
      frame.width > 0 && count > 0 ? wallImage({ pixels, shape }, places, { first, count, columns }) : null,
    [pixels, shape, places, first, count, columns, frame.width],
  );
  const { cursor } = selection;
  const inSight = Array.from(
    { length: Math.max(0, Math.min(places.length, (first + count) * columns) - first * columns) },
    (_, nth) => first * columns + nth,
  );
  const marked = inSight.filter((nth) => nth === cursor || selection.places.has(places[nth]));
  if (places.length > 0 && !marked.includes(cursor)) marked.push(cursor);

  /** Scrolls as little as is needed to see an image. */
  function reveal(nth: number) {
    const box = ref.current;
    if (!box) return;
    const top = Math.floor(nth / columns) * row;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + row > box.scrollTop + box.clientHeight) box.scrollTop = top + row - box.clientHeight;
  }
  function onClick({ clientX, clientY, shiftKey, ctrlKey, metaKey, currentTarget, nativeEvent }: MouseEvent) {
    const { left, top } = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - left - currentTarget.clientLeft, clientY - top - currentTarget.clientTop];
    const column = Math.min(columns - 1, Math.floor(x / cell));
    const nth = Math.floor((y + currentTarget.scrollTop) / row) * columns + column;
    // Beside the images is the scroll bar.
    if (nth >= places.length || x >= frame.width) return;
    const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    if (shiftKey) selection.extend(nth);
    else selection.choose(nth, ctrlKey || metaKey || isTouch);
  }
  function onKeyDown(event: KeyboardEvent) {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(frame.height / row)) * columns;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -columns,
      ArrowDown: columns,
      PageUp: -page,
      PageDown: page,
      Home: -places.length,
      End: places.length,
    };
    if (Object.hasOwn(steps, key) && !isCommand) {
      const to = Math.min(places.length - 1, Math.max(0, cursor + steps[key]));
      if (shiftKey) selection.extend(to);
      else selection.moveTo(to);
      reveal(to);
    } else if (key === ' ') selection.choose(cursor, true);
    else if (key === 'Enter') selection.choose(cursor, false);
    else if (key === 'Escape' && selection.places.size > 0) selection.set([]);
    else if (isCommand && key.toLowerCase() === 'a') selection.set(places);
    else if (isCommand && (key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey))) onRedo();
    else if (isCommand && key.toLowerCase() === 'z') onUndo();
    else if (key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  }
  return (
    <div
      ref={ref}
      role="listbox"
      className={styles.wall}
      tabIndex={0}
      aria-multiselectable
      aria-label={words.wallOf({ count: formatCount(places.length) })}
      aria-activedescendant={places.length > 0 ? `${id}-${cursor}` : undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows * row }}>
        {image && (
          <PixelCanvas
            image={image}
            height={image.height}
            width={image.width}
            style={{ top: first * row, width: frame.width, height: count * row }}
          />
        )}
        {marked.map((nth) => (
          <div
            key={nth}
            id={`${id}-${nth}`}
            role="option"
            tabIndex={-1}
            aria-selected={selection.places.has(places[nth])}
            aria-setsize={places.length}
            aria-posinset={nth + 1}
            data-cursor={nth === cursor}
            className={styles.option}
            style={{
              left: (nth % columns) * cell,
              top: Math.floor(nth / columns) * row,
              width: cell,
              height: row,
            }}
            aria-label={optionLabel(set, places, nth)}
          />
        ))}
      </div>
    </div>
  );
}

const optionLabel = ({ classes, labels, splits }: EditedSet, places: Uint32Array, nth: number): string =>
  edit.optionOf({
    name: classes[labels[places[nth]]] ?? '',
    split: words[SPLITS[splits[places[nth]]] ?? 'training'](),
    number: formatCount(nth + 1),
    count: formatCount(places.length),
  });
