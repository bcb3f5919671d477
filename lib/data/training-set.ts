import { type MapShape, size } from '@/lib/tensor/tensor';
import { imageOf, type LabelledImages } from './data-set';
import { middleSquare, scaleSquare } from './resample';

export type { LabelledImages } from './data-set';

export interface TrainingSet {
  readonly training: LabelledImages;
  /** The validation images: never trained on, measured after every epoch; of the course's by the same artists. */
  readonly heldOut: LabelledImages;
  /** Images that nothing is chosen by, where there are any; of the course's by other artists. */
  readonly test?: LabelledImages;
  /** Whether the test images are measured after every epoch too, for the record alone. Those of a learner's set are not. */
  readonly followsTest?: true;
}

/** How many images are scaled at a time, before other work gets its turn: about 20 ms of work. */
const AT_ONCE = 25;
const OPAQUE = 255;

/** The pixels of a grey or colour image as straight RGBA. */
function asRgba(pixels: Uint8Array, channels: number): Uint8Array {
  const data = new Uint8Array((pixels.length / channels) * 4).fill(OPAQUE);
  for (let at = 0; at * 4 < data.length; at++)
    for (let channel = 0; channel < 3; channel++)
      data[at * 4 + channel] = pixels[at * channels + (channels < 3 ? 0 : channel)];
  return data;
}

/** Writes an opaque image into `into` at a different size, or with different channels. */
export function scaleInto(image: Uint8Array, from: MapShape, to: MapShape, into: Uint8Array): void {
  const [height, width, channels] = from;
  const same = from.join() === to.join();
  const rgba = () => ({ width, height, data: asRgba(image, channels) });
  into.set(same ? image : scaleSquare(rgba(), middleSquare({ width, height }), to));
}

/**
 * A set of opaque images at a different size, or with different channels: grey of colours, or with an opacity. Scaled as
 * samples and own images are. `between` is awaited now and then, so that other work gets its turn.
 */
async function scaleImages(
  set: LabelledImages,
  shape: MapShape,
  between: () => Promise<void>,
): Promise<LabelledImages> {
  const bytes = size(shape);
  const pixels = new Uint8Array(set.count * bytes);
  for (let at = 0; at < set.count; at++) {
    if (at % AT_ONCE === 0) await between();
    scaleInto(imageOf(set, at), set.shape, shape, pixels.subarray(at * bytes, (at + 1) * bytes));
  }
  return { ...set, shape, pixels };
}

/** All images of a set at a different size. */
export async function scaleTrainingSet(
  { training, heldOut, test, followsTest }: TrainingSet,
  shape: MapShape,
  between: () => Promise<void> = async () => {},
): Promise<TrainingSet> {
  return {
    training: await scaleImages(training, shape, between),
    heldOut: await scaleImages(heldOut, shape, between),
    ...(test && { test: await scaleImages(test, shape, between) }),
    ...(followsTest && { followsTest }),
  };
}
