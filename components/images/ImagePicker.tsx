'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import type { IncomingFile } from '@/components/site/use-incoming-file';
import { useDataSet } from '@/components/state/hooks';
import type { InputImage } from '@/lib/data/input-image';
import { closeImage, type OpenedImage, openImage } from '@/lib/data/opened-image';
import { type OwnImage, seenAs } from '@/lib/data/own-image';
import { loadSample } from '@/lib/data/samples/sample';
import words from '@/words/images';
import parts from '@/words/parts';
import { DropZone } from './DropZone';
import { ImageChoice } from './ImageChoice';
import styles from './Images.module.css';
import { PixelThumb } from './PixelThumb';
import { SampleGrid } from './SampleGrid';
import { useOwnImages } from './use-own-images';
import { shuffleSamples, useSamples } from './use-samples';

/** Only where the images of a set are drawn. */
const DrawingPad = lazy(again(() => import('./DrawingPad').then((module) => module.default)));
/** The cropping code is loaded only when the learner brings an image. */
const CropDialog = lazy(again(() => import('./CropDialog').then((module) => module.default)));

interface Props {
  /** The id of the image that the page shows. */
  readonly selected: string | null;
  readonly onChoose: (image: InputImage) => void;
  /** Shows one row of samples, and the rest when asked: where a figure follows that should be in sight. */
  readonly brief?: boolean;
}

/**
 * Chooses an image: one of the samples, one of the learner's own, or a new one from a file, a drop
 * or a paste.
 */
export function ImagePicker({ selected, onChoose, brief = false }: Props) {
  const [unfolded, setUnfolded] = useState(!brief);
  const { samples, problem: noSamples } = useSamples(selected);
  const dataSet = useDataSet();
  const { shape, pad } = dataSet;
  const own = useOwnImages();
  const [opened, setOpened] = useState<{ readonly key: number; readonly image: OpenedImage } | null>(null);
  useEffect(() => () => opened?.image && closeImage(opened.image), [opened]);
  /** The name of the file that is being read. */
  const [opening, setOpening] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  // The latest choice; a slower response to an earlier one is dropped.
  const [pending, setPending] = useState<string | null>(null);
  const asked = useRef(0);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  async function chooseSample(id: string) {
    const sample = samples?.find((entry) => entry.id === id);
    if (!sample) return;
    const question = ++asked.current;
    setOpening(null);
    setPending(id);
    const loaded = await loadSample(sample, dataSet);
    if (question !== asked.current) return;
    setPending(null);
    setSentence(loaded.ok ? null : loaded.problem.sentence);
    if (loaded.ok) onChoose(loaded.value);
  }

  function chooseOwn(image: InputImage) {
    asked.current += 1;
    setOpening(null);
    setPending(null);
    setSentence(null);
    onChoose(image);
  }

  async function open({ file, name }: IncomingFile) {
    const question = ++asked.current;
    setPending(null);
    setSentence(null);
    setOpening(name);
    const read = await openImage(file, name, shape);
    if (left.current || question !== asked.current) {
      if (read.ok) closeImage(read.value);
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

  // A pad takes more room than all samples.
  const whole = unfolded || pad !== undefined;
  const shown = pending ?? selected;
  const ownShown = whole || own.images.some(({ id }) => id === selected);
  return (
    <div className={styles.picker} data-brief={!whole} data-pad={pad !== undefined}>
      <SampleGrid {...{ samples, whole }} selected={shown} onChoose={chooseSample} />
      <div className={styles.more}>
        {whole ? (
          <button type="button" className="button-text" onClick={shuffleSamples}>
            {words.shuffle()}
          </button>
        ) : (
          <button type="button" className="button-text" onClick={() => setUnfolded(true)}>
            {words.more()}
          </button>
        )}
      </div>
      <fieldset className={styles.group}>
        <legend className={ownShown ? 'label' : 'visually-hidden'}>{words.yourOwn()}</legend>
        {pad && (
          <Suspense fallback={<p className={`label ${styles.padPlace}`}>{words.loadingPad()}</p>}>
            <Part name={parts.pad()}>
              <DrawingPad onImage={chooseOwn} onKeep={use} />
            </Part>
          </Suspense>
        )}
        <OwnImageGrid
          images={ownShown ? own.images : []}
          selected={shown}
          onChoose={(id) => own.images.filter((image) => image.id === id).forEach(chooseOwn)}
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

interface OwnImageGridProps {
  readonly images: readonly InputImage[];
  readonly selected: string | null;
  readonly onChoose: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The learner's own images, newest first, as the network sees them. */
function OwnImageGrid({ images, selected, onChoose, onRemove }: OwnImageGridProps) {
  if (images.length === 0) return null;
  return (
    <div className={styles.grid}>
      {images.map((image) => (
        <div key={image.id} className={styles.own}>
          <ImageChoice id={image.id} caption={image.name} checked={selected === image.id} onChoose={onChoose}>
            <PixelThumb pixels={image.pixels} />
          </ImageChoice>
          <button type="button" className={styles.remove} onClick={() => onRemove(image.id)}>
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">{words.remove({ name: image.name })}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
