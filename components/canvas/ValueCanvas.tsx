'use client';

import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import type { Cell } from '@/lib/tensor/tensor';
import canvas from '@/words/canvas';
import styles from './MapCanvas.module.css';
import { MapOverlay } from './MapOverlay';
import { PixelCanvas } from './PixelCanvas';
import { type Place, placeAt, walk } from './walk';

interface Props {
  readonly image: ImageData | null;
  readonly height: number;
  readonly width: number;
  /** Labels the image: "Maps of conv1". */
  readonly label: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  /** The value drawn at a pixel of the image; null in the gaps between maps and after the end of a vector. */
  cellAt(place: Place): Cell | null;
  /** Place and value in words. */
  words(cell: Cell): string;
  /** The effect of a click, Enter or the space bar. */
  readonly explains?: string;
  /** A click, Enter or the space bar opens the arithmetic of a value. */
  onOpen(cell: Cell): void;
}

/** Many values in one small image with keyboard navigation: an overview, where nothing is followed. */
export function ValueCanvas(props: Props) {
  const { image, height, width, label, className = '', style, cellAt, words, onOpen } = props;
  const { explains = canvas.explains() } = props;
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [announcement, setAnnouncement] = useState('');
  const open = (at: Place) => {
    setPlace(at);
    const found = cellAt(at);
    if (found && image) onOpen(found);
  };
  const announce = (at: Place) => {
    const found = cellAt(at);
    if (found) setAnnouncement(words(found));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = over(place, event.key, event.ctrlKey || event.metaKey, height, width, cellAt);
    if (event.key === 'Enter' || event.key === ' ') open(place);
    else if (to) {
      setPlace(to);
      announce(to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`${styles.values} ${className}`}
      style={style}
      role="application"
      aria-roledescription={canvas.map()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
      tabIndex={0}
      aria-label={canvas.values({ label, explains })}
      onKeyDown={onKeyDown}
      onFocus={() => announce(place)}
      onClick={({ currentTarget, clientX, clientY }) =>
        open(placeAt(currentTarget.getBoundingClientRect(), clientX, clientY, height, width))
      }
    >
      <PixelCanvas image={image} height={height} width={width} className={styles.pixels} />
      <MapOverlay height={height} width={width} cursor={place} />
      <span className="visually-hidden" aria-live="polite">
        {announcement}
      </span>
    </div>
  );
}

/** The place that a key moves to, skipping gaps. Null if it does not move. */
function over(
  from: Place,
  key: string,
  whole: boolean,
  height: number,
  width: number,
  cellAt: Props['cellAt'],
): Place | null {
  let place = from;
  for (;;) {
    const to = walk(key, whole, place, height, width);
    if (!to) return null;
    if (cellAt(to)) return to;
    // At the edge the place stays the same.
    if (to.row === place.row && to.column === place.column) return from;
    place = to;
  }
}
