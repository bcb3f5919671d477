'use client';

import { useEffect, useMemo, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { usedImages } from '@/lib/engine/training/trained-set';
import { formatBytes } from '@/lib/format/bytes';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Result } from '@/lib/result';
import words from '@/words/epoch-detail';
import styles from './Detail.module.css';
import { loadImagesOf } from './load-images';

/** Nobody looks at more images one by one. */
const MOST = 40;

interface Props {
  readonly which: MeasuredSet;
  readonly indices: readonly number[];
  /** The prediction for each image of the set. */
  readonly answers: readonly number[];
  readonly title: string;
  /** A run may have used only some of the training images: its first image is then not the set's first. */
  readonly settings: TrainingSettings;
}

/** Some images of a set, each with its prediction. */
export function ImagesBehind({ which, indices, answers, title, settings }: Props) {
  const [found, setFound] = useState<Result<TrainingSet> | null>(null);
  const [bytes, setBytes] = useState(0);
  const dataSet = useDataSet();
  useEffect(() => {
    let left = false;
    loadImagesOf(dataSet, (loaded) => !left && setBytes(loaded)).then((answer) => !left && setFound(answer));
    return () => {
      left = true;
    };
  }, [dataSet]);
  const shown = indices.slice(0, MOST);
  const places = useMemo(
    () => (found?.ok && which === 'training' ? usedImages(found.value.training.labels, settings) : null),
    [found, which, settings],
  );
  const set = found?.ok ? found.value[which] : undefined;
  return (
    <section className={styles.behind} aria-live="polite">
      <h3>{title}</h3>
      {found === null && <p>{words.fetching({ bytes: formatBytes(bytes) })}</p>}
      {found && !found.ok && <p role="alert">{found.problem.sentence}</p>}
      {set && (
        <ul className={styles.images}>
          {shown.map((index) => (
            <li key={index}>
              <Image set={set} index={places ? places[index] : index} answered={answers[index]} />
            </li>
          ))}
        </ul>
      )}
      {indices.length > MOST && <p>{words.more({ count: indices.length - MOST })}</p>}
    </section>
  );
}

interface ImageProps {
  readonly set: LabelledImages;
  readonly index: number;
  readonly answered: number;
}

function Image({ set, index, answered }: ImageProps) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const [height, width] = set.shape;
  const image = useMemo(() => rgbImage(imageOf(set, index), height, width, 255), [set, index, height, width]);
  const [actual, predicted] = [classes[set.labels[index]], classes[answered]].map(classWord);
  return (
    <>
      <PixelCanvas
        image={image}
        height={height}
        width={width}
        className={styles.image}
        label={words.image({ name: actual })}
      />
      <span>{predicted}</span>
    </>
  );
}
