'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import canvas from '@/words/canvas';
import styles from './MapCanvas.module.css';
import { type Box, MapOverlay } from './MapOverlay';
import { PixelCanvas } from './PixelCanvas';
import { PLANE_SIDE, planeStyle } from './plane';
import { type Place, placeAt, walk } from './walk';

interface Props {
  /** One pixel per value; null while the values are loading. */
  readonly image: ImageData | null;
  readonly height: number;
  readonly width: number;
  /**
   * Its width where there is room, in rem; slightly less where that is not a whole number of pixels per
   * value.
   */
  readonly side?: number;
  /** Labels the plane: "Feature map 5 of conv1". */
  readonly label: string;
  /** The followed cell: the arrow keys move it. */
  readonly place: Place;
  /** The outlined area, where it is more than the followed cell: the window that a value comes from. */
  readonly box?: Box;
  /** A marked cell: the winner of a window. */
  readonly mark?: Place;
  /** Place and value in words: "row 12, column 30, channel 5: 0.4821". */
  words(place: Place): string;
  onPick(place: Place): void;
  /** A click, Enter or the space bar opens the arithmetic of the value at a cell. */
  onOpen?(place: Place): void;
  /** The cell under the mouse, null when it leaves. Touch selects instead of hovering. */
  onPoint?(place: Place | null): void;
  /** PageUp and PageDown: by one channel. */
  onChannelStep?(by: 1 | -1): void;
}

/** One plane of values as crisp squares. Arrow keys move from cell to cell, and each cell is announced. */
export function MapCanvas(props: Props) {
  const {
    image,
    height,
    width,
    side = PLANE_SIDE,
    label,
    place,
    words,
    onPick,
    onOpen,
    onPoint,
    onChannelStep,
  } = props;
  const hint = useId();
  const value = useId();
  const { announcement, ask } = useAnnouncement(() => words(place));

  const onKeyDown = (event: KeyboardEvent) => {
    const to = walk(event.key, event.ctrlKey || event.metaKey, place, height, width);
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null;
    const opens = onOpen && (event.key === 'Enter' || event.key === ' ');
    if (opens) onOpen(place);
    else if (to) onPick(to);
    else if (by && onChannelStep) onChannelStep(by);
    else return;
    if (!opens) ask();
    // Arrow keys also turn the pages of the trace; here they move the cell.
    event.preventDefault();
    event.stopPropagation();
  };
  const under = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>) =>
    placeAt(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY, height, width);

  return (
    <div className={styles.frame} style={planeStyle(height, width, side)}>
      <div
        className={styles.map}
        role="application"
        aria-roledescription={canvas.map()}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${value} ${hint}`}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          onPick(under(event));
          onOpen?.(under(event));
        }}
        onPointerMove={(event) => event.pointerType !== 'touch' && onPoint?.(under(event))}
        onPointerLeave={() => onPoint?.(null)}
      >
        <PixelCanvas image={image} height={height} width={width} className={styles.pixels} />
        <MapOverlay
          height={height}
          width={width}
          box={props.box ?? { ...place, height: 1, width: 1 }}
          mark={props.mark}
          cursor={props.box && place}
        />
      </div>
      <p id={value} className="visually-hidden">
        {words(place)}
      </p>
      <p id={hint} className="visually-hidden">
        {canvas.hint({ channels: onChannelStep ? 'yes' : 'no', opens: onOpen ? 'yes' : 'no' })}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

/**
 * Announces something once the response to a key is on the screen; other changes are not announced. The flag
 * is set in the same update as the response, so that an effect of an earlier update, still pending, announces
 * nothing.
 */
function useAnnouncement(words: () => string) {
  const [announcement, setAnnouncement] = useState('');
  const [asked, setAsked] = useState(0);
  const announce = useEffectEvent(() => setAnnouncement(words()));
  useEffect(() => {
    if (asked > 0) announce();
  }, [asked]);
  return { announcement, ask: () => setAsked((times) => times + 1) };
}
