'use client';

import { type CSSProperties, type RefObject, useMemo, useRef } from 'react';
import { useFirstLiveMap } from '@/components/canvas/use-first-live-map';
import { barLength } from '@/components/charts/share';
import { useSize } from '@/components/charts/use-size';
import { SaveImage } from '@/components/controls/SaveImage';
import { StageLink } from '@/components/site/movement/StageLink';
import { ScrollHint } from '@/components/site/ScrollHint';
import { useMedia } from '@/components/site/use-media';
import {
  useClassWord,
  useImage,
  useLearner,
  usePipeline,
  useStageAddress,
  useTrace,
} from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { compareWith } from '@/components/time/compare-with';
import { PinnedHead } from '@/components/time/PinnedHead';
import { isSameAlways } from '@/components/time/planes';
import { type Pinned, pinnedStage, usePinned } from '@/components/time/use-pinned';
import { OpenValue } from '@/components/values/OpenValue';
import { openValue } from '@/components/values/opening';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatPercent, formatShape } from '@/lib/format/format';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import words from '@/words/pipeline';
import probabilities from '@/words/probabilities';
import styles from './PipelineStrip.module.css';
import { LAYOUTS, type Layout, layoutFor, StageMosaic, shownMaps } from './StageMosaic';

const NOT_MEASURED = { width: 0, height: 0 };

/** The pipeline at a glance: its stages with the real values of the chosen image, at true relative size. */
export function PipelineStrip() {
  const pipeline = usePipeline();
  const trace = useTrace();
  useFirstLiveMap(trace);
  const image = useImage();
  const strip = useRef<HTMLElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const layout = useLayout(strip);
  const pinned = usePinned();
  const epoch = useLearner((state) => state.pinned) ?? 0;
  const isSigned = useMemo(
    () => trace?.stages.some((stage) => rangeOf(stage.values).kind === 'diverging') ?? false,
    [trace],
  );
  const values = (id: string) => trace?.stages.find(({ stage }) => stage === id) ?? null;
  return (
    <figure
      ref={strip}
      className={styles.strip}
      aria-label={words.label({ image: image?.name ?? words.firstSample() })}
    >
      {pinned && <PinnedHead pinned={pinned} />}
      <div className={styles.room}>
        <ScrollHint of={row} above />
        <div ref={row} className={styles.row}>
          <ol className={styles.stages} data-pinned={pinned !== null}>
            {pipeline.stages.map((stage) => (
              <li
                key={stage.id}
                className={styles.stage}
                data-kind={stage.layer.kind}
                style={{ '--stage-map': `stage-${stage.number}` } as CSSProperties}
              >
                <StageHead stage={stage} />
                <StageValues {...{ stage, pipeline, layout, pinned, epoch }} trace={values(stage.id)} />
                <StageFoot stage={stage} shown={shownMaps(stage, pipeline.architecture.input, layout)} />
              </li>
            ))}
          </ol>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {trace?.source === 'recorded' ? (
          words.recorded()
        ) : trace ? (
          words.live({ signed: isSigned ? 'yes' : 'no' })
        ) : (
          <Pending>{words.waiting()}</Pending>
        )}
        {pinned && ` ${(pinned.how === 'difference' ? words.changed : words.beside)({ epoch })}`}
      </figcaption>
      <SaveImage />
    </figure>
  );
}

interface ValuesProps {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly layout: Layout;
  readonly trace: StageTrace | null;
  readonly pinned: Pinned | null;
  /** The pinned epoch. */
  readonly epoch: number;
}

/** A stage's values, and below them those of the pinned epoch, or the difference between the two. */
function StageValues({ stage, pipeline, layout, trace, pinned, epoch }: ValuesProps) {
  const before = pinned ? pinnedStage(pinned, stage.id) : null;
  const compared = useMemo(
    () => (before ? compareWith(before, trace, pinned?.how) : null),
    [before, trace, pinned?.how],
  );
  const image = pipeline.architecture.input;
  const { classes } = pipeline.architecture;
  const answers = isSoftmax(stage.layer);
  const same = isSameAlways(stage, pipeline);
  return (
    <>
      <div className={styles.values} data-stage-map>
        {answers ? (
          <Answers {...{ classes, trace }} onOpen={(unit) => openValue({ stage: stage.id, cell: [unit] })} />
        ) : (
          <StageMosaic {...{ stage, image, trace, layout }} range={same ? undefined : compared?.range} />
        )}
      </div>
      {pinned && (
        <div className={styles.pinned}>
          <p className={styles.epoch}>
            {same ? words.same() : pinned.how === 'beside' || answers ? pinned.name : words.since({ epoch })}
          </p>
          {answers ? (
            <Answers {...{ classes }} trace={before} label={words.pinned({ epoch })} />
          ) : (
            !same && (
              <StageMosaic
                {...{ stage, image, layout }}
                trace={compared?.shown ?? null}
                range={compared?.shownRange}
                like={trace}
              />
            )
          )}
        </div>
      )}
    </>
  );
}

/** The layout for the room that the strip has; until that is measured, the one for the window. */
function useLayout(strip: RefObject<HTMLElement | null>): Layout {
  const { width } = useSize(strip, NOT_MEASURED);
  const laptop = useMedia('(max-width: 76rem)');
  const tablet = useMedia('(max-width: 60rem)');
  const phone = useMedia('(max-width: 36rem)');
  if (width > 0) return LAYOUTS[layoutFor(width)];
  return LAYOUTS[phone ? 'phone' : tablet ? 'tablet' : laptop ? 'laptop' : 'desk'];
}

function StageHead({ stage }: { stage: Stage }) {
  const addressOf = useStageAddress();
  return (
    <StageLink href={addressOf(stage.id)} className={styles.head} prefetch={false}>
      <span className={`number ${styles.ordinal}`}>{stage.number}</span>
      <span className={styles.name}>{stage.id}</span>
      <span className={styles.operation}>{rulesOf(stage.layer).operation(stage.layer)}</span>
    </StageLink>
  );
}

function StageFoot({ stage, shown }: { stage: Stage; shown: string | null }) {
  return (
    <p className={styles.foot}>
      <span className="number">{formatShape(stage.output)}</span>
      {shown && <span>{shown}</span>}
      {stage.parameters > 0 && <span>{words.weights({ count: formatCount(stage.parameters) })}</span>}
    </p>
  );
}

interface AnswersProps {
  readonly classes: readonly string[];
  readonly trace: StageTrace | null;
  readonly label?: string;
  onOpen?(unit: number): void;
}

function Answers({ classes, trace, label = probabilities.title(), onOpen }: AnswersProps) {
  const classWord = useClassWord();
  const best = trace ? trace.values.indexOf(Math.max(...trace.values)) : -1;
  return (
    <ol className={styles.answers} aria-label={label} data-values={1}>
      {classes.map((name, index) => {
        const probability = trace?.values[index];
        return (
          <li key={name} data-best={index === best}>
            <span>
              {onOpen ? (
                <OpenValue row tab={index === best} onOpen={() => onOpen(index)}>
                  {classWord(name)}
                </OpenValue>
              ) : (
                classWord(name)
              )}
            </span>
            <span className="number">{probability === undefined ? '' : formatPercent(probability)}</span>
            <span
              className={styles.bar}
              style={{ '--share': barLength(probability) } as CSSProperties}
              aria-hidden="true"
            >
              <span />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
