'use client';

import type { ReactNode } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { stageNamed } from '@/lib/store/subject/stage-named';
import { type ConditionName, holds } from './conditions';

interface Props {
  /** The stage that the condition is about, where it is about one. */
  readonly of?: string;
  /** Shown where this holds of the network at hand, */
  readonly is?: ConditionName;
  /** or where this does not. */
  readonly unless?: ConditionName;
  readonly children: ReactNode;
}

/** A part of a text that is true only of some networks. */
export function When({ of, is, unless, children }: Props) {
  const pipeline = usePipeline();
  const stage = of === undefined ? null : stageNamed(pipeline, of);
  if (is && !holds(is, stage, pipeline)) return null;
  if (unless && holds(unless, stage, pipeline)) return null;
  return children;
}
