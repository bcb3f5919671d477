import { type FurtherSettings, inFull, type TrainingSettings } from '@/lib/network/settings';
import type { MapShape } from '@/lib/tensor/tensor';
import type { Augment } from './batch';
import { streamOf } from './streams';

type Augmentation = Pick<FurtherSettings, 'mirror' | 'shift' | 'jitter'>;

/** How one image is changed. */
export interface Change {
  readonly mirrored: boolean;
  /** Rows down and columns to the right, in pixels. */
  readonly down: number;
  readonly right: number;
  /** Around the middle grey, then up or down, in bytes. */
  readonly contrast: number;
  readonly brightness: number;
}

const MIDDLE = 127.5;

/**
 * Draws how an image is changed: always five numbers, so that one setting does not affect the draws of
 * another.
 */
export function drawChange({ mirror, shift, jitter }: Augmentation, random: () => number): Change {
  const moved = () => Math.floor(random() * (2 * shift + 1)) - shift;
  const jittered = () => (2 * random() - 1) * jitter;
  return {
    mirrored: random() < 0.5 && mirror,
    down: moved(),
    right: moved(),
    contrast: 1 + jittered(),
    brightness: jittered() * MIDDLE,
  };
}

/** The nearest place within a length. */
const within = (at: number, places: number) => Math.min(places - 1, Math.max(0, at));

/**
 * A changed copy of the bytes of an image of that shape. Pixels that move in from outside repeat the edge.
 */
export function changed(image: Uint8Array, [height, width, channels]: MapShape, change: Change): Uint8Array {
  const { mirrored, down, right, contrast, brightness } = change;
  const tones = Uint8ClampedArray.from(
    { length: 256 },
    (_, byte) => (byte - MIDDLE) * contrast + MIDDLE + brightness,
  );
  const copy = new Uint8Array(image.length);
  let to = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const column = within(x - right, width);
      const from = within(y - down, height) * width + (mirrored ? width - 1 - column : column);
      for (let c = 0; c < channels; c++) copy[to++] = tones[image[from * channels + c]];
    }
  return copy;
}

/**
 * An epoch's augmentation of each image of the set, by its index; null where images stay unchanged. `turns`: how often
 * each image of the batch came before in this epoch, so that it is changed differently each time.
 */
export function augmentationOf(
  settings: TrainingSettings,
  epoch: number,
  turns: readonly number[] = [],
): Augment | null {
  const { mirror, shift, jitter, seed } = inFull(settings);
  if (!mirror && shift === 0 && jitter === 0) return null;
  return (image, shape, place, at) => {
    const again = turns[at] ? [turns[at]] : [];
    const random = streamOf(seed, 'augmentation', epoch, place, ...again);
    return changed(image, shape, drawChange({ mirror, shift, jitter }, random));
  };
}
