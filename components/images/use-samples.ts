'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { chooseSamples } from '@/lib/data/choose-samples';
import { loadSampleList, type Sample } from '@/lib/data/samples';
import { onceLoaded } from '@/lib/once';
import type { Problem, Result } from '@/lib/result';

/** The same samples for the whole visit, different ones at the next. */
const visit = Math.random();
/** The list is short and never changes during a visit: one request for all pages. */
const loadList = onceLoaded(loadSampleList);

interface Samples {
  /** Null while the list is loading. */
  readonly samples: readonly Sample[] | null;
  readonly problem: Problem | null;
}

/** The samples of this visit, about twenty. They include the image that was selected first. */
export function useSamples(selected: string | null): Samples {
  const dataSet = useDataSet();
  const [result, setResult] = useState<Result<readonly Sample[]> | null>(null);
  // The set of samples must not change while the learner uses it, so only the first selection counts.
  const [wanted, setWanted] = useState(selected);
  if (wanted === null && selected !== null) setWanted(selected);
  useEffect(() => {
    let gone = false;
    loadList(dataSet.classes).then((loaded) => {
      if (!gone) startTransition(() => setResult(loaded));
    });
    return () => {
      gone = true;
    };
  }, [dataSet]);
  const samples = useMemo(
    () => (result?.ok ? chooseSamples(result.value, dataSet, visit, wanted ?? undefined) : null),
    [result, dataSet, wanted],
  );
  return { samples, problem: result && !result.ok ? result.problem : null };
}
