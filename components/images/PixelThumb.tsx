'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { useDataSet } from '@/components/state/hooks';

interface Props {
  /** Raw bytes of one image, of the data set's shape; null keeps the frame. */
  readonly pixels: Uint8Array | null;
  readonly className?: string;
}

/** An image's raw bytes, unchanged. Decoration: its surroundings name it. */
export function PixelThumb({ pixels, className }: Props) {
  const [height, width] = useDataSet().shape;
  const image = useMemo(
    () => (pixels ? rgbImage(pixels, height, width, 255) : null),
    [pixels, height, width],
  );
  return <PixelCanvas image={image} height={height} width={width} className={className} />;
}
