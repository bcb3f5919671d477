'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLearner, useNetwork, useTrace } from '@/components/state/hooks';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { type Step, wayToPixels } from '@/lib/provenance/way';
import styles from './Inspector.module.css';
import { Sight } from './Sight';
import { Terms } from './Terms';
import { Way } from './Way';
import { stepWords } from './words';

/** One value's arithmetic in the engine's own numbers, and the way on to the numbers that it was made of. */
export function Inspector({ way }: { readonly way: readonly Step[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const heading = useId();
  const inspect = useLearner((state) => state.inspect);
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  const step = way[way.length - 1];
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value is read from its head on
  useEffect(() => head.current?.focus(), [step]);
  const explained = useMemo(
    () => trace && explain(pipeline, trace, trace.weights, step.stage, step.cell),
    [pipeline, trace, step],
  );
  const toPixels = () => {
    const rest = trace && wayToPixels(pipeline, trace, trace.weights, step);
    if (rest?.ok) inspect([...way.slice(0, -1), ...rest.value]);
  };
  return (
    <dialog ref={dialog} className={styles.inspector} aria-labelledby={heading} onClose={() => inspect(null)}>
      <div className={styles.head}>
        <h2 id={heading} ref={head} tabIndex={-1}>
          {stepWords(step, pipeline)}
        </h2>
        <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <Way way={way} pipeline={pipeline} onTurn={(length) => inspect(way.slice(0, length))} />
      {!explained ? (
        <p role="status">The network is on its way.</p>
      ) : explained.ok ? (
        <Opened
          key={`${step.stage} ${step.cell}`}
          explanation={explained.value}
          pipeline={pipeline}
          onFollow={(next) => inspect([...way, next])}
          onPixels={toPixels}
        />
      ) : (
        <p role="alert">{explained.problem.sentence}</p>
      )}
    </dialog>
  );
}

interface OpenedProps {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  onFollow(step: Step): void;
  onPixels(): void;
}

function Opened({ explanation, pipeline, onFollow, onPixels }: OpenedProps) {
  const { stage, value, cell, reads, softmax } = explanation;
  const [pointed, setPointed] = useState<Step | null>(null);
  return (
    <>
      <p className={styles.value} aria-live="polite">
        <span className="visually-hidden">{stepWords({ stage, cell }, pipeline)} is </span>
        <b className="number">{softmax ? formatPercent(value) : formatNumber(value)}</b>
      </p>
      <Sight step={{ stage, cell }} pointed={pointed} />
      <Terms {...{ explanation, pipeline, onFollow }} onPoint={setPointed} />
      {reads === null ? (
        <p>This is where the way ends: a number of the picture, read and not computed.</p>
      ) : (
        <p>
          <button type="button" className="button" onClick={onPixels}>
            To the pixels
          </button>{' '}
          <span className={styles.hint}>from each value to the one that counted most for it</span>
        </p>
      )}
    </>
  );
}
