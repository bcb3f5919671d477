'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { Lab } from '@/lib/challenges/lab';
import { BASE_PATH } from '@/lib/site/asset';

export type GetLab = () => Promise<Lab>;

/** The engine beside the learner's own, started when a problem first asks for it and ended with the page. */
export function useLab(): GetLab {
  const lab = useRef<Promise<Lab> | null>(null);
  useEffect(
    () => () => {
      void lab.current?.then((one) => one.dispose());
      lab.current = null;
    },
    [],
  );
  return useCallback(() => {
    lab.current ??= started();
    return lab.current;
  }, []);
}

async function started(): Promise<Lab> {
  const [{ Lab }, { createEngine }] = await Promise.all([
    import('@/lib/challenges/lab'),
    import('@/lib/engine/client'),
  ]);
  return new Lab(createEngine({ base: BASE_PATH, keeps: false }));
}
