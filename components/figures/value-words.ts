import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Step } from '@/lib/provenance/path';
import words from '@/words/inspect';
import place from '@/words/place';
import { coloursOf } from './source';

/** The kind of the value's layer; undefined for an unknown stage. */
export const kindOf = ({ stage: id }: Step, { stages }: Pipeline) =>
  stages.find((stage) => stage.id === id)?.layer.kind;

/** Whether it is a value of the last stage. */
export const isAnswer = ({ stage: id }: Step, { stages }: Pipeline): boolean => id === stages.at(-1)?.id;

/** The class name of a value of the last stage; its number where there is none. */
export function answerWord(
  { cell: [unit] }: Step,
  { architecture }: Pipeline,
  classWord: ClassNaming,
): string {
  const name = architecture.classes[unit];
  return name === undefined ? String(unit) : classWord(name);
}

/**
 * "red" for a channel of an image, "map 41" for others. `channels`: how many the image has; null for maps.
 */
export const channelWord = (channel: number, channels: number | null): string =>
  (channels === null ? null : coloursOf(channels))?.[channel] ?? place.map({ map: channel });

/** Whether a value is still one of an image: a pixel, or a normalized one. */
export const isImage = ({ stage: id }: Step, { stages }: Pipeline): boolean =>
  stages.some((stage) => stage.id === id && stage.brightness !== null);

/** The name of a value's channel. */
export function channelName(step: Step, pipeline: Pipeline): string {
  const [, , channel = 0] = step.cell;
  return channelWord(channel, isImage(step, pipeline) ? pipeline.architecture.input[2] : null);
}

/** A value's name for a heading: "conv2, row 11, column 18, map 41". Unknown stages keep their id. */
export function stepWords(step: Step, pipeline: Pipeline, classWord: ClassNaming): string {
  const { stage: id, cell } = step;
  const [first, column] = cell;
  if (column !== undefined)
    return words.place({ stage: id, row: first, column, channel: channelName(step, pipeline) });
  if (isAnswer(step, pipeline)) return `${id}, ${answerWord(step, pipeline, classWord)}`;
  return words.index({ stage: id, kind: kindOf(step, pipeline) ?? '', index: first });
}
