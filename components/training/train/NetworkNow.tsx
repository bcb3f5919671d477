'use client';

import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { FigureHead } from '@/components/controls/FigureHead';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { useChosenImage } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { convolutionsOf } from '@/lib/kinds/conv2d/stages';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { session } from '@/lib/store/session/session';
import { type SubjectView, subjectStore } from '@/lib/store/subject/subject';
import { lookedAt, type TraceView, traceStore } from '@/lib/store/trace/trace';
import { strongestChannels } from '@/lib/tensor/channels';
import words from '@/words/network-now';
import parts from '@/words/parts';
import type { ComparedState } from './compare';
import { FilterTiles } from './FilterTiles';
import { firstTrace } from './first-trace';
import { MapTiles } from './MapTiles';
import styles from './Network.module.css';
import { NetworkPredictions } from './NetworkPredictions';
import { usePaced } from './use-paced';

const MAPS = 6;
/** Maps up to this size are enlarged. */
const SMALL_MAP = 40;

const pipelineOf = (view: SubjectView) => view.pipeline;
const noTrace = () => null;
const pinnedOf = (view: TraceView) => view.pinned;
const imageOf = (view: TraceView) => view.image;

const convolutions = ({ stages }: Pipeline): Stage[] => convolutionsOf(stages);

const stageTrace = (trace: Trace | null, id: string): StageTrace | null =>
  trace?.stages.find(({ stage }) => stage === id) ?? null;

/**
 * The maps that fire most, chosen from one trace and kept, so that none changes its place while the learner
 * watches.
 */
function useChosenMaps(stage: Stage, chosenOn: StageTrace | null): readonly number[] {
  const first = Array.from({ length: MAPS }, (_, channel) => channel);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trace that follows the weights must not change the choice
  return useMemo(
    () => (chosenOn ? strongestChannels(chosenOn).slice(0, MAPS) : first),
    [stage, chosenOn === null],
  );
}

/**
 * The effect of training on the network: its prediction, its filters and its maps for the chosen image, as
 * they change.
 */
export function NetworkNow() {
  const section = useRef<HTMLElement>(null);
  // On a phone it is several screens below the controls, which must not wait for its pixels.
  const near = useNear(section, ALL_MS);
  const pipeline = usePaced(subjectStore, pipelineOf);
  const trace = usePaced(traceStore, near ? lookedAt : noTrace);
  const image = usePaced(traceStore, imageOf);
  const first = usePaced(traceStore, firstTrace);
  const pinned = usePaced(traceStore, pinnedOf);
  // The pinned epoch, or otherwise the state when watching began. A trace is not compared with itself.
  const other = pinned ?? first;
  const start = other && trace && other.network.step !== trace.network.step ? other : null;
  const [asked, setAsked] = useState<ComparedState>('now');
  // The shipped network has no earlier state here.
  const moment = start ? asked : 'now';
  const layers = convolutions(pipeline);
  const reading = layers.at(0);
  return (
    <section ref={section} aria-labelledby="network-now" className={styles.section}>
      <FigureHead className={styles.head}>
        <h2 id="network-now">{words.heading()}</h2>
        <BeforeAfterChoice moment={moment} start={start?.network ?? null} onChoose={setAsked} />
      </FigureHead>
      <AnotherImage />
      {reading && (
        <FilterTiles
          stage={reading}
          now={trace?.weights[reading.id] ?? null}
          start={start?.weights[reading.id] ?? null}
          moment={moment}
        />
      )}
      <div className={styles.image}>
        <NetworkPredictions
          image={image}
          classes={pipeline.architecture.classes}
          now={stageTrace(trace, 'output')}
          start={stageTrace(start, 'output')}
          startStep={start?.network.step ?? 0}
          moment={moment}
        />
        <div className={styles.stages}>
          {layers.map((stage) => (
            <ChosenMaps
              key={`${stage.id} ${image?.id} ${start?.network.seed}`}
              stage={stage}
              now={stageTrace(trace, stage.id)}
              start={stageTrace(start, stage.id)}
              moment={moment}
              leastZoom={stage.output[0] > SMALL_MAP ? 2 : 3}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function ChosenMaps(props: Omit<Parameters<typeof MapTiles>[0], 'channels'>) {
  const channels = useChosenMaps(props.stage, props.start ?? props.now);
  return <MapTiles {...props} channels={channels} />;
}

/** "Before the first step", or the step from which this image was watched. */
const stepWord = ({ step }: NetworkState): string =>
  words.atStep({ step: String(step), count: formatCount(step) });

interface Props {
  readonly moment: ComparedState;
  /** The state to compare with; null when there is none. */
  readonly start: NetworkState | null;
  onChoose(moment: ComparedState): void;
}

/** The choice of the network's state shown below. */
const BeforeAfterChoice = ({ moment, start, onChoose }: Props) => (
  <ChoiceField
    label={words.which()}
    options={[
      { value: 'now', words: words.now() },
      { value: 'start', words: start ? stepWord(start) : '' },
      { value: 'change', words: words.change() },
    ]}
    chosen={moment}
    disabled={start === null}
    onChoose={onChoose}
  />
);

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
        <Suspense fallback={<p className={styles.note}>{words.onTheirWay()}</p>}>
          <Part name={parts.images()}>
            <ImagePicker selected={image?.id ?? null} onChoose={(chosen) => session.chooseImage(chosen)} />
          </Part>
        </Suspense>
      )}
    </details>
  );
}
