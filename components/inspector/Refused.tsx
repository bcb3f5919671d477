'use client';

import { stepWords } from '@/components/figures/value-words';
import { useClassWord } from '@/components/state/hooks';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { lastFinite } from '@/lib/provenance/mend';
import type { Step } from '@/lib/provenance/way';
import words from '@/words/inspector';

interface Props {
  /** Why there is no arithmetic. */
  readonly sentence: string;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  readonly step: Step;
  onOpen(step: Step): void;
}

/** A value that can't be explained: why, and what is left to look at where numbers have grown out of bounds. */
export function Refused({ sentence, pipeline, trace, step, onOpen }: Props) {
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
