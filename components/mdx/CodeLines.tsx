'use client';

import { ScrollBox } from '@/components/site/ScrollBox';
import { usePipeline } from '@/components/state/hooks';
import { rulesOf } from '@/lib/kinds/registry';
import { stageOf } from '@/lib/network/pipeline';
import styles from './Lesson.module.css';

/**
 * The line that creates this stage, in Keras and in TensorFlow.js, with the current network's own numbers.
 */
export function CodeLines({ of }: { readonly of: string }) {
  const stage = stageOf(usePipeline(), of);
  const { keras, tensorflowjs } = rulesOf(stage.layer).code(stage.layer, stage.input);
  return (
    <dl className={styles.code}>
      <dt>Keras</dt>
      <dd>
        <ScrollBox label="Keras" className={styles.lines}>
          <pre>
            <code>{keras}</code>
          </pre>
        </ScrollBox>
      </dd>
      <dt>TensorFlow.js</dt>
      <dd>
        <ScrollBox label="TensorFlow.js" className={styles.lines}>
          <pre>
            <code>{tensorflowjs}</code>
          </pre>
        </ScrollBox>
      </dd>
    </dl>
  );
}
