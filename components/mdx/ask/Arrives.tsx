'use client';

import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { usePipeline, useStage } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import words from '@/words/in-out';
import styles from '../Lesson.module.css';

/** The size in CSS pixels where there is room. */
const SIDE = 176;

/** What arrives at a stage from the chosen image: what a puzzle is about, without what the stage makes of it. */
export function Arrives({ of }: { readonly of: string }) {
  const { stage, trace, input } = useStage(of);
  const before = usePipeline().stages[Math.max(0, stage.number - 2)];
  return (
    <figure className={styles.arrives}>
      <StageThumbnail stage={before} trace={input ?? trace} size={SIDE} />
      <figcaption>
        {words.in()} <span className="number">{formatShape(stage.input)}</span>
      </figcaption>
    </figure>
  );
}
