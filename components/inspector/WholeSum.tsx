'use client';

import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { sumParts } from '@/components/figures/sum';
import { SoftmaxSteps } from '@/components/kinds/shared/SoftmaxSteps';
import { useClassWord } from '@/components/state/hooks';
import { activationOf } from '@/lib/kinds/parts/activation';
import { type Pipeline, stageOf } from '@/lib/network/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import words from '@/words/inspector';
import { groupNamer } from './names';
import { addendsOf } from './terms/long-sum';
import type { TermRows } from './terms/use-term-rows';

interface Props {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  readonly layout: TermRows;
}

/** The listed terms, the others and the bias, and what becomes of their sum. */
export function WholeSum({ explanation, pipeline, layout }: Props) {
  const classWord = useClassWord();
  const { cell, softmax, value } = explanation;
  const stage = stageOf(pipeline, explanation.stage);
  const { layer } = stage;
  return (
    <>
      <Arithmetic
        label={words.wholeSum()}
        parts={sumParts(
          addendsOf(explanation, layout, groupNamer(stage, pipeline, layout.by)),
          explanation,
          activationOf(layer),
        )}
      />
      {softmax && (
        <SoftmaxSteps
          steps={softmax}
          unit={cell[0]}
          name={classWord(pipeline.architecture.classes[cell[0]])}
          probability={value}
        />
      )}
    </>
  );
}
