'use client';

import { maxIndex } from 'd3-array';
import { useState } from 'react';
import { LateSaveImage } from '@/components/controls/LateSaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { useClassWord, useImage, usePipeline } from '@/components/state/hooks';
import { formatPercent, formatShort } from '@/lib/format/format';
import words from '@/words/slide-image';
import styles from './SlideImage.module.css';
import { type Shift, useShifted } from './use-shifted';

/** The furthest shift, in pixels. */
const FURTHEST = 16;
const UNMOVED: Shift = { down: 0, right: 0 };
const AXES = ['right', 'down'] as const;

/** An experiment: the chosen image moves, and the top prediction is computed again. */
export function SlideImage() {
  const [shift, setShift] = useState<Shift>(UNMOVED);
  const original = useImage()?.pixels ?? null;
  const moved = useShifted(original, shift);
  const before = useShifted(original, UNMOVED);
  const name = useTopPrediction();
  return (
    <figure className={styles.slide} aria-label={words.title()}>
      <PixelThumb pixels={moved.pixels} className={styles.image} />
      <div>
        <p>{words.intro()}</p>
        {AXES.map((axis) => (
          <label key={axis} className={styles.axis}>
            <span>{words[axis]()}</span>
            <input
              type="range"
              min={-FURTHEST}
              max={FURTHEST}
              value={shift[axis]}
              onChange={(event) => setShift({ ...shift, [axis]: Number(event.currentTarget.value) })}
            />
            <output className="number">{formatShort(shift[axis])}</output>
          </label>
        ))}
        <dl className={styles.answers}>
          <dt>{words.unmoved()}</dt>
          <dd>{name(before.probabilities)}</dd>
          <dt>{words.moved()}</dt>
          <dd role="status">{moved.sentence ?? name(moved.probabilities)}</dd>
        </dl>
        <button type="button" className="button-quiet" onClick={() => setShift(UNMOVED)}>
          {words.reset()}
        </button>
        <div className={styles.save}>
          <LateSaveImage />
        </div>
      </div>
    </figure>
  );
}

/** Writes the most probable class and its probability: "cat, 97.1%". */
function useTopPrediction(): (probabilities: Float32Array | null) => string {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  return (probabilities) => {
    if (!probabilities) return words.waiting();
    const top = maxIndex(probabilities);
    return words.prediction({ name: classWord(classes[top]), share: formatPercent(probabilities[top]) });
  };
}
