'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { SaveImage } from '@/components/controls/SaveImage';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import type { InputImage } from '@/lib/data/input-image';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { ClassNaming } from '@/lib/network/class-words';
import type { StageTrace } from '@/lib/network/trace';
import words from '@/words/network-now';
import type { ComparedState } from './compare';
import styles from './Network.module.css';

interface Props {
  readonly image: InputImage | null;
  readonly classes: readonly string[];
  readonly now: StageTrace | null;
  readonly start: StageTrace | null;
  /** The number of training steps at the start. */
  readonly startStep: number;
  readonly moment: ComparedState;
}

/** The probability of the actual class (or the most probable one) now, and at the start. */
function changeWords(
  { classes, now, start, startStep, image }: Omit<Props, 'moment'>,
  classWord: ClassNaming,
): string {
  if (!now) return '';
  const right = image?.label;
  const shown = right ? classes.indexOf(right) : now.values.indexOf(Math.max(...now.values));
  const [name, share] = [classWord(classes[shown]), formatPercent(now.values[shown])];
  if (!start) return words.share({ name, share });
  const before = formatPercent(start.values[shown]);
  return words.shareThen({ name, share, step: String(startStep), count: formatCount(startStep), before });
}

/** The chosen image and the network's probabilities for it. */
export function NetworkPredictions({ image, classes, now, start, startStep, moment }: Props) {
  const classWord = useClassWord();
  const [height, width] = useDataSet().shape;
  const drawn = useMemo(
    () => (image ? rgbImage(image.pixels, height, width, 255) : null),
    [image, height, width],
  );
  const name = image?.label ? classWord(image.label) : image?.name;
  // The difference of two distributions is not a distribution; the bars then show the current one and the
  // text the change.
  const shown = moment === 'start' ? start : now;
  return (
    <figure className={styles.figure} aria-label={words.probabilities({ count: classes.length })}>
      <figcaption className={styles.answer}>
        <PixelCanvas
          image={drawn}
          height={height}
          width={width}
          className={styles.chosen}
          label={name === undefined ? words.chosen() : words.chosenNamed({ name })}
        />
        <span>
          <span className={styles.title}>
            {image?.label ? words.shows({ name: classWord(image.label) }) : name}
          </span>
          <span className={styles.note}>
            {changeWords({ classes, now, start, startStep, image }, classWord)}
          </span>
        </span>
      </figcaption>
      <ProbabilityBars
        classes={classes}
        probabilities={shown?.values ?? null}
        label={words.probabilities({ count: classes.length })}
      />
      <div className={styles.saved}>
        <SaveImage />
      </div>
    </figure>
  );
}
