'use client';

import { range } from 'd3-array';
import { useEffect, useMemo, useState } from 'react';
import { Savable } from '@/components/controls/Savable';
import { PixelThumb } from '@/components/images/PixelThumb';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { loadSeenImages } from '@/components/training/epochs/load-images';
import { imageOf } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import { augmentationOf } from '@/lib/engine/training/images/augment';
import { usedImages } from '@/lib/engine/training/images/trained-set';
import { formatCount } from '@/lib/format/format';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Result } from '@/lib/result';
import words from '@/words/augmentation-preview';
import styles from './AugmentationPreview.module.css';

const IMAGES = 4;
const EPOCHS = 4;

/** The places of some images that a run uses, of different classes where there are several. */
function chosenPlaces(labels: ArrayLike<number>, used: readonly number[]): readonly number[] {
  const met = new Set<number>();
  const firsts = range(used.length).filter((place) => {
    const isNew = !met.has(labels[used[place]]);
    met.add(labels[used[place]]);
    return isNew;
  });
  return [...new Set([...firsts, ...range(used.length)])].slice(0, IMAGES);
}

/** Some training images, as they are and as the first epochs of a run with these settings show them to the network. */
export function AugmentationPreview({ settings }: { readonly settings: TrainingSettings }) {
  const dataSet = useDataSet();
  const [found, setFound] = useState<Result<TrainingSet> | null>(null);
  useEffect(() => {
    let left = false;
    void loadSeenImages(dataSet).then((images) => !left && setFound(images));
    return () => {
      left = true;
    };
  }, [dataSet]);
  if (!found) return <Pending>{words.loading()}</Pending>;
  if (!found.ok) return <p role="alert">{found.problem.sentence}</p>;
  return <Changed set={found.value} settings={settings} />;
}

interface ChangedProps {
  readonly set: TrainingSet;
  readonly settings: TrainingSettings;
}

function Changed({ set: { training }, settings }: ChangedProps) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const rows = useMemo(() => {
    const used = usedImages(training.labels, settings);
    return chosenPlaces(training.labels, used).map((place) => {
      const pixels = imageOf(training, used[place]);
      const shown = range(1, EPOCHS + 1).map(
        (epoch) => augmentationOf(settings, epoch)?.(pixels, training.shape, place, 0) ?? pixels,
      );
      return { place, name: classes[training.labels[used[place]]], pixels, shown };
    });
  }, [training, settings, classes]);
  return (
    <>
      <p className={styles.intro}>{words.intro({ seed: settings.seed })}</p>
      <Savable label={words.caption()}>
        <ScrollBox label={words.caption()}>
          <table className={styles.table}>
            <caption className="visually-hidden">{words.caption()}</caption>
            <thead>
              <tr>
                <th scope="col">{words.image()}</th>
                <th scope="col">{words.original()}</th>
                {range(1, EPOCHS + 1).map((epoch) => (
                  <th key={epoch} scope="col">
                    {words.epoch({ epoch: formatCount(epoch) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ place, name, pixels, shown }) => (
                <tr key={place}>
                  <th scope="row">{classWord(name)}</th>
                  {[pixels, ...shown].map((one, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the column is the epoch
                    <td key={at}>
                      <PixelThumb pixels={one} className={styles.image} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Savable>
    </>
  );
}
