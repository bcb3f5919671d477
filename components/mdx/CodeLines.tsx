'use client';

import { useNetwork } from '@/components/state/hooks';
import { rulesOf } from '@/lib/layers/registry';
import { stageOf } from '@/lib/pipeline/pipeline';
import styles from './Lesson.module.css';

/** The line that makes this stage, in Keras and in TensorFlow.js, with the present network's own numbers. */
export function CodeLines({ of }: { readonly of: string }) {
  const stage = useNetwork((view) => stageOf(view.pipeline, of));
  const { keras, tensorflowjs } = rulesOf(stage.layer).code(stage.layer, stage.input);
  return (
    <dl className={styles.code}>
      <dt>Keras</dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and must do so by keyboard */}
        <pre tabIndex={0}>
          <code>{keras}</code>
        </pre>
      </dd>
      <dt>TensorFlow.js</dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and must do so by keyboard */}
        <pre tabIndex={0}>
          <code>{tensorflowjs}</code>
        </pre>
      </dd>
    </dl>
  );
}
