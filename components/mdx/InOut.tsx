'use client';

import { Fold } from '@/components/controls/Fold';
import { LateSaveImage } from '@/components/controls/LateSaveImage';
import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { BatchAxis } from '@/components/site/batch/BatchAxis';
import { BatchSwitch } from '@/components/site/batch/BatchSwitch';
import { number, Rich } from '@/components/site/Rich';
import { usePipeline, useStage } from '@/components/state/hooks';
import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import figure from '@/words/figure';
import words from '@/words/in-out';
import styles from './Lesson.module.css';

const Shape = ({ shape }: { readonly shape: readonly number[] }) => (
  <span className="number">
    <BatchAxis />
    {formatShape(shape)}
  </span>
);

/** A stage's input and output: live maps, true shapes, and the operation between them. */
export function InOut({ of }: { readonly of: string }) {
  const { stage, trace, input } = useStage(of);
  const before = usePipeline().stages[Math.max(0, stage.number - 2)];
  return (
    <figure aria-label={words.label({ stage: stage.id })}>
      <dl className={styles.inOut}>
        <div>
          <dt>{words.in()}</dt>
          <dd>
            <StageThumbnail stage={before} trace={input ?? trace} size={72} />
            <Shape shape={stage.input} />
          </dd>
        </div>
        <div className={styles.operation}>
          <dt>{rulesOf(stage.layer).operation(stage.layer)}</dt>
          <dd>
            {stage.parameters > 0 ? (
              <Rich text={words.toLearn({ count: formatCount(stage.parameters) })} tags={{ n: number }} />
            ) : (
              words.nothing()
            )}
          </dd>
        </div>
        <div>
          <dt>{words.out()}</dt>
          <dd>
            <StageThumbnail stage={stage} trace={trace} size={72} />
            <Shape shape={stage.output} />
          </dd>
        </div>
      </dl>
      <div className={styles.batch} data-screen>
        <BatchSwitch />{' '}
        <Fold word={figure.asImage()} className={styles.save}>
          {() => <LateSaveImage />}
        </Fold>
      </div>
    </figure>
  );
}
