'use client';

import { useEffect, useState } from 'react';
import { useNetwork } from '@/components/state/hooks';
import type { RunName } from '@/lib/network/run';
import type { KernelSet } from '@/lib/network/weights';
import { session } from '@/lib/state/session';

/** The kernels of some epochs, in their order; a sentence where one can't be had. */
export type Kernels = readonly KernelSet[] | { readonly sentence: string };

/** The exact kernels of a run's epochs, asked for when the engine stands. Null while they are on their way. */
export function useKernels(run: RunName, epochs: readonly number[]): Kernels | null {
  const ready = useNetwork((view) => view.phase === 'ready');
  const wanted = `${run} ${epochs.join(' ')}`;
  const [found, setFound] = useState<{ readonly wanted: string; readonly kernels: Kernels } | null>(null);
  useEffect(() => {
    if (!ready) return;
    let left = false;
    const [name, ...numbers] = wanted.split(' ');
    const of = name as RunName;
    void Promise.all(numbers.map((epoch) => session.kernels({ run: of, epoch: Number(epoch) }))).then(
      (all) => {
        if (left) return;
        const bad = all.find((one) => !one.ok);
        const kernels = bad ? bad.problem : all.flatMap((one) => (one.ok ? [one.value] : []));
        setFound({ wanted, kernels });
      },
    );
    return () => {
      left = true;
    };
  }, [ready, wanted]);
  return found?.wanted === wanted ? found.kernels : null;
}
