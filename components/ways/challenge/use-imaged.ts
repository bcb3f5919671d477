'use client';

import { useEffect, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { loadSample, type Sample } from '@/lib/data/samples/sample';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import words from '@/words/challenge';
import type { GetLab } from './use-lab';

/** A sample with its trace through the network that comes with this site. */
export interface Imaged {
  readonly id: string;
  readonly pixels: Pixels;
  readonly trace: Trace;
  readonly weights: WeightSet;
}

/** A sample image and its trace; `sentence` says that they are loading, or what went wrong. */
export function useImaged(getLab: GetLab, { id, label }: Pick<Sample, 'id' | 'label'>) {
  const dataSet = useDataSet();
  const [imaged, setImaged] = useState<Imaged | null>(null);
  const [sentence, setSentence] = useState<string | null>(words.loading());
  const there = imaged?.id === id;
  useEffect(() => {
    if (there) return;
    let left = false;
    void (async () => {
      const lab = await getLab();
      if (!lab.ok) return setSentence(lab.problem.sentence);
      const [weights, image] = await Promise.all([lab.value.weights(), loadSample({ id, label }, dataSet)]);
      const trace = image.ok ? await lab.value.trace(image.value.pixels) : image;
      if (left) return;
      const failed = [weights, image, trace].find(({ ok }) => !ok);
      if (failed && !failed.ok) return setSentence(failed.problem.sentence);
      if (!weights.ok || !image.ok || !trace.ok) return;
      setSentence(null);
      setImaged({ id, pixels: image.value.pixels, trace: trace.value, weights: weights.value });
    })();
    return () => {
      left = true;
    };
  }, [getLab, id, label, dataSet, there]);
  return { imaged, sentence: there ? null : sentence };
}
