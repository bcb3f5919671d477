import { useMemo } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import type { Result } from '@/lib/result';
import type { Cell } from '@/lib/tensor/tensor';

/** The arithmetic of a cell of the figure's stage, in the engine's own numbers; null until there is a trace. */
export function useExplained(
  { pipeline, stage, whole }: Pick<FigureProps, 'pipeline' | 'stage' | 'whole'>,
  [first, second, third]: Cell,
): Result<TracedExplanation> | null {
  return useMemo(() => {
    const cell: Cell = second === undefined || third === undefined ? [first] : [first, second, third];
    return whole && explain(pipeline, whole, whole.weights, stage.id, cell);
  }, [pipeline, whole, stage.id, first, second, third]);
}
