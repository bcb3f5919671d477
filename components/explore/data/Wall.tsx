'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-page';
import styles from './Data.module.css';
import { wallImage } from './wall-image';

interface Props {
  readonly set: LabelledSet;
  /** The images that are shown. */
  readonly places: Uint32Array;
}

/** The narrowest cell, in CSS pixels; smaller images are enlarged. */
const CELL = 56;
/** Rows beyond the window, so that none is missing while scrolling. */
const BEYOND = 2;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** All images in a window to scroll: one canvas, which holds the rows that are in sight. */
export function Wall({ set, places }: Props) {
  const ref = useRef<HTMLElement>(null);
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0, top: 0 });
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => setFrame({ width: box.clientWidth, height: box.clientHeight, top: box.scrollTop });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other images are shown from their first on
  useEffect(() => {
    if (ref.current) ref.current.scrollTop = 0;
  }, [places]);
  const [height, width] = set.shape;
  const columns = Math.max(1, Math.floor(frame.width / Math.max(CELL, Math.min(width, CELL * 2))));
  const cell = frame.width / columns;
  const row = (cell * height) / width;
  const rows = Math.ceil(places.length / columns);
  const first = Math.max(0, Math.floor(frame.top / (row || 1)) - BEYOND);
  const count = Math.min(rows - first, Math.ceil(frame.height / (row || 1)) + 2 * BEYOND + 1);
  const image = useMemo(
    () => (frame.width > 0 && count > 0 ? wallImage(set, places, { first, count, columns }) : null),
    [set, places, first, count, columns, frame.width],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section ref={ref} className={styles.wall} tabIndex={0} aria-label={words.wall()}>
      <div style={{ height: rows * row }}>
        {image && (
          <PixelCanvas
            image={image}
            height={image.height}
            width={image.width}
            label={words.wallOf({ count: formatCount(places.length) })}
            style={{ top: first * row, width: frame.width, height: count * row }}
          />
        )}
      </div>
    </section>
  );
}
