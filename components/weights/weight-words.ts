import { COLOURS } from '@/components/figures/source';
import { type Pipeline, stageOf } from '@/lib/pipeline/pipeline';
import type { WeightChoice } from '@/lib/state/learner';
import { isMap } from '@/lib/tensor/tensor';

/** A weight's name: "conv1, filter 5, row 0, column 1, red". */
export function weightWords({ stage: id, part, index }: WeightChoice, pipeline: Pipeline): string {
  const stage = stageOf(pipeline, id);
  const unit = isMap(stage.output) ? 'filter' : 'unit';
  const last = index[index.length - 1];
  const name = id === pipeline.stages.at(-1)?.id ? pipeline.architecture.classes[last] : `${unit} ${last}`;
  if (part === 'bias') return `${id}, bias of ${name}`;
  if (index.length === 2) return `${id}, weight from input ${index[0]} to ${name}`;
  const [row, column, channel] = index;
  const colour = stage.input[2] === 3 ? COLOURS[channel] : `map ${channel}`;
  return `${id}, ${name}: weight in row ${row}, column ${column} for ${colour}`;
}

/** The first weight of a network. */
export function firstWeight({ stages }: Pipeline): WeightChoice {
  const first = stages.find(({ weights }) => weights);
  return { stage: first?.id ?? '', part: 'kernel', index: first?.weights?.kernel.map(() => 0) ?? [] };
}

/** Whether a network has such a weight; one that a link names may be of another. */
export function isWeight({ stages }: Pipeline, { stage: id, part, index }: WeightChoice): boolean {
  const shape = stages.find((stage) => stage.id === id)?.weights?.[part];
  return shape?.length === index.length && shape.every((length, axis) => index[axis] < length);
}
