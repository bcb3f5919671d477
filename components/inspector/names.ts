import { sourceOf } from '@/components/figures/source';
import {
  answerWord,
  channelName,
  channelWord,
  isAnswer,
  isImage,
  kindOf,
} from '@/components/figures/value-words';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Step } from '@/lib/provenance/path';
import { cellRead, mapsRead } from '@/lib/provenance/reads';
import { PADDING, type TermGrouping } from '@/lib/provenance/terms';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/inspector-names';

/** A value's name in words, and a short form for use in context. */
export interface Named {
  readonly words: string;
  readonly short: string;
}

/** Whether a value is one of the image's own. */
const isPixel = ({ stage }: Step, { stages }: Pipeline): boolean => stage === stages[0]?.id;

/** A value's short name: "P(cat)", "dense 17", "pool2 (5, 9, 41)", "pixel (24, 37) red". */
export function stepName(step: Step, pipeline: Pipeline, classWord: ClassNaming): string {
  const { stage: id, cell } = step;
  const [first, column, channel] = cell;
  if (column === undefined)
    return isAnswer(step, pipeline) ? `P(${answerWord(step, pipeline, classWord)})` : `${id} ${first}`;
  if (!isImage(step, pipeline)) return `${id} (${first}, ${column}, ${channel})`;
  const colour = channelName(step, pipeline);
  return isPixel(step, pipeline)
    ? words.pixel({ row: first, column, colour })
    : `${id} (${first}, ${column}) ${colour}`;
}

/** The value's name within a sentence: "map 41 of conv2 in row 11, column 18". */
function inSentence(step: Step, pipeline: Pipeline, classWord: ClassNaming): string {
  const { stage: id, cell } = step;
  const [first, column] = cell;
  if (column === undefined)
    return isAnswer(step, pipeline)
      ? words.probability({ name: answerWord(step, pipeline, classWord) })
      : words.index({ kind: kindOf(step, pipeline) ?? '', index: first, stage: id });
  const place = { channel: channelName(step, pipeline), row: first, column };
  return isPixel(step, pipeline) ? words.ofPixel(place) : words.ofStage({ ...place, stage: id });
}

/** One step of a path as a sentence. `value` is null while it is loading. */
export function stepSentence(
  step: Step,
  { first, value }: { readonly first: boolean; readonly value: number | null },
  pipeline: Pipeline,
  classWord: ClassNaming,
): string {
  const what = inSentence(step, pipeline, classWord);
  if (value === null) return first ? words.begins({ what }) : words.reads({ what });
  const much = isAnswer(step, pipeline) ? formatPercent(value) : formatNumber(value);
  return first
    ? words.isFirst({ what: `${what[0].toUpperCase()}${what.slice(1)}`, value: much })
    : words.readsValue({ what, value: much });
}

/** Names the input of a stage's term: "(11, 18, 41)", "(24, 37) red", "unit 17"; the stage is known. */
export function termNamer(stage: Stage, pipeline: Pipeline): (term: Term) => Named {
  const maps = mapsRead(stage, pipeline);
  if (!maps) return ({ source: [unit] }) => ({ words: words.unit({ unit }), short: words.unit({ unit }) });
  const nameOf = channelNamer(stage, pipeline);
  const coloured = readsColours(stage, pipeline);
  return ({ source }) => {
    const [row, column, channel] = cellRead(source, maps);
    const place = { row, column, channel: nameOf(channel) };
    return {
      words: source.length === 1 ? words.indexPlace({ ...place, index: source[0] }) : words.place(place),
      short: coloured ? `(${row}, ${column}) ${place.channel}` : `(${row}, ${column}, ${channel})`,
    };
  };
}

/** Whether the channels that a stage reads are the image's colours. */
export const readsColours = (stage: Stage, pipeline: Pipeline): boolean =>
  isMap(stage.input) && sourceOf(stage, pipeline).high !== null;

/** The names of the channels that a stage reads: "red", "map 41". */
export function channelNamer(stage: Stage, pipeline: Pipeline): (channel: number) => string {
  const channels = readsColours(stage, pipeline) ? (stage.input[2] ?? null) : null;
  return (channel) => channelWord(channel, channels);
}

/** The names of groups of terms: "red", "map 41", "row 3, column 9". */
export function groupNamer(stage: Stage, pipeline: Pipeline, by: TermGrouping): (key: number) => string {
  const maps = mapsRead(stage, pipeline);
  if (by !== 'position' || !maps) return channelNamer(stage, pipeline);
  return (key) =>
    key === PADDING
      ? words.padding()
      : words.position({ row: Math.floor(key / maps[1]), column: key % maps[1] });
}
