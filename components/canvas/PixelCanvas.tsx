'use client';

import { type CSSProperties, useEffect, useRef } from 'react';

interface Props {
  /** One image pixel a value; the canvas is scaled up by CSS, unsmoothed. Null keeps the frame and paints nothing. */
  readonly image: ImageData | null;
  readonly height: number;
  readonly width: number;
  /** The text alternative; without it the canvas is decoration that its surroundings describe. */
  readonly label?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** The one place where typed arrays become pixels on the screen. */
export function PixelCanvas({ image, height, width, label, className, style }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const painted = useRef(false);
  useEffect(() => {
    // One that nothing was painted on is empty, and many of a page never are painted: a context would be made for nothing.
    if (!image && !painted.current) return;
    painted.current = image !== null;
    // In main memory: these canvases are tiny and only ever written to, so a way over the graphics card would be longer.
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
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
