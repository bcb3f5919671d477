'use client';

import { useEffect, useMemo, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { loadSeenImages } from '@/components/training/epochs/load-images';
import { nextTask } from '@/lib/data/next-task';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { formatCount, formatPercent } from '@/lib/format/format';
import type { Scored } from '@/lib/metrics/classification';
import { type Suspicion, suspicionsOf } from '@/lib/metrics/suspicions';
import { isStored } from '@/lib/network/subject';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/suspicions';
import type { Behind } from './behind';
import styles from './Metrics.module.css';

/** With fewer images the result is a matter of chance: one image is more than two points. */
const FEW = 50;

interface Props {
  readonly part: MeasuredSet;
  readonly scored: Scored;
  readonly classes: readonly string[];
  onOpen(behind: Behind): void;
}

/** The measured images that look like a training image; null until they are compared, and where that isn't asked. */
function useLeaks(part: MeasuredSet): readonly number[] | null {
  const dataSet = useDataSet();
  const [leaks, setLeaks] = useState<readonly number[] | null>(null);
  useEffect(() => {
    if (part === 'training' || !dataSet.images || !isStored(dataSet.images)) return;
    let left = false;
    void (async () => {
      const [images, look] = await Promise.all([
        loadSeenImages(dataSet),
        fetchPart(() => import('@/lib/data/sets/look/leaks')),
      ]);
      const measured = images.ok && images.value[part];
      if (left || !images.ok || !measured || !look.ok) return;
      const found = await look.value.leaksInto(images.value.training, measured, nextTask);
      if (!left) setLeaks(found);
    })();
    return () => {
      left = true;
    };
  }, [dataSet, part]);
  return leaks;
}

/** What is wrong with the measured images, or with what the network does with them: a sentence each, with the images. */
export function Suspicions({ part, scored, classes, onOpen }: Props) {
  const found = useMemo(() => suspicionsOf(scored), [scored]);
  const leaks = useLeaks(part);
  const { length } = scored.labels;
  const sentence = (one: Suspicion): string =>
    one.kind === 'collapsed'
      ? words.collapsed({ name: classes[one.unit], count: formatCount(one.images.length) })
      : words.labels({ count: one.images.length });
  const all = [
    ...(leaks && leaks.length > 0
      ? [{ title: words.leak({ count: leaks.length, part }), indices: leaks }]
      : []),
    ...found.map((one) => ({ title: sentence(one), indices: one.images })),
  ];
  if (all.length === 0 && length >= FEW) return null;
  return (
    <>
      <h3>{words.title()}</h3>
      <ul className={styles.suspicions}>
        {length < FEW && (
          <li>{words.small({ count: formatCount(length), points: formatPercent(1 / length) })}</li>
        )}
        {all.map((one) => (
          <li key={one.title}>
            {one.title}{' '}
            <button type="button" className="button-text" onClick={() => onOpen(one)}>
              {words.show()}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
