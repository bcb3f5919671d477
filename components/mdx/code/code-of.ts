import { codeOf } from '@/lib/kinds/codes';
import type { LayerCode } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import { stageNamed } from '@/lib/store/subject/stage-named';

/** The code of the stage that a text names, as `stageNamed` finds it in this network; null where it has none. */
export function codeOfStage(pipeline: Pipeline, id: string): LayerCode | null {
  const stage = stageNamed(pipeline, id);
  return stage && codeOf(stage.layer, stage.input);
}
