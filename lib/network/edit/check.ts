/** What a draft costs, layer by layer, and where it is wrong. */
import { trainingBytes } from '../memory';
import { pipelineOf, type Stage } from '../pipeline';
import type { Draft } from './draft';
import { faultOf } from './mend';
import { soundLayers } from './sound';
import type { DraftFault } from './trouble';

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

/** Shapes and costs of a draft, and its error with what would mend it. */
export function checkDraft(draft: Draft): CheckedDraft {
  const { architecture } = draft;
  const sound = { ...architecture, layers: architecture.layers.slice(0, soundLayers(architecture)) };
  const { stages, parameters, multiplyAdds } = pipelineOf(sound);
  const bytes = stages.reduce((sum, stage) => sum + trainingBytes(stage), 0);
  return { stages, fault: faultOf(draft), parameters, multiplyAdds, bytes };
}
