import { useMemo } from 'react';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { explain } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/path';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { linksOf, type ValueLinks } from '@/lib/provenance/space/links';

/** What joins a value to its inputs and to the image. Null where there is no value, or it is not drawn. */
export function useLinks(layout: SpaceLayout, step: Step | null): ValueLinks | null {
  const pipeline = usePipeline();
  const trace = useTrace();
  return useMemo(() => {
    if (!step) return null;
    const explained = trace ? explain(pipeline, trace, trace.weights, step.stage, step.cell) : null;
    return linksOf(layout, pipeline, step.stage, step.cell, explained?.ok ? explained.value : null);
  }, [layout, pipeline, trace, step]);
}
