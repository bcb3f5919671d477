'use client';

import dynamic from 'next/dynamic';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { Savable } from '@/components/controls/Savable';
import { Tile } from '@/components/controls/Tile';
import { again } from '@/components/parts/again';
import { dataLink } from '@/components/site/data-link';
import { Rich } from '@/components/site/Rich';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import type { Mistake } from '@/components/training/clinic/mistake';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { usedImages } from '@/lib/engine/training/images/trained-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import type { TrainingSettings } from '@/lib/network/settings';
import { isStored } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import words from '@/words/epoch-detail';
import styles from './Detail.module.css';
import { loadImagesOf } from './load-images';

// Only for a learner's own data set.
export const Clinic = dynamic(
  again(() => import('@/components/training/clinic/Clinic').then((module) => module.Clinic)),
);

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
  /** The image that was followed from here to another page, to be seen again. */
  readonly followed?: number | null;
  onFollow?(index: number): void;
}

/** Some images of a set, each with its prediction. */
export function ImagesBehind({ which, indices, answers, title, settings, followed = null, onFollow }: Props) {
  const [found, setFound] = useState<Result<TrainingSet> | null>(null);
  const [bytes, setBytes] = useState(0);
  const [chosen, setChosen] = useState(followed);
  const section = useRef<HTMLElement>(null);
  const group = useId();
  const heading = useId();
  const dataSet = useDataSet();
  useEffect(() => {
    let left = false;
    loadImagesOf(dataSet, (loaded) => !left && setBytes(loaded)).then((answer) => !left && setFound(answer));
    return () => {
      left = true;
    };
  }, [dataSet]);
  const isThere = found !== null;
  useEffect(() => {
    if (isThere && followed !== null) section.current?.scrollIntoView({ block: 'start' });
  }, [isThere, followed]);
  const shown = indices.slice(0, MOST);
  const places = useMemo(
    () => (found?.ok && which === 'training' ? usedImages(found.value.training.labels, settings) : null),
    [found, which, settings],
  );
  const set = found?.ok ? found.value[which] : undefined;
  const indexOf = (index: number) => (places ? places[index] : index);
  const stored = dataSet.images && isStored(dataSet.images) && set?.places ? dataSet.images : null;
  const isShown = chosen !== null && shown.includes(chosen);
  return (
    <section ref={section} className={styles.behind} aria-labelledby={heading}>
      <div role="status">
        <h3 id={heading}>{title}</h3>
        {found === null && <p>{words.fetching({ bytes: formatBytes(bytes) })}</p>}
      </div>
      {found && !found.ok && (
        <p role="alert">
          {dataSet.images === null ? (
            <Rich text={words.notHere()} tags={{ data: dataLink }} />
          ) : (
            found.problem.sentence
          )}
        </p>
      )}
      {set && (
        <Savable label={title}>
          <ul className={styles.images}>
            {shown.map((index) => (
              <li key={index}>
                {stored ? (
                  <Tile name={group} checked={index === chosen} onChoose={() => setChosen(index)}>
                    <Image set={set} index={indexOf(index)} answered={answers[index]} />
                  </Tile>
                ) : (
                  <Image set={set} index={indexOf(index)} answered={answers[index]} />
                )}
              </li>
            ))}
          </ul>
        </Savable>
      )}
      {stored && set?.places && (
        <Clinic
          images={stored}
          mistake={isShown ? mistakeOf(set, set.places, indexOf(chosen), which, answers[chosen]) : null}
          onFollow={() => chosen !== null && onFollow?.(chosen)}
        />
      )}
      {set && indices.length > MOST && <p>{words.more({ count: formatCount(indices.length - MOST) })}</p>}
    </section>
  );
}

const mistakeOf = (
  set: LabelledImages,
  places: readonly number[],
  index: number,
  part: MeasuredSet,
  predicted: number,
): Mistake => ({
  place: places[index],
  part,
  label: set.labels[index],
  predicted,
  pixels: imageOf(set, index),
});

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
        label={
          set.places
            ? words.numbered({ number: set.places[index] + 1, name: actual })
            : words.image({ name: actual })
        }
      />
      <span>{predicted}</span>
    </>
  );
}
