'use client';

import { useEffect, useState } from 'react';
import { ScrollBox } from '@/components/site/ScrollBox';
import { usePipeline } from '@/components/state/hooks';
import type { LayerCode } from '@/lib/kinds/types';
import { type Stage, stageOf } from '@/lib/network/pipeline';
import { subjectStore } from '@/lib/store/subject/subject';
import styles from './Lesson.module.css';

interface Props {
  readonly of: string;
  /** The lines for the network that the page was built with; null where they were not written then. */
  readonly built: LayerCode | null;
}

/** The lines for a stage of any other network; null until they are written. */
function useCode(stage: Stage, built: boolean): LayerCode | null {
  const [written, setWritten] = useState<{ readonly stage: Stage; readonly code: LayerCode } | null>(null);
  useEffect(() => {
    if (built) return;
    let left = false;
    void import('@/lib/kinds/codes').then(({ codeOf }) => {
      if (!left) setWritten({ stage, code: codeOf(stage.layer, stage.input) });
    });
    return () => {
      left = true;
    };
  }, [stage, built]);
  return written?.stage === stage ? written.code : null;
}

/** Keras and TensorFlow.js code of a stage; rewritten when the page turns to another network. */
export function LiveCodeLines({ of, built }: Props) {
  const stage = stageOf(usePipeline(), of);
  const isBuilt = built !== null && stage === stageOf(subjectStore.getInitialState().pipeline, of);
  const written = useCode(stage, isBuilt);
  const code = isBuilt ? built : written;
  return (
    <dl className={styles.code}>
      {(['keras', 'tensorflowjs'] as const).map((library) => (
        <div key={library}>
          <dt>{NAMES[library]}</dt>
          <dd>
            <ScrollBox label={NAMES[library]} className={styles.lines}>
              <pre>
                <code>{code?.[library]}</code>
              </pre>
            </ScrollBox>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const NAMES = { keras: 'Keras', tensorflowjs: 'TensorFlow.js' } as const;
