import { sourceOf } from '@/components/figures/source';
import type { ClassNaming } from '@/lib/network/class-words';
import { type Pipeline, stageOf } from '@/lib/network/pipeline';
import type { WeightChoice } from '@/lib/store/learner/learner';
import { isMap } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/weight-name';

/** A weight's name: "conv1, filter 5, row 0, column 1, red". */
export function weightWords(
  { stage: id, part, index }: WeightChoice,
  pipeline: Pipeline,
  classWord: ClassNaming,
): string {
  const stage = stageOf(pipeline, id);
  const last = index[index.length - 1];
  const unit = isMap(stage.output) ? words.filter({ filter: last }) : place.unit({ unit: last });
  const name = id === pipeline.stages.at(-1)?.id ? classWord(pipeline.architecture.classes[last]) : unit;
  if (part !== 'kernel') return words.parameterOf({ stage: id, name, part });
  if (index.length === 2) return words.fromInput({ stage: id, index: index[0], name });
  const [row, column, channel] = index;
  const colour = sourceOf(stage, pipeline).nameOf(channel);
  return words.inKernel({ stage: id, name, row, column, channel: colour });
}

/** The first weight of a network. */
export function firstWeight({ stages }: Pipeline): WeightChoice {
  const first = stages.find(({ weights }) => weights?.kernel);
  return { stage: first?.id ?? '', part: 'kernel', index: first?.weights?.kernel?.shape.map(() => 0) ?? [] };
}

/** Whether a network has this weight; a link may name one of a different network. */
export function isWeight({ stages }: Pipeline, { stage: id, part, index }: WeightChoice): boolean {
  const shape = stages.find((stage) => stage.id === id)?.weights?.[part]?.shape;
  return shape?.length === index.length && shape.every((length, axis) => index[axis] < length);
}
