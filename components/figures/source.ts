import { BYTE, type Pipeline, type Stage } from '@/lib/network/pipeline';
import { asMap, type Cell, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/place';

const GREY = [words.grey()] as const;
const RGB = [words.red(), words.green(), words.blue()] as const;
const RGBA = [...RGB, words.opacity()] as const;

/**
 * The names of an image's channels: grey; red, green and blue; or those and opacity. Null for other numbers
 * of channels, which are maps.
 */
export function coloursOf(channels: number | undefined): readonly string[] | null {
  if (channels === 1) return GREY;
  if (channels === 3) return RGB;
  return channels === 4 ? RGBA : null;
}

/** The name of an image's channel; its number if there are too many channels. */
export const colourName = (channel: number, channels: number | undefined): string =>
  coloursOf(channels)?.[channel] ?? mapName(channel);

/** A value of an image with `channels` channels: "row 3, column 14, red". */
export const pixelWords = ([row, column = 0, channel = 0]: Cell, channels: number | undefined): string =>
  words.named({ row, column, name: colourName(channel, channels) });

/** The input of a stage: the image in its colours, or maps of the stage before. */
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

/** The stage that a stage reads; its own id for the first, which reads nothing. */
export const stageBefore = (stage: Stage, { stages }: Pipeline): string =>
  stages[stage.number - 2]?.id ?? stage.id;

/** The input of a stage of maps, as a figure shows it. Bytes go up to 255; a divisor lowers that. */
export function sourceOf(stage: Stage, pipeline: Pipeline): Source {
  const shape = asMap(stage.input);
  const before = pipeline.stages[stage.number - 2];
  const id = before?.id ?? stage.id;
  const high = before ? before.brightness : BYTE;
  const colours = high === null ? null : coloursOf(shape[2]);
  if (!colours) return { stage: id, shape, high: null, nameOf: mapName };
  return { stage: id, shape, high, nameOf: (channel) => colours[channel] };
}
