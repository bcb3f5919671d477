'use client';

import { createContext, use, useState } from 'react';
import { useImage, useLearner } from '@/components/state/hooks';
import { type Ask, asksOf } from '@/lib/kinds/questions/asks';
import type { Stage } from '@/lib/network/pipeline';
import type { Cell } from '@/lib/tensor/tensor';

/** The question of a figure before it shows something. */
export interface Prediction {
  /** Whether the learner wants to be asked. */
  readonly on: boolean;
  /** The value in question, which the figure follows. */
  readonly stage: string;
  readonly cell: Cell;
  /** The possible questions of the figure, and the current one. */
  readonly asks: readonly Ask[];
  readonly ask: Ask;
  /** Identifies the question: it changes with the value, image or epoch. */
  readonly id: string;
  /** Whether the answer is still hidden. */
  readonly open: boolean;
  choose(ask: Ask): void;
  /** Reveals the answer, after it was found or given. */
  settle(): void;
}

/** The question of the surrounding figure; null where there is none. */
export const Predicting = createContext<Prediction | null>(null);

/** Manages the question about the value at `cell` of a stage. */
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

/** What the surrounding figure must hide at present. */
export function useAsked(): Ask | null {
  const now = use(Predicting);
  return now?.open ? now.ask : null;
}
