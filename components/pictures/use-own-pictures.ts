'use client';

import { useEffect, useState } from 'react';
import { forgetOwnPicture, keepOwnPicture, keptOwnPictures } from '@/lib/data/own-store';
import type { Picture } from '@/lib/data/picture';
import type { Problem } from '@/lib/result';

interface OwnPictures {
  readonly pictures: readonly Picture[];
  /** Why the last change could not be kept; the picture itself can be used all the same. */
  readonly problem: Problem | null;
  add(picture: Picture): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The learner's own pictures: those kept in this browser, and those of this visit where nothing can be kept. */
export function useOwnPictures(): OwnPictures {
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let gone = false;
    keptOwnPictures().then((kept) => {
      // Where nothing can be read there is nothing to tell yet: that comes when a picture is to be kept.
      if (!gone && kept.ok) setPictures((now) => [...now, ...kept.value.filter(({ id }) => !holds(now, id))]);
    });
    return () => {
      gone = true;
    };
  }, []);
  return {
    pictures,
    problem,
    async add(picture) {
      setPictures((now) => [picture, ...now.filter(({ id }) => id !== picture.id)]);
      const kept = await keepOwnPicture(picture);
      setProblem(kept.ok ? null : kept.problem);
    },
    async remove(id) {
      setPictures((now) => now.filter((picture) => picture.id !== id));
      const forgotten = await forgetOwnPicture(id);
      setProblem(forgotten.ok ? null : forgotten.problem);
    },
  };
}

const holds = (pictures: readonly Picture[], id: string): boolean =>
  pictures.some((picture) => picture.id === id);
