'use client';

import { type ReactNode, useMemo } from 'react';
import { useStep } from '@/components/backward/use-step';
import { useLearner, useNetwork } from '@/components/state/hooks';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { firstWeight, isWeight, weightWords } from '@/components/weights/weight-words';
import { adam } from '@/lib/formulas/adam';
import { FormulaFigure } from './FormulaFigure';

/** Adam's arithmetic for one weight in the next training step, which is taken on a copy when it is asked for. */
export function AdamFormula({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const pipeline = useNetwork((view) => view.pipeline);
  const ready = useNetwork((view) => view.phase === 'ready');
  const asked = useLearner((state) => state.weight);
  const chooseWeight = useLearner((state) => state.chooseWeight);
  const choice = useMemo(
    () => (asked && isWeight(pipeline, asked) ? asked : firstWeight(pipeline)),
    [pipeline, asked],
  );
  const { report, weight, busy, sentence, take } = useStep(choice);
  const reading = useMemo(
    () =>
      report && weight ? adam(report, weight.seen, weight.of.part, weightWords(weight.of, pipeline)) : null,
    [report, weight, pipeline],
  );
  return (
    <FormulaFigure
      title={title}
      announced
      reading={reading}
      waiting={busy ? 'Computing the step …' : (sentence ?? 'Nothing has been computed yet.')}
      controls={
        <>
          <button
            type="button"
            className="button"
            aria-disabled={busy || !ready}
            onClick={() => !busy && ready && take()}
          >
            {report ? 'Take the step apart again' : 'Take the next step apart'}
          </button>
          <WeightPicker choice={choice} onChoose={chooseWeight} />
        </>
      }
    >
      {children}
    </FormulaFigure>
  );
}
