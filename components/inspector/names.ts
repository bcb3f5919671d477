import { sourceOf } from '@/components/figures/source';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Term } from '@/lib/layers/types';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { cellRead, mapsRead } from '@/lib/provenance/reads';
import { PADDING, type TermGrouping } from '@/lib/provenance/terms';
import type { Step } from '@/lib/provenance/way';
import { isMap } from '@/lib/tensor/tensor';
import { channelName, isAnswer, kindOf } from './words';

/** Names a value in words, and in few signs for those who see where it stands. */
export interface Named {
  readonly words: string;
  readonly short: string;
}

/** A value's name in few signs: "P(cat)", "dense 17", "pool2 (5, 9, 41)", "pixel (24, 37) red". */
export function stepName(step: Step, pipeline: Pipeline): string {
  const { stage: id, cell } = step;
  const [first, column, channel] = cell;
  if (column === undefined)
    return isAnswer(step, pipeline)
      ? `P(${pipeline.architecture.classes[first] ?? first})`
      : `${id} ${first}`;
  const kind = kindOf(step, pipeline);
  if (kind !== 'input' && kind !== 'normalize') return `${id} (${first}, ${column}, ${channel})`;
  return `${kind === 'input' ? 'pixel' : id} (${first}, ${column}) ${channelName(step, pipeline)}`;
}

/** The value inside a sentence: "map 41 of conv2 in row 11, column 18". */
function inSentence(step: Step, pipeline: Pipeline): string {
  const { stage: id, cell } = step;
  const [first, column] = cell;
  if (column === undefined) {
    if (isAnswer(step, pipeline))
      return `the probability of ${pipeline.architecture.classes[first] ?? first}`;
    return `${kindOf(step, pipeline) === 'dense' ? 'unit' : 'index'} ${first} of ${id}`;
  }
  const place = `row ${first}, column ${column}`;
  const name = channelName(step, pipeline);
  return kindOf(step, pipeline) === 'input'
    ? `the ${name} of the pixel in ${place}`
    : `${name} of ${id} in ${place}`;
}

/** One step of a way as a sentence. `value` is null while it is on its way. */
export function stepSentence(step: Step, first: boolean, value: number | null, pipeline: Pipeline): string {
  const what = inSentence(step, pipeline);
  if (value === null) return first ? `The way begins at ${what}.` : `It reads ${what}.`;
  const much = isAnswer(step, pipeline) ? formatPercent(value) : formatNumber(value);
  return first
    ? `${what[0].toUpperCase()}${what.slice(1)} is ${much}.`
    : `It reads ${what}, which is ${much}.`;
}

/** What a term of a stage reads: "(11, 18, 41)", "(24, 37) red", "unit 17"; the stage is known. */
export function termNamer(stage: Stage, pipeline: Pipeline): (term: Term) => Named {
  const maps = mapsRead(stage, pipeline);
  if (!maps) return ({ source: [unit] }) => ({ words: `unit ${unit}`, short: `unit ${unit}` });
  const nameOf = channelNamer(stage, pipeline);
  return ({ source }) => {
    const [row, column, channel] = cellRead(source, maps);
    const name = nameOf(channel);
    const colour = !name.startsWith('map');
    const index = source.length === 1 ? `index ${source[0]}: ` : '';
    return {
      words: `${index}row ${row}, column ${column}, ${name}`,
      short: colour ? `(${row}, ${column}) ${name}` : `(${row}, ${column}, ${channel})`,
    };
  };
}

/** The names of the channels that a stage reads: "red", "map 41". */
export function channelNamer(stage: Stage, pipeline: Pipeline): (channel: number) => string {
  return isMap(stage.input) ? sourceOf(stage, pipeline).nameOf : (channel) => `map ${channel}`;
}

/** The names of groups of terms: "red", "map 41", "row 3, column 9". */
export function groupNamer(stage: Stage, pipeline: Pipeline, by: TermGrouping): (key: number) => string {
  const maps = mapsRead(stage, pipeline);
  if (by !== 'position' || !maps) return channelNamer(stage, pipeline);
  return (key) => (key === PADDING ? 'padding' : `row ${Math.floor(key / maps[1])}, column ${key % maps[1]}`);
}
