import { BYTE, type Pipeline, type Stage } from '@/lib/network/pipeline';
import { asMap, type Cell, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/place';

const GREY = [words.grey()] as const;
const RGB = [words.red(), words.green(), words.blue()] as const;
const RGBA = [...RGB, words.opacity()] as const;

/**
 * What the channels of an image are called: grey; red, green and blue; or those and opacity. Null for other numbers of
 * channels, which are maps.
 */
export function coloursOf(channels: number | undefined): readonly string[] | null {
  if (channels === 1) return GREY;
  if (channels === 3) return RGB;
  return channels === 4 ? RGBA : null;
}

/** What a channel of an image is called; of one that has too many, its number. */
export const colourName = (channel: number, channels: number | undefined): string =>
  coloursOf(channels)?.[channel] ?? mapName(channel);

/** A value of an image of so many channels: "row 3, column 14, red". */
export const pixelWords = ([row, column = 0, channel = 0]: Cell, channels: number | undefined): string =>
  words.named({ row, column, name: colourName(channel, channels) });

/** What a stage reads: the image in its colours, or maps of the stage before. */
export interface Source {
  /** The stage whose values they are. */
  readonly stage: string;
  readonly shape: MapShape;
  /** For an image the value of full brightness; null for maps. */
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
  const colours = high === null ? null : coloursOf(shape[2]);
  if (!colours) return { stage: id, shape, high: null, nameOf: mapName };
  return { stage: id, shape, high, nameOf: (channel) => colours[channel] };
}
