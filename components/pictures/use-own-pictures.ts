'use client';

import { useEffect, useRef, useState } from 'react';
import { followChanges } from '@/lib/data/database-news';
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
  /** Those that could not be kept. */
  const unkept = useRef(new Set<string>());
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const kept = await keptOwnPictures();
      // Where nothing can be read there is nothing to say yet: that comes when an image is to be kept.
      if (gone || !kept.ok) return;
      const isHere = ({ id }: Picture) => unkept.current.has(id);
      setPictures((now) => [...now.filter(isHere), ...kept.value.filter((one) => !isHere(one))]);
    };
    void read();
    const stop = followChanges('images', () => void read());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return {
    pictures,
    problem,
    async add(picture) {
      setPictures((now) => [picture, ...now.filter(({ id }) => id !== picture.id)]);
      unkept.current.add(picture.id);
      const kept = await keepOwnPicture(picture);
      if (kept.ok) unkept.current.delete(picture.id);
      setProblem(kept.ok ? null : kept.problem);
    },
    async remove(id) {
      setPictures((now) => now.filter((picture) => picture.id !== id));
      const forgotten = await forgetOwnPicture(id);
      setProblem(forgotten.ok ? null : forgotten.problem);
    },
  };
}
