'use client';

import { useId, useMemo, useRef } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import type { Sample } from '@/lib/data/samples/sample';
import { type ClassNaming, classWords } from '@/lib/network/class-words';
import type { DataSet } from '@/lib/network/subject';
import words from '@/words/open-network';
import styles from './Open.module.css';
import type { useTryImage } from './use-try-image';

interface Props {
  readonly tried: ReturnType<typeof useTryImage>;
  readonly dataSet: DataSet;
}

/** "cat (1)". */
const titleOf = ({ id, label }: Sample, nameOf: ClassNaming): string =>
  words.imageOf({ label: nameOf(label), number: id.slice(id.lastIndexOf('-') + 1) });

/** Chooses the image that an opened network is tried with, and shows it as the network gets it. */
export function TryImagePicker({ tried, dataSet }: Props) {
  const { samples, chosen, sentence, chooseSample, chooseFile } = tried;
  const [height, width] = dataSet.shape;
  const nameOf = classWords(dataSet.names);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const image = useMemo(
    () => (chosen ? rgbImage(chosen.image.pixels, height, width, 255) : null),
    [chosen, height, width],
  );
  return (
    <div className={styles.image}>
      <PixelCanvas image={image} height={height} width={width} className={styles.thumb} />
      <div className={styles.choose}>
        <label htmlFor={id} className="label">
          {words.image()}
        </label>
        <select
          id={id}
          value={chosen?.image.id ?? ''}
          disabled={!samples || samples.length === 0}
          onChange={({ currentTarget }) => chooseSample(currentTarget.value)}
        >
          {chosen && !samples?.some((sample) => sample.id === chosen.image.id) && (
            <option value={chosen.image.id}>{chosen.image.name}</option>
          )}
          {samples?.map((sample) => (
            <option key={sample.id} value={sample.id}>
              {titleOf(sample, nameOf)}
            </option>
          ))}
        </select>
        <button type="button" className="button-quiet" onClick={() => input.current?.click()}>
          {words.own()}
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={words.ownFile()}
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) chooseFile(file);
            currentTarget.value = '';
          }}
        />
      </div>
      <p role="alert" className={styles.problem}>
        {sentence}
      </p>
    </div>
  );
}
