import { useCallback, useState } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import type { Layer } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import { stageOf } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { Step } from '@/lib/provenance/path';
import type { Cell } from '@/lib/tensor/tensor';
import * as small from './small-network';

interface Props {
  readonly id: string;
  /** A network that replaces the small one, and the trace of an image through it. */
  readonly on?: { readonly pipeline: Pipeline; readonly trace: Trace };
  /** Receives the values whose arithmetic is requested. */
  onOpen?(step: Step): void;
  readonly children: (props: FigureProps<Layer>) => React.ReactNode;
}

/** A figure for a network, with a selection that its own clicks and keys change. */
export function FigureOf({ id, on = small, onOpen = () => {}, children }: Props) {
  const { pipeline, trace } = on;
  const [channel, setChannel] = useState<number | null>(null);
  const [cell, setCell] = useState<Cell | null>(null);
  const stage = stageOf(pipeline, id);
  const at = stage.number - 1;
  const onCell = useCallback((next: Cell | null) => {
    setCell(next);
    if (next?.length === 3) setChannel(next[2]);
  }, []);
  const onChannel = useCallback((next: number) => {
    setChannel(next);
    setCell((now) => (now?.length === 3 ? [now[0], now[1], next] : now));
  }, []);
  return children({
    layer: stage.layer,
    stage,
    pipeline,
    trace: trace.stages[at],
    input: at > 0 ? trace.stages[at - 1] : null,
    weights: trace.weights[id] ?? null,
    whole: trace,
    channel,
    cell,
    onChannel,
    onCell,
    onOpen,
  });
}
