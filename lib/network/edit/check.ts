/** What a draft costs, layer by layer, and where it is wrong. */
import type { Architecture } from '../architecture';
import { buildPipeline } from '../build-pipeline';
import { faultyLayer } from '../faulty-layer';
import { trainingBytes } from '../memory';
import { pipelineOf, type Stage } from '../pipeline';
import { type Mend, mendOf } from './mend';
import { soundLayers } from './sound';

/** An error of a draft. */
export interface DraftFault {
  /** The index of the layer that causes it. */
  readonly at: number;
  readonly sentence: string;
  readonly mend: Mend | null;
}

export interface CheckedDraft {
  /** The stages up to the first layer that can't process its input. */
  readonly stages: readonly Stage[];
  /** Null: the network can be used. */
  readonly fault: DraftFault | null;
  /** Of these stages. */
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Bytes that training them takes, at most. */
  readonly bytes: number;
}

/** Shapes and costs of a draft's architecture, and its error with what would mend it. */
export function checkDraft(architecture: Architecture): CheckedDraft {
  const sound = { ...architecture, layers: architecture.layers.slice(0, soundLayers(architecture)) };
  const { stages, parameters, multiplyAdds } = pipelineOf(sound);
  const bytes = stages.reduce((sum, stage) => sum + trainingBytes(stage), 0);
  const built = buildPipeline(architecture);
  const at = built.ok ? null : (faultyLayer(architecture) ?? 0);
  const fault =
    built.ok || at === null ? null : { at, sentence: built.problem.sentence, mend: mendOf(architecture, at) };
  return { stages, fault, parameters, multiplyAdds, bytes };
}
