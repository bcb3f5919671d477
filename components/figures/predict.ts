'use client';

import { createContext, use, useState } from 'react';
import { useImage, useLearner } from '@/components/state/hooks';
import { type Ask, asksOf } from '@/lib/kinds/questions/asks';
import type { Stage } from '@/lib/network/pipeline';
import type { Cell } from '@/lib/tensor/tensor';

/** What a figure asks for before it shows it. */
export interface Prediction {
  /** Whether the learner wants to be asked. */
  readonly on: boolean;
  /** The value it is about, which the figure follows. */
  readonly stage: string;
  readonly cell: Cell;
  /** What the figure can ask for, and what it does. */
  readonly asks: readonly Ask[];
  readonly ask: Ask;
  /** Names the question: another value, image or epoch makes another one. */
  readonly id: string;
  /** Whether the answer is still hidden. */
  readonly open: boolean;
  choose(ask: Ask): void;
  /** The answer was found or told: it may be shown. */
  settle(): void;
}

/** The question of the figure around; null where none can be asked. */
export const Predicting = createContext<Prediction | null>(null);

/** Follows the question about the value at `cell` of a stage. */
export function usePrediction({ id: stage, layer }: Stage, cell: Cell): Prediction {
  const on = useLearner((state) => state.predicts);
  const epoch = useLearner((state) => state.epoch);
  const image = useImage()?.id;
  const [chosen, choose] = useState<Ask | null>(null);
  const [settled, setSettled] = useState('');
  const asks = asksOf(layer);
  const ask = asks.find((own) => own === chosen) ?? asks[0];
  const id = [stage, ask, ask !== 'shape' && cell, image, epoch].join(' ');
  return {
    on,
    stage,
    cell,
    asks,
    ask,
    id,
    open: on && settled !== id,
    choose,
    settle: () => setSettled(id),
  };
}

/** What the figure around must not show now. */
export function useAsked(): Ask | null {
  const now = use(Predicting);
  return now?.open ? now.ask : null;
}
