'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useClassWord, useDataSet, useSubject } from '@/components/state/hooks';
import { sampleId, sampleName } from '@/lib/data/sets/training/stored-samples';
import type { StoredImages } from '@/lib/network/subject';
import { clinic, mendingOf } from '@/lib/store/explore/clinic';
import { session } from '@/lib/store/session/session';
import words from '@/words/clinic';
import { AddImages } from './AddImages';
import styles from './Clinic.module.css';
import type { Mistake } from './mistake';
import { Pending } from './Pending';
import { Relabel } from './Relabel';

interface Props {
  readonly images: StoredImages;
  /** The image that is looked at; null where none is chosen. */
  readonly mistake: Mistake | null;
  /** The image is looked at on another page, from which the learner may come back. */
  onFollow?(): void;
}

/**
 * From an image behind a number to a better data set: why it was predicted so, another label for it, images like it, and
 * training on with both.
 */
export function Clinic({ images, mistake, onFollow }: Props) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const section = useRef<HTMLElement>(null);
  const subject = useSubject((view) => view.subject.id);
  const mending = mendingOf(useStore(clinic), subject);
  return (
    <section ref={section} tabIndex={-1} className={styles.clinic} aria-label={words.title()}>
      {mistake ? (
        <>
          <h3>{words.title()}</h3>
          <p>
            {words.about({
              number: mistake.place + 1,
              label: classWord(classes[mistake.label]),
              predicted: classWord(classes[mistake.predicted]),
              part: mistake.part,
            })}
          </p>
          <WhyLinks images={images} mistake={mistake} onFollow={onFollow} />
          {mistake.part === 'test' ? (
            <p className="label">{words.testStays()}</p>
          ) : (
            <Relabel key={mistake.place} mistake={mistake} subject={subject} mending={mending} />
          )}
          <AddImages key={`add ${mistake.label}`} set={images.set} subject={subject} label={mistake.label} />
        </>
      ) : (
        <p>{words.choose()}</p>
      )}
      <Pending images={images} mending={mending} onForgotten={() => section.current?.focus()} />
    </section>
  );
}

interface WhyProps {
  readonly images: StoredImages;
  readonly mistake: Mistake;
  onFollow?(): void;
}

/** The image's trace, and what contributes to its prediction. */
function WhyLinks({ images, mistake: { place, label, pixels }, onFollow }: WhyProps) {
  const { classes } = useDataSet();
  const choose = () => {
    onFollow?.();
    session.chooseImage({
      id: sampleId(place),
      kind: 'sample',
      label: classes[label],
      name: sampleName(images, place),
      pixels,
    });
  };
  return (
    <p className={styles.row}>
      <Link href="/see/#versus" className="button-quiet" prefetch={false} onClick={choose}>
        {words.why()}
      </Link>
      <Link href="/trace/" className="button-quiet" prefetch={false} onClick={choose}>
        {words.trace()}
      </Link>
    </p>
  );
}
