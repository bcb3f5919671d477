'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { PICTURE_SIDE, type Picture } from '@/lib/data/picture';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatPercent } from '@/lib/format/format';
import type { Moment } from './compare';
import styles from './Network.module.css';

interface Props {
  readonly picture: Picture | null;
  readonly classes: readonly string[];
  readonly now: StageTrace | null;
  readonly start: StageTrace | null;
  /** "before the first step". */
  readonly startWord: string;
  readonly moment: Moment;
}

/** The share that the right class (or the most probable one) has now, and had at the start. */
function changeWords({ classes, now, start, startWord, picture }: Omit<Props, 'moment'>): string {
  if (!now) return '';
  const right = picture?.label;
  const shown = right ? classes.indexOf(right) : now.values.indexOf(Math.max(...now.values));
  const share = `${classes[shown]}: ${formatPercent(now.values[shown])}`;
  return start ? `${share}, ${startWord} ${formatPercent(start.values[shown])}.` : `${share}.`;
}

/** The chosen picture and the ten probabilities that the network gives it. */
export function NetworkPredictions({ picture, classes, now, start, startWord, moment }: Props) {
  const image = useMemo(
    () => (picture ? rgbImage(picture.pixels, PICTURE_SIDE, PICTURE_SIDE, 255) : null),
    [picture],
  );
  // A difference of two distributions is none; the bars then show the present one and the words the change.
  const shown = moment === 'start' ? start : now;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.answer}>
        <PixelCanvas
          image={image}
          height={PICTURE_SIDE}
          width={PICTURE_SIDE}
          className={styles.chosen}
          label={picture ? `The chosen picture, ${picture.label ?? picture.name}` : 'The chosen picture'}
        />
        <span>
          <span className={styles.title}>
            {picture?.label ? `Shows: ${picture.label}` : (picture?.name ?? '')}
          </span>
          <span className={styles.note}>{changeWords({ classes, now, start, startWord, picture })}</span>
        </span>
      </figcaption>
      <ProbabilityBars
        classes={classes}
        probabilities={shown?.values ?? null}
        label="Probabilities of the ten classes"
      />
    </figure>
  );
}
