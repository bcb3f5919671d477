'use client';

import { ScrollBox } from '@/components/site/ScrollBox';
import type { LayerCode } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import styles from '../Lesson.module.css';
import { useRewritten } from '../use-rewritten';

interface Props {
  readonly of: string;
  /** The lines for the network that the page was built with; null where they were not written then. */
  readonly built: LayerCode | null;
}

const write = async (pipeline: Pipeline, of: string): Promise<LayerCode | null> =>
  (await import('./code-of')).codeOfStage(pipeline, of);

/** Keras and TensorFlow.js code of a stage; rewritten when the page turns to another network. */
export function LiveCodeLines({ of, built }: Props) {
  const code = useRewritten(built, write, of);
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
