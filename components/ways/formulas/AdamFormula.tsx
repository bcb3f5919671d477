'use client';

import { type ReactNode, useMemo } from 'react';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { TakeStep } from '@/components/training/backward/TakeStep';
import { useStep, useWeightChoice } from '@/components/training/backward/use-step';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { weightWords } from '@/components/weights/weight-words';
import { adam } from '@/lib/formulas/adam';
import words from '@/words/formulas';
import { FormulaFigure } from './FormulaFigure';

/** Adam's arithmetic for one weight in the next training step, which is computed on a copy on request. */
export function AdamFormula({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const { choice, choose } = useWeightChoice();
  const step = useStep(choice);
  const { report, weight, busy, sentence } = step;
  const reading = useMemo(
    () =>
      report && weight
        ? adam(report, weight.seen, weight.of.part, weightWords(weight.of, pipeline, classWord))
        : null,
    [report, weight, pipeline, classWord],
  );
  return (
    <FormulaFigure
      title={title}
      announced
      reading={reading}
      waiting={busy ? words.computing() : (sentence ?? words.notComputed())}
      controls={
        <>
          <TakeStep {...step} />
          <WeightPicker choice={choice} onChoose={choose} />
        </>
      }
    >
      {children}
    </FormulaFigure>
  );
}
