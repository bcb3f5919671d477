import { useEffect, useMemo, useState } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import type { Trace } from '@/lib/network/trace';
import { onceLoaded } from '@/lib/once';
import type { TracedExplanation } from '@/lib/provenance/explain';
import type { Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import type { Cell } from '@/lib/tensor/tensor';

type Provenance = typeof import('@/lib/provenance/explain');

/** Every kind's arithmetic: a figure is drawn before it is there. */
const loadProvenance = onceLoaded(() => fetchPart(() => import('@/lib/provenance/explain')));

/** The arithmetic's code; null until it is loaded. */
function useProvenance(): Result<Provenance> | null {
  const [provenance, setProvenance] = useState<Result<Provenance> | null>(null);
  useEffect(() => {
    let left = false;
    void loadProvenance().then((loaded) => !left && setProvenance(loaded));
    return () => {
      left = true;
    };
  }, []);
  return provenance;
}

/** Whether the values of a stage have come: the weights of later layers, and what they compute, come after the others. */
const hasCome = ({ id, weights }: FigureProps['stage'], trace: Trace): boolean =>
  (!weights || id in trace.weights) && trace.stages.some(({ stage }) => stage === id);

/** The arithmetic of a cell of the figure's stage, in the engine's own numbers; null until there are any. */
export function useExplained(
  { pipeline, stage, whole }: Pick<FigureProps, 'pipeline' | 'stage' | 'whole'>,
  [first, second, third]: Cell,
): Result<TracedExplanation> | null {
  const provenance = useProvenance();
  return useMemo(() => {
    if (!provenance || !whole || !hasCome(stage, whole)) return null;
    if (!provenance.ok) return provenance;
    const cell: Cell = second === undefined || third === undefined ? [first] : [first, second, third];
    return provenance.value.explain(pipeline, whole, whole.weights, stage.id, cell);
  }, [provenance, pipeline, whole, stage, first, second, third]);
}
