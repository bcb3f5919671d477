'use client';

import { useEffect, useRef, useState } from 'react';
import { rgbImage } from '@/components/canvas/paint';
import { Drawing } from '@/lib/data/drawing/drawing';
import { type FramedDigit, frameDigit, pixelsOf } from '@/lib/data/drawing/drawn-digit';

/** A drawing as it is shown in one animation frame. */
export interface DrawingView {
  /** The pad, white on black. Null until something has been drawn. */
  readonly board: ImageData | null;
  /** The drawing, to be kept; null while the pad is empty. */
  readonly digit: FramedDigit | null;
  /** What the network sees of it. */
  readonly pixels: Uint8Array | null;
  readonly strokes: number;
  readonly canUndo: boolean;
}

const EMPTY: DrawingView = { board: null, digit: null, pixels: null, strokes: 0, canUndo: false };

/**
 * A drawing, and what is to be shown of it. However often it changes, it is prepared and handed on at most once
 * in an animation frame: a pointer reports many more places than a screen shows.
 */
export function useDrawing(onPixels: (pixels: Uint8Array) => void) {
  const [drawing] = useState(() => new Drawing());
  const [view, setView] = useState(EMPTY);
  const asked = useRef(0);
  const latest = useRef(onPixels);
  useEffect(() => {
    latest.current = onPixels;
  });
  useEffect(
    () => () => {
      cancelAnimationFrame(asked.current);
      asked.current = 0;
    },
    [],
  );
  const show = () => {
    asked.current = 0;
    const next = viewOf(drawing);
    setView(next);
    if (next.pixels) latest.current(next.pixels);
  };
  /** Changes the drawing now, and shows it with the next frame. */
  const change = (make: (drawing: Drawing) => void) => {
    make(drawing);
    asked.current ||= requestAnimationFrame(show);
  };
  return { view, change };
}

function viewOf({ ink, strokes, canUndo }: Drawing): DrawingView {
  const digit = frameDigit(ink);
  const board = rgbImage(ink.values, ink.height, ink.width, 255);
  return { board, digit, pixels: digit && pixelsOf(digit), strokes, canUndo };
}
