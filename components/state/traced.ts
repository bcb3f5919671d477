'use client';

import { createContext, use, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { InputImage } from '@/lib/data/input-image';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';

/**
 * What is shown and explained: a network's stages, an image, and its trace with the weights that computed it.
 */
export interface Traced {
  readonly pipeline: Pipeline;
  readonly image: InputImage | null;
  /** Null until it is computed. */
  readonly trace: Trace | null;
}

/** Values that replace those of the stores for the content below; missing ones are inherited. */
export const Supplied = createContext<Partial<Traced>>({});

/** The stages of the displayed network. */
export function usePipeline(): Pipeline {
  const own = useStore(subjectStore, ({ pipeline }) => pipeline);
  return use(Supplied).pipeline ?? own;
}

/** The displayed image. */
export function useImage(): InputImage | null {
  const own = useStore(traceStore, ({ image }) => image);
  const { image } = use(Supplied);
  return image === undefined ? own : image;
}

/**
 * Its newest trace, with the weights that computed it. Rendering it takes a while, so it may lag slightly
 * behind the store: React renders it in slices, between which the page responds to the learner.
 */
export function useTrace(): Trace | null {
  const own = useDeferredValue(useStore(traceStore, ({ present }) => present));
  const { trace } = use(Supplied);
  return trace === undefined ? own : trace;
}
