'use client';

import { usePipeline } from '@/components/state/hooks';
import { stageOf } from '@/lib/network/pipeline';
import { type FactName, factOf } from './facts';
import styles from './Lesson.module.css';

interface Props {
  /** The stage. */
  readonly of: string;
  readonly is: FactName;
}

/** A number or shape of the current network within a sentence. */
export function Fact({ of, is }: Props) {
  const pipeline = usePipeline();
  return (
    <span className={`number ${styles.fact}`}>{factOf(is, stageOf(pipeline, of), pipeline) ?? '—'}</span>
  );
}
