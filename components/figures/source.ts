import { BYTE, type Pipeline, type Stage } from '@/lib/network/pipeline';
import { asMap, type Cell, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/place';

/** The names of a picture's channels. */
export const COLOURS = [words.red(), words.green(), words.blue()] as const;

/** A value of a picture: "row 3, column 14, red". */
export const pixelWords = ([row, column = 0, channel = 0]: Cell): string =>
  words.named({ row, column, name: COLOURS[channel] });

/** What a stage reads: the picture in its colours, or maps of the stage before. */
export interface Source {
  /** The stage whose values they are. */
  readonly stage: string;
  readonly shape: MapShape;
  /** For a picture the value of full brightness; null for maps. */
  readonly high: number | null;
  /** "red", "map 17". */
  nameOf(channel: number): string;
}

const mapName = (map: number) => words.map({ map });

/** The stage that another reads; its own name for the first, which reads nothing. */
export const stageBefore = (stage: Stage, { stages }: Pipeline): string =>
  stages[stage.number - 2]?.id ?? stage.id;

/** What a stage of maps reads, as a figure shows it. Bytes go to 255; a divisor brings that down. */
export function sourceOf(stage: Stage, pipeline: Pipeline): Source {
  const shape = asMap(stage.input);
  const before = pipeline.stages[stage.number - 2];
  const id = before?.id ?? stage.id;
  const high = before ? before.brightness : BYTE;
  if (high === null || shape[2] !== COLOURS.length) return { stage: id, shape, high: null, nameOf: mapName };
  return { stage: id, shape, high, nameOf: (channel) => COLOURS[channel] };
}
