/* What the selected network predicts for changed images, and how often that is right. */
import { maxIndex } from 'd3-array';
import type { Architecture } from '@/lib/network/architecture';
import type { Trace } from '@/lib/network/trace';
import { ok, type Result } from '@/lib/result';
import { withCopyOf } from './copy';

/** The most probable class, by its unit, and its probability. */
export interface TopUnit {
  readonly unit: number;
  readonly share: number;
}

/** How many of some images are predicted right, and the mean probability of the predicted classes. */
export interface Tally {
  readonly right: number;
  readonly count: number;
  readonly confidence: number;
}

/** An image's bytes, and the unit of its actual class. */
export interface Labelled {
  readonly pixels: Uint8Array;
  readonly unit: number;
}

/** Images that are changed and predicted at a time: few enough not to hold up the page. */
const SLICE = 25;

/** The top prediction for each image, with the architecture and weights of a trace. */
export async function predictTop(
  architecture: Architecture,
  trace: Trace,
  images: readonly Uint8Array[],
): Promise<Result<readonly TopUnit[]>> {
  const pixels = new Uint8Array(images.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const image of images) {
    pixels.set(image, at);
    at += image.length;
  }
  const predicted = await withCopyOf(architecture, trace, ({ engine, copy }) =>
    engine.predict(copy, pixels, images.length),
  );
  if (!predicted.ok) return predicted;
  const { length } = architecture.classes;
  return ok(
    images.map((_, image) => {
      const shares = predicted.value.subarray(image * length, (image + 1) * length);
      const unit = maxIndex(shares);
      return { unit, share: shares[unit] };
    }),
  );
}

/** The predictions for images after a change of each; null when `isLeft` says that nobody waits any more. */
export async function tallyOf(
  architecture: Architecture,
  trace: Trace,
  images: readonly Labelled[],
  change: (pixels: Uint8Array) => Uint8Array,
  isLeft: () => boolean,
): Promise<Result<Tally> | null> {
  let [right, confidence] = [0, 0];
  for (let from = 0; from < images.length; from += SLICE) {
    const slice = images.slice(from, from + SLICE);
    const found = await predictTop(
      architecture,
      trace,
      slice.map(({ pixels }) => change(pixels)),
    );
    if (isLeft()) return null;
    if (!found.ok) return found;
    for (const [at, { unit, share }] of found.value.entries()) {
      if (unit === slice[at].unit) right += 1;
      confidence += share / images.length;
    }
  }
  return ok({ right, count: images.length, confidence });
}
