'use client';

import { createContext, use, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { InputImage } from '@/lib/data/input-image';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';

/** What is shown and explained: a network's stages, an image, and its trace with the weights that made it. */
export interface Traced {
  readonly pipeline: Pipeline;
  readonly image: InputImage | null;
  /** Null until it is computed. */
  readonly trace: Trace | null;
}

/** What something else than the stores supplies to all that is beneath; what it leaves out is as it is around. */
export const Supplied = createContext<Partial<Traced>>({});

/** The stages of the network that is shown. */
export function usePipeline(): Pipeline {
  const own = useStore(subjectStore, ({ pipeline }) => pipeline);
  return use(Supplied).pipeline ?? own;
}

/** The image that went through it. */
export function useImage(): InputImage | null {
  const own = useStore(traceStore, ({ image }) => image);
  const { image } = use(Supplied);
  return image === undefined ? own : image;
}

/**
 * Its newest trace, with the weights that made it. Drawing it takes a while, so it may lag a moment behind the store:
 * React draws it in slices between which the page answers the learner.
 */
export function useTrace(): Trace | null {
  const own = useDeferredValue(useStore(traceStore, ({ present }) => present));
  const { trace } = use(Supplied);
  return trace === undefined ? own : trace;
}
