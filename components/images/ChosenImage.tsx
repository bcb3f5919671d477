'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useChosenImage } from '@/components/state/hooks';
import words from '@/words/chosen';
import styles from './ChosenImage.module.css';
import { PixelThumb } from './PixelThumb';

// Loaded when a different image is to be chosen.
const PickerDialog = dynamic(again(() => import('./PickerDialog').then((module) => module.PickerDialog)));
// Loaded beside an image for which it may be needed.
const DrawingsCaveat = dynamic(
  again(() => import('./DrawingsCaveat').then((module) => module.DrawingsCaveat)),
);

/** The image that is being followed, and the control for choosing a different one. */
export function ChosenImage() {
  const image = useChosenImage();
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  return (
    <div className="in-line">
      <PixelThumb pixels={image?.pixels ?? null} className={styles.image} />
      <p className={styles.words}>
        {image?.name ?? words.first()}
        <br />
        <button type="button" className="button-text" onClick={() => setChoosing(true)}>
          {words.chooseAnother()}
        </button>
        {(image?.kind === 'own' || image?.photograph) && <DrawingsCaveat />}
      </p>
      {choosing && (
        <Part name={words.choose()} floating onClose={close}>
          <PickerDialog onClose={close} />
        </Part>
      )}
    </div>
  );
}
