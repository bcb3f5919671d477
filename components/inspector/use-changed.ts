'use client';

import { useState } from 'react';
import { useImage, useLearner, useTrace } from '@/components/state/hooks';
import words from '@/words/inspector-told';

/** What the numbers of an explanation come from. */
interface Origin {
  readonly key: string;
  readonly image: string | null;
  readonly epoch: number | null;
  /** The training step of a live trace; null before there is one. */
  readonly step: number | null;
}

/**
 * What has changed under an open explanation, in a sentence; empty while nothing has. `key` names what is explained:
 * with another value it begins anew.
 */
export function useChanged(key: string): string {
  const image = useImage();
  const epoch = useLearner(({ of, pinned, epoch }) => (of === 'pinned' && pinned !== null ? pinned : epoch));
  const trace = useTrace();
  const step = trace?.source === 'live' ? trace.network.step : null;
  const now: Origin = { key, image: image?.id ?? null, epoch, step };
  const [first, setFirst] = useState(now);
  // What was only on its way when the sheet was opened did not change.
  if (first.key !== key || first.image === null || first.step === null) {
    if (first.key !== key || first.image !== now.image || first.step !== now.step) setFirst(now);
    return '';
  }
  if (first.image !== now.image)
    return words.otherImage({ known: image ? 'yes' : 'no', name: image?.name ?? '' });
  if (first.epoch !== epoch) return epoch === null ? words.presentNetwork() : words.otherEpoch({ epoch });
  // A recorded epoch stays as it is; the present network may learn on.
  return epoch !== null || first.step === now.step ? '' : words.learnedOn();
}
