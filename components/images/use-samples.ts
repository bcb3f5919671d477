'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useDataSet } from '@/components/state/hooks';
import { chooseSamples } from '@/lib/data/samples/choose';
import { loadSampleList } from '@/lib/data/samples/list';
import type { Sample } from '@/lib/data/samples/sample';
import type { DataSet } from '@/lib/network/subject';
import { onceLoaded } from '@/lib/once';
import type { Problem, Result } from '@/lib/result';

/** Which samples are chosen, from 0 to 1: the same ones on every load, until the learner shuffles them. */
const seed = createStore<{ readonly seed: number }>(() => ({ seed: 0 }));

/** Chooses other samples, on every page until the next load. */
export const shuffleSamples = (): void => seed.setState({ seed: Math.random() });

type List = Result<readonly Sample[]>;
/** The lists are short and never change during a visit: one request each for all pages. */
const lists = new Map<string, () => Promise<List>>();

function loadList(dataSet: DataSet): Promise<List> {
  const load = lists.get(dataSet.id) ?? onceLoaded(() => loadSampleList(dataSet));
  lists.set(dataSet.id, load);
  return load();
}

interface Samples {
  /** Null while the list is loading. */
  readonly samples: readonly Sample[] | null;
  readonly problem: Problem | null;
}

/** About twenty samples. They include the image that was selected first. */
export function useSamples(selected: string | null): Samples {
  const dataSet = useDataSet();
  const chosen = useStore(seed, (state) => state.seed);
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly list: List } | null>(null);
  // The choice of samples must not change while the learner uses it, so only the first selection in a data set counts.
  const [wanted, setWanted] = useState({ of: dataSet.id, id: selected });
  if (wanted.of !== dataSet.id || (wanted.id === null && selected !== null))
    setWanted({ of: dataSet.id, id: selected });
  useEffect(() => {
    let gone = false;
    loadList(dataSet).then((list) => {
      if (!gone) startTransition(() => setLoaded({ of: dataSet.id, list }));
    });
    return () => {
      gone = true;
    };
  }, [dataSet]);
  const result = loaded?.of === dataSet.id ? loaded.list : null;
  const samples = useMemo(
    () => (result?.ok ? chooseSamples(result.value, dataSet, chosen, wanted.id ?? undefined) : null),
    [result, dataSet, chosen, wanted],
  );
  return { samples, problem: result && !result.ok ? result.problem : null };
}
