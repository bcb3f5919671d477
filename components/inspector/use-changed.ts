'use client';

import { useState } from 'react';
import { useImage, useLearner, useTrace } from '@/components/state/hooks';
import words from '@/words/inspector-announcements';

/** The origin of an explanation's numbers. */
interface Origin {
  readonly key: string;
  readonly image: string | null;
  readonly epoch: number | null;
  /** The training step of a live trace; null before there is one. */
  readonly step: number | null;
}

/**
 * What has changed under an open explanation, in a sentence; empty while nothing has. `key` identifies the
 * explained value: a different one resets this.
 */
export function useChanged(key: string): string {
  const image = useImage();
  const epoch = useLearner(({ of, pinned, epoch }) => (of === 'pinned' && pinned !== null ? pinned : epoch));
  const trace = useTrace();
  const step = trace?.source === 'live' ? trace.network.step : null;
  const now: Origin = { key, image: image?.id ?? null, epoch, step };
  const [first, setFirst] = useState(now);
  // Values that were still loading when the sheet was opened did not change.
  if (first.key !== key || first.image === null || first.step === null) {
    if (first.key !== key || first.image !== now.image || first.step !== now.step) setFirst(now);
    return '';
  }
  if (first.image !== now.image)
    return words.otherImage({ known: image ? 'yes' : 'no', name: image?.name ?? '' });
  if (first.epoch !== epoch) return epoch === null ? words.presentNetwork() : words.otherEpoch({ epoch });
  // A recorded epoch never changes; the current network may continue training.
  return epoch !== null || first.step === now.step ? '' : words.learnedOn();
}
