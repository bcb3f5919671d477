'use client';

import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { stepWords } from '@/components/figures/value-words';
import { Rich } from '@/components/site/Rich';
import {
  useClassWord,
  useLearner,
  usePinnedTrace,
  usePipeline,
  useSubject,
  useTrace,
} from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { Supply } from '@/components/state/Supply';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { lastFinite, mendPath } from '@/lib/provenance/mend';
import { pathToPixels, type Step } from '@/lib/provenance/path';
import { closeInspector } from '@/lib/store/learner/mirror-address';
import words from '@/words/inspector';
import { Explained } from './Explained';
import styles from './Inspector.module.css';
import { Sheet } from './Sheet';
import { TracePath } from './TracePath';
import { useChanged } from './use-changed';
import { useKeepOpen } from './use-keep-open';
import { usePlay } from './use-play';
import { WholePath } from './WholePath';

/** A probability as a percentage; its arithmetic has the digits. */
const valueWords = ({ value, softmax }: TracedExplanation): string =>
  softmax ? formatPercent(value) : formatNumber(value, 6);

interface Props {
  readonly path: readonly Step[];
}

/** The inspector at a value of the displayed network, or of the pinned epoch. */
export function Inspector(props: Props) {
  useKeepOpen();
  const trace = usePinnedTrace();
  const pipeline = useSubject((view) => view.pipeline);
  const epoch = useLearner(({ of, pinned }) => (of === 'pinned' ? pinned : null));
  if (epoch === null) return <ValueSheet {...props} />;
  return (
    <Supply {...{ pipeline, trace }}>
      <ValueSheet {...props} />
    </Supply>
  );
}

/** One value's arithmetic in the engine's own numbers, with links to the values that it is computed from. */
function ValueSheet({ path: asked }: Props) {
  const classWord = useClassWord();
  const head = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const inspect = useLearner((state) => state.inspect);
  const pinned = useLearner(({ of, pinned }) => (of === 'pinned' ? pinned : null));
  const pipeline = usePipeline();
  const trace = useTrace();
  const answer = trace?.stages.at(-1) ?? null;
  const { path, missing } = useMemo(() => mendPath(pipeline, answer, asked), [pipeline, answer, asked]);
  const step = path[path.length - 1];
  const key = `${path.length} ${step.stage} ${step.cell}`;
  const changed = useChanged(key);
  const play = usePlay(inspect);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value is read from its heading on
  useLayoutEffect(() => head.current?.focus(), [key]);
  const explained = useMemo(
    () => trace && explain(pipeline, trace, trace.weights, step.stage, step.cell),
    [pipeline, trace, step],
  );
  const waiting = !trace || (explained && !explained.ok && !(trace.complete && trace.source === 'live'));
  const toPixels = () => {
    if (play.playing) return play.stop();
    const rest = trace && pathToPixels(pipeline, trace, trace.weights, step);
    if (rest?.ok) play.start([...path.slice(0, -1), ...rest.value], path.length);
  };
  return (
    <Sheet labelledBy={heading} onClose={closeInspector}>
      {(close) => (
        <>
          <div className={styles.head}>
            <h2 id={heading} ref={head} tabIndex={-1}>
              {stepWords(step, pipeline, classWord)}
            </h2>
            <div className={styles.tools}>
              <CopyLink />
              <button type="button" className="button-quiet" onClick={close}>
                {words.close()}
              </button>
            </div>
          </div>
          {pinned !== null && (
            <p className={`notice ${styles.notice}`}>{words.pinnedEpoch({ epoch: pinned })}</p>
          )}
          <TracePath {...{ path, pipeline, trace }} onTurn={(length) => inspect(path.slice(0, length))} />
          {missing && (
            <p className={`notice ${styles.notice}`} role="alert">
              {missing}
            </p>
          )}
          <p className={changed ? `notice ${styles.notice}` : 'visually-hidden'} role="status">
            {waiting ? '' : changed}
          </p>
          {explained?.ok && !waiting && (
            <div className={styles.value}>
              <p aria-live="polite">
                <Rich
                  text={words.valueIs({
                    what: stepWords(step, pipeline, classWord),
                    value: valueWords(explained.value),
                  })}
                  tags={{
                    hidden: (text) => <span className="visually-hidden">{text}</span>,
                    value: (text) => <b className="number">{text}</b>,
                  }}
                />
              </p>
              {explained.value.reads !== null && (
                <button type="button" className="button" data-play onClick={toPixels}>
                  {play.playing ? words.stop() : words.toPixels()}
                </button>
              )}
            </div>
          )}
          {trace && !waiting && explained?.ok && explained.value.reads === null && path.length > 1 && (
            <WholePath {...{ path, pipeline, trace }} onTurn={(length) => inspect(path.slice(0, length))} />
          )}
          {waiting || !explained ? (
            <p role="status">
              <Pending>{words.loading()}</Pending>
            </p>
          ) : explained.ok ? (
            <Explained
              key={key}
              {...{ pipeline, trace }}
              explanation={explained.value}
              onFollow={(next) => inspect([...path, next])}
            />
          ) : (
            <Refused
              sentence={explained.problem.sentence}
              {...{ pipeline, trace, step }}
              onOpen={(next) => inspect([next])}
            />
          )}
        </>
      )}
    </Sheet>
  );
}

/** The page's address contains the path: copied, it leads someone else to the same value. */
function CopyLink() {
  const [message, setMessage] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setMessage(words.copied());
    } catch {
      setMessage(words.copyByHand());
    }
  };
  return (
    <button type="button" className="button-quiet" onClick={copy} onBlur={() => setMessage('')}>
      <span role="status">{message || words.copyLink()}</span>
    </button>
  );
}

interface RefusedProps {
  /** Why there is no arithmetic. */
  readonly sentence: string;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  readonly step: Step;
  onOpen(step: Step): void;
}

/**
 * A value that can't be explained: the reason, and what is left to look at after the numbers have diverged.
 */
function Refused({ sentence, pipeline, trace, step, onOpen }: RefusedProps) {
  const classWord = useClassWord();
  const own = trace.stages.find(({ stage }) => stage === step.stage);
  const broken = own && !(own.before ?? own.values).every(Number.isFinite);
  const left = broken ? lastFinite(pipeline, trace.stages, step.stage) : null;
  return (
    <>
      <p role="alert">{sentence}</p>
      {left && (
        <p>
          {words.finiteUpTo({ stage: left.stage })}{' '}
          <button type="button" className="button-quiet" onClick={() => onOpen(left)}>
            {words.goTo({ what: stepWords(left, pipeline, classWord) })}
          </button>
        </p>
      )}
    </>
  );
}
