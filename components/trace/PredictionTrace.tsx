'use client';

import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { fetchFigure } from '@/components/kinds/figures';
import { StageFigure } from '@/components/mdx/StageFigure';
import { BatchAxis } from '@/components/site/batch/BatchAxis';
import { BatchSwitch } from '@/components/site/batch/BatchSwitch';
import { StageLink } from '@/components/site/movement/StageLink';
import { NextStep } from '@/components/site/NextStep';
import {
  useClassWord,
  useLearner,
  usePipeline,
  useStageAddress,
  useStageTrace,
} from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Stage } from '@/lib/network/pipeline';
import { summarize } from '@/lib/provenance/summary';
import { learner } from '@/lib/store/learner/learner';
import { withFollowed } from '@/lib/store/learner/write-address';
import words from '@/words/prediction';
import trace from '@/words/trace';
import { layersOf, placeOf } from './layers';
import styles from './PredictionTrace.module.css';
import { TracePlayer } from './TracePlayer';

/** What the page shows, with the number of layers of the network at hand. */
export function TraceIntro() {
  const pipeline = usePipeline();
  const layers = layersOf(pipeline);
  const without = pipeline.stages.find((stage) => !layers.includes(stage))?.id ?? 'none';
  return <p>{trace.intro({ layers: layers.length, without })}</p>;
}

/** After the first maps: then the figure of the next stage is fetched ahead. */
const AHEAD_MS = 1000;

/** The prediction, layer by layer. The address contains the open layer. */
export function PredictionTrace() {
  const pipeline = usePipeline();
  const layers = layersOf(pipeline);
  const opened = useLearner((state) => state.stage);
  const named = (name: string | null) => pipeline.stages.find(({ id }) => id === name) ?? layers[0];
  const stage = named(opened);
  const at = placeOf(stage, layers);
  const after = layers[Math.floor(at) + 1];
  const addressOf = useStageAddress();
  const channel = useLearner((state) => state.channel);
  const cell = useLearner((state) => state.cell);
  const go = (to: number) => learner.getState().openStage(layers[to].id);
  const top = useTopOfStep(stage.id);
  useEffect(() => {
    if (!after) return;
    const timer = setTimeout(() => fetchFigure(after.layer), AHEAD_MS);
    return () => clearTimeout(timer);
  }, [after]);
  const heading = useRef<HTMLHeadingElement>(null);
  /** From the end of a step: whoever goes on by keyboard reads on at the beginning of the next. */
  const goOn = () => {
    if (after) learner.getState().openStage(after.id);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section aria-label={words.label()} ref={top}>
      <TracePlayer
        layers={layers}
        at={at}
        asked={() => placeOf(named(learner.getState().stage), layers)}
        onGo={go}
      />
      <article
        aria-labelledby="open-layer"
        // The name that the stage's thumbnail in the spine has while another page is open.
        style={{ '--stage-map': `stage-${stage.number}` } as CSSProperties}
      >
        <header className={styles.head}>
          <h2 id="open-layer" ref={heading} tabIndex={-1}>
            {stage.title}
          </h2>
          <LayerFacts stage={stage} />
        </header>
        <Summary stage={stage} classes={pipeline.architecture.classes} />
        <StageFigure key={stage.id} id={stage.id} />
        <p className={styles.more}>
          <StageLink href={withFollowed(addressOf(stage.id), { channel, cell })} prefetch={false}>
            {words.lesson({ stage: stage.id })}
          </StageLink>
          <BatchSwitch />
          {after && (
            <button type="button" className="button-quiet" onClick={goOn}>
              {words.next({ stage: after.id })}
            </button>
          )}
        </p>
        {!after && <NextStep to={['train', 'why']} />}
      </article>
    </section>
  );
}

function LayerFacts({ stage }: { stage: Stage }) {
  return (
    <dl className={styles.facts}>
      <div className={styles.does}>
        <dt>{words.does()}</dt>
        <dd>{rulesOf(stage.layer).operation(stage.layer)}</dd>
      </div>
      <div>
        <dt>{words.in()}</dt>
        <dd className="number">
          <BatchAxis />
          {formatShape(stage.input)}
        </dd>
      </div>
      <div>
        <dt>{words.out()}</dt>
        <dd className="number">
          <BatchAxis />
          {formatShape(stage.output)}
        </dd>
      </div>
      <div>
        <dt>{words.weights()}</dt>
        <dd className="number">{formatCount(stage.parameters)}</dd>
      </div>
      <div>
        <dt>{words.multiplications()}</dt>
        <dd className="number">{formatCount(stage.multiplyAdds)}</dd>
      </div>
    </dl>
  );
}

function Summary({ stage, classes }: { stage: Stage; classes: readonly string[] }) {
  const classWord = useClassWord();
  const traced = useStageTrace(stage.id);
  return (
    <p className={styles.summary} aria-live="polite">
      {traced ? summarize(stage, traced, classes.map(classWord)) : <Pending>{words.waiting()}</Pending>}
    </p>
  );
}

/**
 * An element to put around the steps: when another step is shown while its top is above the window, it is
 * scrolled into sight, so that every step begins there. The first step leaves the page where it is.
 */
function useTopOfStep(step: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useLayoutEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const top = place.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) place.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [step]);
  return place;
}
