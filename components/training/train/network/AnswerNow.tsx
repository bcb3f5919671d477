'use client';

import { lazy, memo, Suspense, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useChosenImage } from '@/components/state/hooks';
import { session } from '@/lib/store/session/session';
import words from '@/words/network-now';
import parts from '@/words/parts';
import type { ComparedState } from './compare';
import styles from './Network.module.css';
import { NetworkPredictions } from './NetworkPredictions';
import { stageTrace, useNetworkNow } from './use-network-now';

/** The chosen image and what the network predicts for it, as it learns. */
export const AnswerNow = memo(function AnswerNow({ moment: asked }: { readonly moment: ComparedState }) {
  const { pipeline, image, trace, start, moment } = useNetworkNow(asked);
  const last = pipeline.stages[pipeline.stages.length - 1].id;
  return (
    <section aria-label={words.prediction()} className={styles.answerNow}>
      <NetworkPredictions
        image={image}
        classes={pipeline.architecture.classes}
        now={stageTrace(trace, last)}
        start={stageTrace(start, last)}
        startStep={start?.network.step ?? 0}
        moment={moment}
      />
      <AnotherImage />
    </section>
  );
});

/** Loaded when it is opened: most learners keep their image while training. */
const ImagePicker = lazy(
  again(() => import('@/components/images/ImagePicker').then((module) => module.ImagePicker)),
);

/** Chooses a different image without leaving the bench. */
function AnotherImage() {
  const image = useChosenImage();
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.another} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words.another()}</summary>
      {opened && (
        <Suspense fallback={<p className={styles.note}>{words.imagesLoading()}</p>}>
          <Part name={parts.images()}>
            <ImagePicker selected={image?.id ?? null} onChoose={(chosen) => session.chooseImage(chosen)} />
          </Part>
        </Suspense>
      )}
    </details>
  );
}
