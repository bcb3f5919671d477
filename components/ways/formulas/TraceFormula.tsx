'use client';

import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { ClassField } from '@/components/controls/ClassField';
import { NumberField } from '@/components/controls/NumberField';
import { InspectButton } from '@/components/inspector/InspectButton';
import { useClassWord, useImage, useLearner, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { READS, type ReadName } from '@/lib/formulas';
import { gradientsOf } from '@/lib/formulas/gradients';
import { hasFilters } from '@/lib/kinds/parts/filters';
import { chooseLossClass, lossClass } from '@/lib/store/learner/loss-class';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/formulas';
import { FormulaFigure } from './FormulaFigure';

/** The height of each formula's numbers for the network of this site, as {@link FormulaFigure} needs it. */
const ROOM: Record<ReadName, readonly [number, number]> = {
  convolution: [36, 53],
  softmax: [26, 46],
  crossEntropy: [26, 46],
  denseBack: [44, 54],
  reluBack: [17, 33],
  poolBack: [9, 15],
  convolutionBack: [27, 65],
};

interface Props {
  readonly shows: ReadName;
  readonly title: string;
  /**
   * The available choice: the class, which for the loss is the actual one, or the filter of the first
   * convolution.
   */
  readonly choose?: 'class' | 'right class' | 'filter';
  readonly children: ReactNode;
}

/** A formula whose symbols stand for values of the chosen image in the forward or the backward pass. */
export function TraceFormula({ shows, title, choose, children }: Props) {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const image = useImage();
  const chosen = useStore(lossClass, (state) => state.label);
  const cell = useLearner((state) => state.cell);
  const trace = useTrace();
  const { classes } = pipeline.architecture;
  const own = Math.max(0, classes.indexOf(image?.label ?? ''));
  const label = chosen !== null && chosen < classes.length ? chosen : own;
  const read = useMemo(() => {
    if (!trace?.complete) return null;
    const gradients = gradientsOf(pipeline, trace, label);
    return gradients.ok
      ? READS[shows]({ pipeline, classWord, trace, gradients: gradients.value, label, cell })
      : gradients;
  }, [pipeline, classWord, trace, label, cell, shows]);
  const waiting = read && !read.ok ? read.problem.sentence : <Pending>{words.loading()}</Pending>;
  return (
    <FormulaFigure
      title={title}
      room={ROOM[shows]}
      reading={read?.ok ? read.value : null}
      waiting={waiting}
      controls={
        choose === 'class' || choose === 'right class' ? (
          <ClassField
            label={words.choose({ which: choose === 'class' ? 'class' : 'right' })}
            classes={classes}
            chosen={label}
            onChoose={chooseLossClass}
          />
        ) : (
          choose === 'filter' && <FilterField at={read?.ok ? read.value.cell : undefined} />
        )
      }
    >
      {children}
    </FormulaFigure>
  );
}

/** The followed filter of the first convolution, at the current place; and its sum, term by term. */
function FilterField({ at }: { readonly at?: readonly [number, number, number] }) {
  const stage = usePipeline().stages.find(hasFilters);
  const restore = useLearner((state) => state.restore);
  if (!stage) return null;
  return (
    <>
      <NumberField
        label={words.filter()}
        value={at?.[2] ?? 0}
        last={asMap(stage.output)[2] - 1}
        onPick={(channel) => restore(at ? { cell: [at[0], at[1], channel], channel } : { channel })}
      />
      {at && <InspectButton stage={stage.id} cell={at} />}
    </>
  );
}
