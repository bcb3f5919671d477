import type { Pipeline } from '@/lib/network/pipeline';
import type { Pixels } from '@/lib/network/trace';
import { ok, type Result } from '@/lib/result';
import { type Cover, occluded } from '@/lib/what-if/occlusion';

/** Images that go through the network at once. */
const BATCH = 32;

interface Asked {
  readonly pipeline: Pipeline;
  readonly pixels: Pixels;
  /** The class whose probability is measured. */
  readonly unit: number;
  readonly cover: Cover;
  /** Returns the probabilities for several images. */
  predict(pixels: Pixels, count: number): Promise<Result<Float32Array>>;
}

/**
 * The probability of a class for each place of a cover, row by row. `onPart` is called with the completed
 * share.
 */
export async function slideCover(
  { pipeline, pixels, unit, cover, predict }: Asked,
  onPart: (share: number) => void,
): Promise<Result<Float32Array>> {
  const images = occluded(pixels, pipeline.architecture.input, cover);
  const classes = pipeline.architecture.classes.length;
  const found = new Float32Array(images.length);
  for (let at = 0; at < images.length; at += BATCH) {
    const some = images.slice(at, at + BATCH);
    const batch = new Uint8Array(some.length * pixels.length);
    for (const [n, image] of some.entries()) batch.set(image, n * pixels.length);
    const answer = await predict(batch, some.length);
    if (!answer.ok) return answer;
    for (const n of some.keys()) found[at + n] = answer.value[n * classes + unit];
    onPart(Math.min(1, (at + BATCH) / images.length));
  }
  return ok(found);
}
