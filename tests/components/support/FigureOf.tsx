import { useCallback, useState } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import type { Layer } from '@/lib/kinds/types';
import { stageOf } from '@/lib/network/pipeline';
import { explain } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/way';
import type { Cell } from '@/lib/tensor/tensor';
import { pipeline, trace } from './small-network';

interface Props {
  readonly id: string;
  /** Takes the values whose arithmetic is asked for. */
  onOpen?(step: Step): void;
  readonly children: (props: FigureProps<Layer>) => React.ReactNode;
}

const explainAll = (id: string) => (cell: Cell) => explain(pipeline, trace, trace.weights, id, cell);

/** A figure on the small network, with a choice that its own clicks and keys change. */
export function FigureOf({ id, onOpen = () => {}, children }: Props) {
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
    explainAt: explainAll(id),
    channel,
    cell,
    onChannel,
    onCell,
    onOpen,
  });
}
