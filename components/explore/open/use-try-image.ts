'use client';

import { useEffect, useRef, useState } from 'react';
import type { InputImage } from '@/lib/data/input-image';
import { closeImage, cutImage, openImage } from '@/lib/data/opened-image';
import { type OwnImage, seenAs } from '@/lib/data/own-image';
import { chooseSamples } from '@/lib/data/samples/choose';
import { loadSampleList } from '@/lib/data/samples/list';
import { loadSample, type Sample } from '@/lib/data/samples/sample';
import type { DataSet } from '@/lib/network/subject';
import { ok, type Result } from '@/lib/result';

export interface TryImage {
  /** The image as the network sees it. */
  readonly image: InputImage;
  /** Its original, of the learner's own. */
  readonly own?: OwnImage;
}

interface TryImages {
  /** Null while the list is loading. */
  readonly samples: readonly Sample[] | null;
  readonly chosen: TryImage | null;
  readonly sentence: string | null;
  chooseSample(id: string): void;
  chooseFile(file: File): void;
}

/** One sample of each class; which ones does not matter. */
const SEED = 0.5;

async function fromFile(file: File, { shape }: DataSet): Promise<Result<TryImage>> {
  const opened = await openImage(file, file.name, shape);
  if (!opened.ok) return opened;
  const { width, height } = opened.value.original;
  const side = Math.min(width, height);
  const own = cutImage(opened.value, { x: (width - side) / 2, y: (height - side) / 2, side });
  closeImage(opened.value);
  return ok({ image: seenAs(own, shape), own });
}

async function fromSample(sample: Sample | DataSet['first'], dataSet: DataSet): Promise<Result<TryImage>> {
  const loaded = await loadSample(sample, dataSet);
  return loaded.ok ? ok({ image: loaded.value }) : loaded;
}

/** The image that a network is tried with: a sample, at first the data set's first, or one of the learner's own. */
export function useTryImage(dataSet: DataSet): TryImages {
  const [samples, setSamples] = useState<readonly Sample[] | null>(null);
  const [chosen, setChosen] = useState<TryImage | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  // The latest choice; a slower response to an earlier one is dropped.
  const asked = useRef(0);
  async function choose(loading: Promise<Result<TryImage>>) {
    asked.current += 1;
    const mine = asked.current;
    const found = await loading;
    if (mine !== asked.current) return;
    setSentence(found.ok ? null : found.problem.sentence);
    if (found.ok) setChosen(found.value);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the data set is that of the opened network, which never changes
  useEffect(() => {
    void choose(fromSample(dataSet.first, dataSet));
    void loadSampleList(dataSet).then((list) => {
      const all = list.ok ? chooseSamples(list.value, dataSet, SEED) : [];
      setSamples(all);
    });
    return () => {
      asked.current += 1;
    };
  }, []);
  return {
    samples,
    chosen,
    sentence,
    chooseSample(id) {
      const sample = samples?.find((one) => one.id === id);
      if (sample) void choose(fromSample(sample, dataSet));
    },
    chooseFile: (file) => void choose(fromFile(file, dataSet)),
  };
}
