'use client';

import room from '@/components/kinds/WorkedRoom.module.css';
import { WhenNear } from '@/components/site/WhenNear';
import { usePipeline, useStage } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import { ExampleCard } from './ExampleCard';
import styles from './Lesson.module.css';

/**
 * Computes the worked example when the learner comes near it: it is further down in a lesson. Its box has its height
 * before that, so that what follows stays where it is while someone is pressing it.
 */
export function WorkedExample({ of }: { readonly of: string }) {
  const { layer, id } = useStage(of).stage;
  const last = usePipeline().stages.at(-1)?.id === id;
  const waiting = (
    <p className="label">
      <Pending>{words.waiting()}</Pending>
    </p>
  );
  return (
    <div className={`${styles.worked} ${room.room}`} data-kind={layer.kind} data-last={last || undefined}>
      <WhenNear meanwhile={waiting}>
        <ExampleCard of={of} waiting={waiting} />
      </WhenNear>
    </div>
  );
}
