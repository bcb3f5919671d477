import { planeOf } from '@/components/canvas/channel-stats';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { FilmSubject, Resolved } from '@/lib/provenance/film/resolve';
import { asMap, isMap, type MapShape, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/film';

/** What a drawing is given: a beat, and a trace that has its stage. */
export interface Scene extends FilmSubject {
  readonly trace: Trace;
  readonly shown: Resolved;
  /** The values of the beat's stage. */
  readonly tensor: Tensor;
}

/** What is drawn in a room of some size, as far as the label says it. */
export interface Drawn {
  /** The name of the figure, or of what is drawn in its place where there is little room. */
  readonly figure: string;
  /** How many of all there are, where that depends on the room. */
  readonly shown: number;
  readonly all: number;
}

/** The scene of a beat; null until its values are there. */
export function sceneOf(subject: FilmSubject, shown: Resolved): Scene | null {
  const { trace } = subject;
  const tensor = trace?.stages.find(({ stage }) => stage === shown.stage.id);
  return trace && tensor ? { ...subject, trace, shown, tensor } : null;
}

export const tensorOf = ({ trace }: Scene, stage: Stage): Tensor | null =>
  trace.stages.find((one) => one.stage === stage.id) ?? null;

/** The stage before the beat's. */
export const stageBefore = ({ pipeline, shown }: Scene): Stage | null =>
  pipeline.stages[shown.stage.number - 2] ?? null;

/** The row, column and channel that the beat follows: the middle of the first channel where it follows none. */
export function followed({ shown }: Scene): { row: number; column: number; channel: number } {
  const { output } = shown.stage;
  const [row, column, channel] = shown.step?.cell ?? [];
  if (!isMap(output)) return { row: 0, column: 0, channel: row ?? 0 };
  return { row: row ?? output[0] >> 1, column: column ?? output[1] >> 1, channel: channel ?? 0 };
}

/** A channel of a stage in words: of an image only the stage. */
export const nameOf = ({ id, brightness }: Stage, channel: number): string =>
  brightness === null ? words.map({ stage: id, map: channel }) : id;

type Painter = (tensor: Tensor, ...numbers: readonly number[]) => ImageData;

/** Painted once for each tensor and numbers. */
function remembering(paint: Painter): Painter {
  const known = new WeakMap<Tensor, Map<string, ImageData>>();
  return (tensor, ...numbers) => {
    const own = known.get(tensor) ?? new Map<string, ImageData>();
    known.set(tensor, own);
    const key = numbers.join(' ');
    const image = own.get(key) ?? paint(tensor, ...numbers);
    own.set(key, image);
    return image;
  };
}

/** An image in its colours; `high`: the value of full brightness. */
const pixels = remembering((tensor, high) => {
  const [height, width] = asMap(tensor.shape);
  return rgbImage(tensor.values, height, width, high);
});

/** One channel, in the range of all. */
const plane = remembering((tensor, channel) => {
  const [height, width, depth] = asMap(tensor.shape);
  return planeImage(planeOf(tensor.values, depth, channel), height, width, rangeOf(tensor.values));
});

const canBeSeen = ([, , channels]: MapShape): boolean => [1, 3, 4].includes(channels);

/** A stage as an image: in its colours where it still is one, otherwise one of its channels. */
export const paintStage = ({ brightness }: Stage, tensor: Tensor, channel: number): ImageData =>
  brightness !== null && canBeSeen(asMap(tensor.shape)) ? pixels(tensor, brightness) : plane(tensor, channel);

export { remembering };
