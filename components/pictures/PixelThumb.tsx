'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { PICTURE_SIDE } from '@/lib/data/picture';

interface Props {
  /** Raw RGB bytes of one picture; null keeps the frame. */
  readonly pixels: Uint8Array | null;
  readonly className?: string;
}

/** A picture's raw bytes, as they are. Decoration: its surroundings name it. */
export function PixelThumb({ pixels, className }: Props) {
  const image = useMemo(() => (pixels ? rgbImage(pixels, PICTURE_SIDE, PICTURE_SIDE, 255) : null), [pixels]);
  return <PixelCanvas image={image} height={PICTURE_SIDE} width={PICTURE_SIDE} className={className} />;
}
