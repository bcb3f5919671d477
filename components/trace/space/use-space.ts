import { useEffect, useMemo, useRef } from 'react';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { explain } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/path';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { linksOf, type ValueLinks } from '@/lib/provenance/space/links';
import { useDirector, usePaint } from './use-director';
import type { Shown, Tensors } from './use-tensors';

interface Props {
  readonly layout: SpaceLayout;
  readonly tensors: Tensors;
  readonly what: Shown;
  /** The value that lines are drawn about. */
  readonly step: Step;
}

/** The drawn view: its elements, who moves its camera, and the lines about a value. */
export function useSpace({ layout, tensors, what, step }: Props) {
  const pipeline = usePipeline();
  const stand = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = useRef<HTMLCanvasElement>(null);
  const [elements] = [useRef({ stand, canvas, lines }).current];
  const { started, drawing } = useDirector(elements, layout);
  usePaint(started, elements, layout, pipeline, tensors.shown, what === 'values');
  const links = useLinks(layout, step);
  useEffect(() => {
    started?.director.show(links ? [links] : []);
  }, [started, links]);
  return { director: started?.director ?? null, drawing, links, elements };
}

/** What joins a value to its inputs and to the image. Null where there is no value, or it is not drawn. */
function useLinks(layout: SpaceLayout, step: Step | null): ValueLinks | null {
  const pipeline = usePipeline();
  const trace = useTrace();
  return useMemo(() => {
    if (!step) return null;
    const explained = trace ? explain(pipeline, trace, trace.weights, step.stage, step.cell) : null;
    return linksOf(layout, pipeline, step.stage, step.cell, explained?.ok ? explained.value : null);
  }, [layout, pipeline, trace, step]);
}
