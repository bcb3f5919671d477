'use client';

import { type ReactNode, useId, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { loadImagesOf } from '@/components/training/epochs/load-images';
import type { LabelledSet, Originals } from '@/lib/data/sets/labelled-set';
import { shippedSet } from '@/lib/data/sets/shipped-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import { isStored } from '@/lib/network/subject';
import words from '@/words/data-page';
import styles from './Data.module.css';
import { ReadSetView } from './ReadSetView';

interface Props {
  /** How many different drawings the images show. */
  readonly children: ReactNode;
  /** The same in all, by split. */
  readonly originals: Originals;
}

/** The images that come with the site, to be looked through like a learner's own; where the shown network was trained on them. */
export function ShippedSet({ children, originals }: Props) {
  const dataSet = useDataSet();
  const { images, counts, classes } = dataSet;
  const classWord = useClassWord();
  const title = useId();
  const [set, setSet] = useState<LabelledSet | null>(null);
  const [bytes, setBytes] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  // Other sets of the shelf don't ship with their images.
  if (!images || isStored(images)) return null;
  async function load() {
    if (bytes !== null) return;
    setBytes(0);
    const loaded = await loadImagesOf(dataSet, setBytes);
    setBytes(null);
    setProblem(loaded.ok ? '' : loaded.problem.sentence);
    if (!loaded.ok) return;
    const card = { source: words.shippedSource(), licence: words.shippedLicence() };
    const named = { name: words.shippedName(), classes: classes.map(classWord) };
    setSet(shippedSet(loaded.value, { ...named, card, originals }));
  }
  return (
    <section aria-labelledby={title} className={styles.set}>
      <h2 id={title}>{words.shipped()}</h2>
      <p className={open.intro}>
        {words.shippedIntro({
          count: formatCount(counts.training + counts.heldOut + (counts.test ?? 0)),
          training: formatCount(counts.training),
        })}
      </p>
      <details>
        <summary>{words.shippedDrawings()}</summary>
        {children}
      </details>
      {!set && (
        <p className="button-row">
          <button type="button" className="button-quiet" aria-disabled={bytes !== null} onClick={load}>
            {words.shippedShow()}
          </button>
          <span role="status" className="label">
            {bytes !== null && formatBytes(bytes)}
          </span>
        </p>
      )}
      <p role="alert" className={open.problem}>
        {problem}
      </p>
      {set && <ReadSetView set={set} problem={null} onClose={() => setSet(null)} />}
    </section>
  );
}
