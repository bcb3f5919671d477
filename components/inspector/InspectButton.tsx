'use client';

import { stepWords } from '@/components/figures/value-words';
import { useClassWord, usePipeline, useStageTrace } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import type { Cell } from '@/lib/tensor/tensor';
import words from '@/words/inspect';

/**
 * Opens the inspector at the followed value: for learners who have not noticed that every value can be
 * pressed.
 */
export function InspectButton({
  stage,
  cell,
  later = false,
}: {
  readonly stage: string;
  readonly cell: Cell;
  /** Disabled while the value is still to be predicted. */
  readonly later?: boolean;
}) {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  // Until there are values, the followed one is unknown.
  const there = useStageTrace(stage) !== null;
  const step = { stage, cell };
  return (
    <button
      type="button"
      className="button button-quiet"
      disabled={!there || later}
      onClick={() => openValue(step)}
    >
      {words.explain()}
      <span className="visually-hidden">: {stepWords(step, pipeline, classWord)}</span>
    </button>
  );
}
