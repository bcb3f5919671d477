'use client';

import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { isSigned } from './paint';

interface Props {
  /**
   * One image pixel per value; CSS scales the canvas up without smoothing. Null keeps the frame and paints
   * nothing.
   */
  readonly image: ImageData | null;
  readonly height: number;
  readonly width: number;
  /** The text alternative; without it the canvas is decoration, described by its surroundings. */
  readonly label?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** The only component that turns typed arrays into pixels on the screen. */
export function PixelCanvas({ image, height, width, label, className, style }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const painted = useRef(false);
  // Before the frame is shown: its numbers and its pixels change together.
  useLayoutEffect(() => {
    // A canvas that was never painted is empty, and many on a page never are: they need no context.
    if (!image && !painted.current) return;
    painted.current = image !== null;
    // In main memory: these canvases are tiny and only ever written to, so the GPU would be a detour.
    const context = ref.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    if (image) context.putImageData(image, 0, 0);
    else context.clearRect(0, 0, width, height);
  }, [image, height, width]);
  return (
    <canvas
      ref={ref}
      height={height}
      width={width}
      className={className}
      style={style}
      data-signed={image && isSigned(image) ? '' : undefined}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
