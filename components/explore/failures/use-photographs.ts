'use client';

import { useEffect, useState } from 'react';
import { loadSampleList } from '@/lib/data/samples/list';
import { loadSample } from '@/lib/data/samples/sample';
import { type DataSet, isStored } from '@/lib/network/subject';

/** A photograph among the samples. */
export interface Photograph {
  readonly label: string;
  readonly pixels: Uint8Array;
}

/** Whether a data set is the work of artists: for a network that learns from it photographs are another distribution. */
export const isDrawn = ({ images }: DataSet): boolean =>
  images !== null && !isStored(images) && images.byAnother === true;

/** The photographs of a data set that is drawn; null while they are loading, empty where it has none or isn't drawn. */
export function usePhotographs(dataSet: DataSet): readonly Photograph[] | null {
  const [found, setFound] = useState<readonly Photograph[] | null>(null);
  useEffect(() => {
    let left = false;
    setFound(isDrawn(dataSet) ? null : []);
    if (!isDrawn(dataSet)) return;
    void (async () => {
      const list = await loadSampleList(dataSet);
      const wanted = list.ok
        ? list.value.filter(({ photograph, label }) => photograph && dataSet.classes.includes(label))
        : [];
      const loaded = await Promise.all(wanted.map((sample) => loadSample(sample, dataSet)));
      if (left) return;
      setFound(
        loaded.flatMap((one, at) =>
          one.ok ? [{ label: wanted[at].label, pixels: new Uint8Array(one.value.pixels) }] : [],
        ),
      );
    })();
    return () => {
      left = true;
    };
  }, [dataSet]);
  return found;
}
