'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { SaveImage } from '@/components/controls/SaveImage';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { pixelsSeen } from '@/lib/network/pipeline';
import { asMap, isMap } from '@/lib/tensor/tensor';
import words from '@/words/insight';
import styles from './Insight.module.css';

/** The chosen image with the receptive field of one value of each stage, to scale, about the middle. */
export function Fields() {
  const pipeline = usePipeline();
  const image = useTrace()?.stages[0] ?? null;
  const [height, width] = asMap(pipeline.architecture.input);
  const drawn = useMemo(
    () => (image ? rgbImage(image.values, height, width, 255) : null),
    [image, height, width],
  );
  const fields = pipeline.stages.flatMap((stage) => {
    const [high, wide] = pixelsSeen(pipeline, stage) ?? [1, 1];
    return isMap(stage.output) && high * wide > 1 ? [{ id: stage.id, high, wide }] : [];
  });
  return (
    <figure className={styles.fields} aria-label={words.dependsOn()}>
      <div className={`stacked ${styles.image}`}>
        <PixelCanvas image={drawn} height={height} width={width} label={words.chosen()} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {fields.map(({ id, high, wide }) => (
            <rect key={id} x={(width - wide) / 2} y={(height - high) / 2} width={wide} height={high} />
          ))}
        </svg>
      </div>
      <figcaption>
        {words.dependsOn()}
        <ul>
          {fields.map(({ id, high, wide }) => (
            <li key={id}>
              <span>{id}</span>{' '}
              <span className="number">{words.pixels({ size: formatShape([high, wide]) })}</span>
            </li>
          ))}
        </ul>
        <SaveImage />
      </figcaption>
    </figure>
  );
}
