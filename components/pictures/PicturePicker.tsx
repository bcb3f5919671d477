'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import type { IncomingFile } from '@/components/site/use-incoming-file';
import { useDataSet } from '@/components/state/hooks';
import { type OwnImage, seenAs } from '@/lib/data/own-image';
import { closePicture, type OpenedPicture, openPicture } from '@/lib/data/own-picture';
import type { Picture } from '@/lib/data/picture';
import { loadSample } from '@/lib/data/samples';
import parts from '@/words/parts';
import words from '@/words/pictures';
import { DropZone } from './DropZone';
import { PictureChoice } from './PictureChoice';
import styles from './Pictures.module.css';
import { PixelThumb } from './PixelThumb';
import { SampleGrid } from './SampleGrid';
import { useOwnPictures } from './use-own-pictures';
import { useSamples } from './use-samples';

/** Only who brings a picture fetches the code that cuts it. */
const CropDialog = lazy(again(() => import('./CropDialog').then((module) => module.default)));

interface Props {
  /** The id of the picture that the page shows. */
  readonly selected: string | null;
  readonly onChoose: (picture: Picture) => void;
}

/** Chooses a picture: one of this visit's samples, one of one's own, or a new one from a file, a drop or a paste. */
export function PicturePicker({ selected, onChoose }: Props) {
  const { samples, problem: noSamples } = useSamples(selected);
  const { shape } = useDataSet();
  const own = useOwnPictures();
  const [opened, setOpened] = useState<{ readonly key: number; readonly image: OpenedPicture } | null>(null);
  useEffect(() => () => opened?.image && closePicture(opened.image), [opened]);
  /** The name of the file that is being read. */
  const [opening, setOpening] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  // What was asked for last; a slower answer to an earlier question is dropped.
  const [pending, setPending] = useState<string | null>(null);
  const asked = useRef(0);

  async function chooseSample(id: string) {
    const sample = samples?.find((entry) => entry.id === id);
    if (!sample) return;
    const question = ++asked.current;
    setOpening(null);
    setPending(id);
    const loaded = await loadSample(sample, shape);
    if (question !== asked.current) return;
    setPending(null);
    setSentence(loaded.ok ? null : loaded.problem.sentence);
    if (loaded.ok) onChoose(loaded.value);
  }

  function chooseOwn(picture: Picture) {
    asked.current += 1;
    setOpening(null);
    setPending(null);
    setSentence(null);
    onChoose(picture);
  }

  async function open({ file, name }: IncomingFile) {
    const question = ++asked.current;
    setPending(null);
    setSentence(null);
    setOpening(name);
    const read = await openPicture(file, name, shape);
    if (question !== asked.current) {
      if (read.ok) closePicture(read.value);
      return;
    }
    setOpening(null);
    if (read.ok) setOpened({ key: question, image: read.value });
    else setSentence(read.problem.sentence);
  }

  function use(image: OwnImage) {
    setOpened(null);
    chooseOwn(seenAs(image, shape));
    own.add(image);
  }

  const shown = pending ?? selected;
  return (
    <div className={styles.picker}>
      <SampleGrid samples={samples} selected={shown} onChoose={chooseSample} />
      <fieldset className={styles.group}>
        <legend className="label">{words.yourOwn()}</legend>
        <OwnPictureGrid
          pictures={own.pictures}
          selected={shown}
          onChoose={(id) => own.pictures.filter((picture) => picture.id === id).forEach(chooseOwn)}
          onRemove={own.remove}
        />
        <DropZone
          onFile={open}
          onOther={setSentence}
          opening={opening}
          sentence={sentence ?? own.problem?.sentence ?? noSamples?.sentence ?? null}
        />
      </fieldset>
      {opened && (
        <Suspense fallback={<p className="label">{words.opening({ name: opened.image.name })}</p>}>
          <Part name={parts.crop()} of={opened} onClose={() => setOpened(null)}>
            <CropDialog
              key={opened.key}
              opened={opened.image}
              problem={sentence}
              onUse={use}
              onCancel={() => setOpened(null)}
            />
          </Part>
        </Suspense>
      )}
    </div>
  );
}

interface OwnPictureGridProps {
  readonly pictures: readonly Picture[];
  readonly selected: string | null;
  readonly onChoose: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The learner's own pictures, newest first, as the network sees them. */
function OwnPictureGrid({ pictures, selected, onChoose, onRemove }: OwnPictureGridProps) {
  if (pictures.length === 0) return null;
  return (
    <div className={styles.grid}>
      {pictures.map((picture) => (
        <div key={picture.id} className={styles.own}>
          <PictureChoice
            id={picture.id}
            caption={picture.name}
            checked={selected === picture.id}
            onChoose={onChoose}
          >
            <PixelThumb pixels={picture.pixels} />
          </PictureChoice>
          <button type="button" className={styles.remove} onClick={() => onRemove(picture.id)}>
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">{words.remove({ name: picture.name })}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
