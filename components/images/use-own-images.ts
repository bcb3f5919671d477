'use client';

import { useEffect, useRef, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { followChanges } from '@/lib/data/database';
import type { InputImage } from '@/lib/data/input-image';
import { type OwnImage, seenAs } from '@/lib/data/own-image';
import { forgetOwnImage, keepOwnImage, keptOwnImages } from '@/lib/data/own-store';
import type { Problem } from '@/lib/result';

interface OwnImages {
  /** In the form that the current network sees, newest first. */
  readonly images: readonly InputImage[];
  /** Why the last change could not be stored; the image itself can be used all the same. */
  readonly problem: Problem | null;
  add(image: OwnImage): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The learner's own images: those stored in this browser, and those of this visit that can't be stored. */
export function useOwnImages(): OwnImages {
  const { shape } = useDataSet();
  const [images, setImages] = useState<readonly InputImage[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Images that could not be stored, by id, the oldest first. */
  const unkept = useRef(new Map<string, OwnImage>());
  /** How often this page has changed the stored images: an earlier read may lack the newest. */
  const changes = useRef(0);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const before = changes.current;
      const kept = await keptOwnImages(shape);
      if (gone) return;
      if (before !== changes.current) return read();
      const here = [...unkept.current.values()].reverse().map((image) => seenAs(image, shape));
      // A failed read is not reported: the error is shown once an image is to be stored.
      const others = kept.ok ? kept.value.filter(({ id }) => !unkept.current.has(id)) : [];
      setImages([...here, ...others]);
    };
    void read();
    const stop = followChanges('images', () => void read());
    return () => {
      gone = true;
      stop();
    };
  }, [shape]);
  return {
    images,
    problem,
    async add(image) {
      setImages((now) => [seenAs(image, shape), ...now.filter(({ id }) => id !== image.id)]);
      unkept.current.set(image.id, image);
      const kept = await keepOwnImage(image);
      changes.current++;
      if (kept.ok) unkept.current.delete(image.id);
      setProblem(kept.ok ? null : kept.problem);
    },
    async remove(id) {
      unkept.current.delete(id);
      setImages((now) => now.filter((image) => image.id !== id));
      const forgotten = await forgetOwnImage(id);
      changes.current++;
      setProblem(forgotten.ok ? null : forgotten.problem);
    },
  };
}
