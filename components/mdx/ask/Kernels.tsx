import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { LateSaveImage } from '@/components/controls/LateSaveImage';
import type { Parameter } from '@/lib/kinds/types';
import words from '@/words/puzzles';
import styles from '../Lesson.module.css';

interface Props {
  /** Of a convolution over three channels. */
  readonly kernel: Parameter;
  readonly filters: readonly number[];
  readonly size: 'large' | 'small';
}

/** Kernels as small colour images: grey is 0, brighter counts for a colour, darker against it. */
export function Kernels({ kernel, filters, size }: Props) {
  const images = useMemo(() => filters.map((filter) => kernelImage(kernel, filter)), [kernel, filters]);
  return (
    <figure className={styles.kernelFigure} aria-label={words.kernels({ count: filters.length })}>
      <div className={styles.kernels} data-size={size}>
        {images.map((image, at) => (
          <PixelCanvas
            key={filters[at]}
            image={image}
            height={image.height}
            width={image.width}
            label={words.kernel({ map: filters[at] })}
            className={styles.kernel}
          />
        ))}
      </div>
      <div className={styles.saveLine}>
        <LateSaveImage />
      </div>
    </figure>
  );
}

/** The weights of one filter as an image, stretched around grey to the largest of them. */
function kernelImage({ shape, values }: Parameter, filter: number): ImageData {
  const [height, width, , filters] = shape;
  const own = values.filter((_, at) => at % filters === filter);
  const most = own.reduce((high, value) => Math.max(high, Math.abs(value)), 0) || 1;
  return rgbImage(
    own.map((value) => 0.5 + value / most / 2),
    height,
    width,
    1,
  );
}
