import { useEffect, useRef } from 'react';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { useDirector, usePaint } from './use-director';
import { useLinks } from './use-links';
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
