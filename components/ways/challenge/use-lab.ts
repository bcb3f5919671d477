'use client';

import { useCallback, useEffect, useRef } from 'react';
import { useSubject } from '@/components/state/hooks';
import type { Lab } from '@/lib/challenges/lab';
import type { Subject } from '@/lib/network/subject';
import { ok, type Result } from '@/lib/result';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';

/** The engine, or why it can't be loaded; the next call then tries again. */
export type GetLab = () => Promise<Result<Lab>>;

/** A second engine, started when a problem first needs it and terminated with the page. */
export function useLab(): GetLab {
  const subject = useSubject((view) => view.subject);
  const lab = useRef<Promise<Result<Lab>> | null>(null);
  useEffect(
    () => () => {
      void lab.current?.then((one) => one.ok && one.value.dispose());
      lab.current = null;
    },
    [],
  );
  return useCallback(() => {
    lab.current ??= started(subject).then((one) => {
      if (!one.ok) lab.current = null;
      return one;
    });
    return lab.current;
  }, [subject]);
}

async function started(subject: Subject): Promise<Result<Lab>> {
  const parts = await fetchPart(() =>
    Promise.all([import('@/lib/challenges/lab'), import('@/lib/engine/client/client')]),
  );
  if (!parts.ok) return parts;
  const [{ Lab }, { createEngine }] = parts.value;
  return ok(new Lab(createEngine({ base: BASE_PATH, keeps: false }), subject));
}
