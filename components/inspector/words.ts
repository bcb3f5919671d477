import { COLOURS } from '@/components/figures/source';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import type { Step } from '@/lib/provenance/way';

/** The kind of the layer whose value it is; none of an unknown stage. */
export const kindOf = ({ stage: id }: Step, { stages }: Pipeline) =>
  stages.find((stage) => stage.id === id)?.layer.kind;

/** Whether it is a value of the last stage. */
export const isAnswer = ({ stage: id }: Step, { stages }: Pipeline): boolean => id === stages.at(-1)?.id;

/** "red" for a channel of the picture, "map 41" for others. */
export function channelName(step: Step, pipeline: Pipeline): string {
  const [, , channel = 0] = step.cell;
  const kind = kindOf(step, pipeline);
  const picture = (kind === 'input' || kind === 'normalize') && pipeline.architecture.input[2] === 3;
  return picture ? COLOURS[channel] : `map ${channel}`;
}

/** A value's name, as a heading says it: "conv2, row 11, column 18, map 41". Unknown stages keep their id. */
export function stepWords(step: Step, pipeline: Pipeline): string {
  const { stage: id, cell } = step;
  const [first, column] = cell;
  if (column !== undefined) return `${id}, row ${first}, column ${column}, ${channelName(step, pipeline)}`;
  if (isAnswer(step, pipeline)) return `${id}, ${pipeline.architecture.classes[first] ?? first}`;
  return `${id}, ${kindOf(step, pipeline) === 'dense' ? 'unit' : 'index'} ${first}`;
}
