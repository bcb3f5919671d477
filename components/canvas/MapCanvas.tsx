'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import canvas from '@/words/canvas';
import styles from './MapCanvas.module.css';
import { type Box, MapOverlay } from './MapOverlay';
import { PixelCanvas } from './PixelCanvas';
import { PLANE_SIDE, planeStyle } from './plane';
import { type Place, placeAt, walk } from './walk';

interface Props {
  /** One pixel a value; null while the values are on their way. */
  readonly image: ImageData | null;
  readonly height: number;
  readonly width: number;
  /** How wide it is where there is room, in rem; a little less where that is no whole number of pixels a value. */
  readonly side?: number;
  /** Names the plane: "Feature map 5 of conv1". */
  readonly label: string;
  /** The followed cell: the arrow keys move it. */
  readonly place: Place;
  /** What is outlined, where that is not the followed cell alone: the window that a value comes from. */
  readonly box?: Box;
  /** A marked cell: the winner of a window. */
  readonly mark?: Place;
  /** Place and value in words: "row 12, column 30, channel 5: 0.4821". */
  words(place: Place): string;
  onPick(place: Place): void;
  /** A click, Enter or the space bar asks for the arithmetic of the value at a cell. */
  onOpen?(place: Place): void;
  /** The cell under the mouse, null when it leaves. Touch does not point, it picks. */
  onPoint?(place: Place | null): void;
  /** PageUp and PageDown: by one channel. */
  onChannelStep?(by: 1 | -1): void;
}

/** One plane of values as crisp squares, walkable cell by cell with the arrow keys, each cell announced. */
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
    // Arrow keys also turn the pages of the trace; here they walk.
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is what the keyboard works on
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
 * Says something once the answer to a key is on the screen, and stays silent for changes that nobody asked for. That it
 * was asked is part of the same update as the answer: an effect of an earlier one, still to come, says nothing.
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
