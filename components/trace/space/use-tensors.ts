import { useMemo } from 'react';
import { useImage, usePipeline, useTrace } from '@/components/state/hooks';
import { lossGradients } from '@/lib/provenance/loss';
import { size, type Tensor } from '@/lib/tensor/tensor';

export type Shown = 'values' | 'gradients';

export interface Tensors {
  /** What the planes show, by stage, in the pipeline's order; null where it is not there yet. */
  readonly shown: readonly (Tensor | null)[];
  /** The right class for the gradients, as a unit. */
  readonly label: number;
  /** Why there are no gradients; null where there are, or none are asked for. */
  readonly sentence: string | null;
}

/** The values of all stages, or the loss's gradients with respect to them. */
export function useTensors(what: Shown, chosen: number | null): Tensors {
  const pipeline = usePipeline();
  const trace = useTrace();
  const image = useImage();
  const label = chosen ?? Math.max(0, pipeline.architecture.classes.indexOf(image?.label ?? ''));
  const passed = useMemo(
    () =>
      what === 'gradients' && trace?.complete ? lossGradients(pipeline, trace, trace.weights, label) : null,
    [pipeline, trace, label, what],
  );
  const shown = useMemo(
    () =>
      pipeline.stages.map(({ id, output }, at): Tensor | null => {
        if (what === 'gradients') {
          const gradient = passed?.ok ? passed.value.stages[at] : null;
          return gradient ? { shape: output, values: Float32Array.from(gradient.output) } : null;
        }
        const traced = trace?.stages.find(({ stage }) => stage === id);
        return traced && traced.values.length === size(output) ? traced : null;
      }),
    [pipeline, trace, passed, what],
  );
  return { shown, label, sentence: passed && !passed.ok ? passed.problem.sentence : null };
}
