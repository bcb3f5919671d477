import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';

/** A layer of the changed network beside the layer of the same name in the original. */
export interface LayerChange {
  readonly stage: Stage;
  /** Null where the original has no layer of this name and kind. */
  readonly was: Stage | null;
  /** Which aspects of it differ from the original. */
  readonly other: readonly Aspect[];
}

export type Aspect = 'operation' | 'output' | 'parameters' | 'multiplyAdds';

export interface Changes {
  readonly layers: readonly LayerChange[];
  /** Layers that only the original has. */
  readonly gone: readonly Stage[];
}

const operation = ({ layer }: Stage): string => rulesOf(layer).operation(layer);

function aspects(now: Stage, was: Stage): Aspect[] {
  return [
    ...(operation(now) === operation(was) ? [] : ['operation' as const]),
    ...(now.output.join() === was.output.join() ? [] : ['output' as const]),
    ...(now.parameters === was.parameters ? [] : ['parameters' as const]),
    ...(now.multiplyAdds === was.multiplyAdds ? [] : ['multiplyAdds' as const]),
  ];
}

/** The differences between a network and its original, layer by layer. Layers are matched by name. */
export function changesOf(now: Pipeline, original: Pipeline): Changes {
  const find = (stages: readonly Stage[], like: Stage) =>
    stages.find(({ id, layer }) => id === like.id && layer.kind === like.layer.kind) ?? null;
  return {
    layers: now.stages.map((stage) => {
      const was = find(original.stages, stage);
      return { stage, was, other: was ? aspects(stage, was) : [] };
    }),
    gone: original.stages.filter((stage) => !find(now.stages, stage)),
  };
}
